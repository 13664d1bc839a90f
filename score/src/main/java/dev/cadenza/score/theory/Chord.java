package dev.cadenza.score.theory;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A chord: what a chord symbol says.
///
/// @param root its root; in plain spelling where only the pitch class is known
/// @param bass the lowest note; the root where the symbol names no other
public record Chord(Spelling root, ChordQuality quality, Spelling bass) {

    /// A chord on its root.
    public Chord(Spelling root, ChordQuality quality) {
        this(root, quality, root);
    }

    /// A chord in root position whose root is known by its pitch class alone.
    ///
    /// @param pitchClass 0 (C) .. 11 (B)
    public static Chord on(int pitchClass, ChordQuality quality) {
        return new Chord(Spelling.plain(pitchClass), quality);
    }

    /// Reads a chord symbol as musicians write it (`C`, `Cm`, `C-7`, `CM7`, `F#m7b5`, `Bbdim7`, `C/E`, `Csus4`, `N.C.`) or as
    /// annotated data sets do, after Harte et al. (2005): `C#:min7`, `A:maj(9)`, `D:maj/3`, `N`.
    public static ChordReading parse(String symbol) {
        return ChordParser.parse(symbol);
    }

    /// Reads the text of a symbol.
    public static ChordReading parse(ChordSymbol symbol) {
        return ChordParser.parse(symbol.text());
    }

    /// The chord that some notes are. Notes that are exactly the tones of a chord come first, and of these chords the one
    /// whose root lies in the bass, then the more common one. Otherwise it is the chord with the fewest missing and extra
    /// notes: only the fifth may be missing, of at most five tones, and for each extra note there are three that belong.
    ///
    /// @param pitchClasses what sounds, each 0..11
    /// @param bass pitch class of the lowest note
    /// @return empty where nothing fits well, as for fewer than two pitch classes
    public static Optional<Chord> recognise(Set<Integer> pitchClasses, int bass) {
        return ChordTemplates.closest(pitchClasses, bass);
    }

    /// The one form in which it is written: `F#m7b5`, `C/E`. [#parse] reads it as an equal chord.
    public String text() {
        return root + quality.symbol() + (bass.equals(root) ? "" : "/" + bass);
    }

    /// What sounds, 0..11: the tones from the root on, then the bass where it is none of them.
    public List<Integer> pitchClasses() {
        List<Integer> tones = new ArrayList<>();
        for (int interval : quality.intervals()) {
            tones.add((root.pitchClass() + interval) % 12);
        }
        if (!tones.contains(bass.pitchClass())) {
            tones.add(bass.pitchClass());
        }
        return List.copyOf(tones);
    }

    /// The chord without tones above its seventh or sixth, see [ChordQuality#reduced].
    public Chord reduced() {
        return new Chord(root, quality.reduced(), bass);
    }

    /// The same chord `semitones` higher, in plain spelling.
    public Chord transposed(int semitones) {
        return new Chord(Spelling.plain(root.pitchClass() + semitones), quality,
                Spelling.plain(bass.pitchClass() + semitones));
    }

    @Override
    public String toString() {
        return text();
    }
}
