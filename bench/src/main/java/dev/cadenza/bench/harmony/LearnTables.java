package dev.cadenza.bench.harmony;

import dev.cadenza.bench.harmony.Labelled.Label;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.harmony.ChordKinds;
import dev.cadenza.score.harmony.HarmonicAnalysis;
import dev.cadenza.score.harmony.HarmonyFinder;
import dev.cadenza.score.harmony.HarmonyTables;
import dev.cadenza.score.harmony.HarmonyWeights;
import dev.cadenza.score.harmony.Slices;
import dev.cadenza.score.musicxml.MusicXmlReader;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Interval;
import dev.cadenza.score.theory.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes the tables of harmony: `LearnTables OUT ROUNDS FOLDER...`. It begins with [FirstTables]; in each round it analyses all
/// MusicXML files of the folders with the tables so far and counts those of the next from what it finds (Viterbi training).
/// So they need no analyses by people, whose licences would not let tables made of them ship.
public final class LearnTables {

    private static final int MOST_NOTES = 4000;

    private final HarmonyTables tables = new HarmonyTables(new TreeMap<>());

    private LearnTables() {
    }

    public static void main(String[] arguments) throws IOException {
        HarmonyTables tables = FirstTables.make();
        List<Score> scores = scores(List.of(arguments).subList(2, arguments.length));
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            HarmonyFinder finder = new HarmonyFinder(tables, HarmonyWeights.CHOSEN, true);
            tables = of(scores.parallelStream().map(score -> analysed(score, finder)).filter(piece -> !piece.labels().isEmpty()).toList());
        }
        Files.writeString(Path.of(arguments[0]), tables.text());
    }

    /// Scores that can be read, of at most so many notes: movements, not whole cycles.
    private static List<Score> scores(List<String> folders) throws IOException {
        List<Score> scores = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".mxl")).sorted().toList()) {
                    Score score = MusicXmlReader.read(file).score();
                    if (score.parts().stream().mapToInt(part -> part.notes().size()).sum() <= MOST_NOTES) {
                        scores.add(score);
                    }
                }
            }
        }
        return scores;
    }

    private static Labelled analysed(Score score, HarmonyFinder finder) {
        HarmonicAnalysis analysis = finder.analyse(score);
        return new Labelled("", score, analysis.key(), analysis.chords().stream()
                .map(span -> new Label(span.start(), span.end(), span.key(), Optional.of(span.chord()))).toList(), List.of());
    }

    static HarmonyTables of(List<Labelled> pieces) {
        LearnTables learner = new LearnTables();
        pieces.forEach(learner::count);
        return learner.tables;
    }

    private void count(Labelled piece) {
        Slices slices = Slices.of(piece.score(), true);
        List<Label> labels = piece.labels();
        Key home = piece.home();
        keys("opening", home, labels.getFirst().key(), 1);
        keys("closing", home, labels.getLast().key(), 1);
        int slice = 0;
        Optional<Label> before = Optional.empty();
        for (Label label : labels) {
            if (label.chord().isEmpty()) {
                before = Optional.empty();
                slice = (int) (label.end() / slices.ticks());
                continue;
            }
            Chord chord = label.chord().get();
            follow(before, label);
            boolean changed = before.isEmpty() || !alike(before.get(), label);
            for (slice = Math.max(slice, (int) (label.start() / slices.ticks())); slice < slices.count()
                    && slice * slices.ticks() < label.end(); slice++) {
                tables.add("changes " + slices.strength(slice), 2, changed ? 1 : 0, 1);
                changed = false;
                hear(slices, slice, chord, label.key());
                keys("homes", home, label.key(), 1);
            }
            before = Optional.of(label);
        }
        for (Part part : piece.score().parts()) {
            int at = 0;
            for (Note note : part.notes()) {
                while (at + 1 < labels.size() && labels.get(at).end() <= note.onset()) {
                    at++;
                }
                Key key = labels.get(at).key();
                int place = fifths(note.pitch().spelling()) - fifths(key.tonicSpelling()) + 15;
                if (note.onset() >= labels.get(at).start() && place >= 0 && place < 35) {
                    tables.add("written " + key.mode(), 35, place, (double) note.duration() / slices.ticks());
                }
            }
        }
    }

    private static int fifths(Spelling spelling) {
        return Interval.between(new Spelling(Letter.C, 0), spelling).fifths();
    }

    private static boolean alike(Label one, Label other) {
        return one.chord().get().root().pitchClass() == other.chord().get().root().pitchClass() && one.key().equals(other.key())
                && ChordKinds.of(one.chord().get().quality()) == ChordKinds.of(other.chord().get().quality());
    }

    private void follow(Optional<Label> before, Label label) {
        Mode mode = label.key().mode();
        int chord = above(label.chord().get(), label.key());
        if (before.isPresent() && alike(before.get(), label)) {
            return;
        }
        tables.add("chords " + mode, ChordKinds.CHORDS, chord, 1);
        if (before.isPresent()) {
            boolean stays = before.get().key().equals(label.key());
            tables.add("keychanges", 2, stays ? 0 : 1, 1);
            if (stays) {
                int root = Math.floorMod(before.get().chord().get().root().pitchClass() - label.key().tonic(), 12);
                tables.add("moves " + mode + " " + root, ChordKinds.CHORDS, chord, 1);
            } else {
                keys("keys", before.get().key(), label.key(), 1);
            }
        }
    }

    private void hear(Slices slices, int slice, Chord chord, Key key) {
        String kind = ChordKinds.KINDS.get(ChordKinds.of(chord.quality())).shorthand();
        for (int tone = 0; tone < 12; tone++) {
            double share = Math.min(1, slices.sounding(slice)[tone]);
            tables.add("tones " + kind, 12, Math.floorMod(tone - chord.root().pitchClass(), 12), share);
            tables.add("profile " + key.mode(), 12, Math.floorMod(tone - key.tonic(), 12), share);
        }
        if (slices.bass(slice) >= 0) {
            tables.add("lowest " + kind, 12, Math.floorMod(slices.bass(slice) - chord.root().pitchClass(), 12), 1);
        }
    }

    private void keys(String name, Key from, Key to, double amount) {
        tables.add(name + " " + from.mode(), 24, 12 * to.mode().ordinal() + Math.floorMod(to.tonic() - from.tonic(), 12), amount);
    }

    private static int above(Chord chord, Key key) {
        return Math.floorMod(chord.root().pitchClass() - key.tonic(), 12) * ChordKinds.KINDS.size() + ChordKinds.of(chord.quality());
    }
}
