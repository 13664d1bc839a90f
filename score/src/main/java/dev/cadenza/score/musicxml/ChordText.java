package dev.cadenza.score.musicxml;

import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.ChordReading;
import dev.cadenza.score.theory.Scale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The text of a chord symbol: that of [Chord#text] where the chord is one of its kinds, else the nearest kind with its
/// further degrees behind it (`C9#11`). The root keeps its spelling.
final class ChordText {

    /// Kinds by their names in MusicXML, as what stands behind the root.
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("major", ""), Map.entry("minor", "m"), Map.entry("augmented", "aug"), Map.entry("diminished", "dim"),
            Map.entry("dominant", "7"), Map.entry("major-seventh", "maj7"), Map.entry("minor-seventh", "m7"),
            Map.entry("diminished-seventh", "dim7"), Map.entry("augmented-seventh", "7#5"),
            Map.entry("half-diminished", "m7b5"), Map.entry("major-minor", "mMaj7"), Map.entry("minor-major", "mMaj7"),
            Map.entry("major-sixth", "6"), Map.entry("minor-sixth", "m6"), Map.entry("dominant-ninth", "9"),
            Map.entry("major-ninth", "maj9"), Map.entry("minor-ninth", "m9"), Map.entry("augmented-ninth", "9#5"),
            Map.entry("dominant-11th", "11"), Map.entry("major-11th", "maj11"), Map.entry("minor-11th", "m11"),
            Map.entry("dominant-13th", "13"), Map.entry("major-13th", "maj13"), Map.entry("minor-13th", "m13"),
            Map.entry("suspended-second", "sus2"), Map.entry("suspended-fourth", "sus4"), Map.entry("power", "5"));

    /// A tone that is added to a kind, altered in it or taken from it.
    ///
    /// @param value 5 for the fifth, 9 for the ninth
    /// @param type `add`, `alter` or `subtract`
    record Degree(int value, int alter, String type) {

        /// Semitones above the root before it is altered; the seventh is a minor one.
        private int semitones() {
            int degree = (value - 1) % 7;
            return degree == 6 ? 10 : Scale.MAJOR.pitchClasses(0).get(degree);
        }

        private String text() {
            String altered = (alter < 0 ? "b".repeat(-alter) : "#".repeat(alter)) + value;
            return switch (type) {
                case "subtract" -> "no" + value;
                case "add" -> value == 7 ? alter == 1 ? "maj7" : "7" : alter == 0 ? "add" + value : altered;
                default -> alter == 0 ? "" : altered;
            };
        }

        private void change(Set<Integer> tones) {
            int plain = semitones();
            int present = List.of(plain, plain - 1, plain + 1).stream().filter(tones::contains).findFirst().orElse(plain);
            if (type.equals("add")) {
                tones.add(Math.floorMod(plain + alter, 12));
                return;
            }
            tones.remove(present);
            if (!type.equals("subtract")) {
                tones.add(Math.floorMod(present + alter, 12));
            }
        }
    }

    private ChordText() {
    }

    /// @param kind its name in MusicXML
    /// @param written how the kind is written, of use where its name says nothing
    /// @return empty where the kind means nothing
    static Optional<String> of(Spelling root, String kind, String written, List<Degree> degrees, Optional<Spelling> bass) {
        String suffix = KINDS.getOrDefault(kind, written.isEmpty() ? kind : written);
        Optional<Chord> chord = Chord.parse(root + suffix).understood();
        if (chord.isEmpty()) {
            return Optional.empty();
        }
        boolean exact = Chord.parse(root + suffix) instanceof ChordReading.Understood understood && understood.exact();
        String below = bass.filter(note -> !note.equals(root)).map(note -> "/" + note).orElse("");
        if (exact) {
            Set<Integer> tones = new TreeSet<>(chord.get().quality().intervals());
            degrees.forEach(degree -> degree.change(tones));
            Optional<ChordQuality> quality = ChordQuality.of(tones);
            if (quality.isPresent()) {
                return Optional.of(new Chord(root, quality.get(), bass.orElse(root)).text());
            }
        }
        StringBuilder text = new StringBuilder(root + suffix);
        degrees.forEach(degree -> text.append(degree.text()));
        return Optional.of(text + below);
    }
}
