package dev.cadenza.corpus;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The chord at each step of a score, as numbers of [ChordTokens].
///
/// They are taken from the chord symbols. Where there are none, from a part that strikes next to nothing but chords, each of
/// which is recognised. Else from what the parts beside the melody sound (see [SoundingChords]). What cannot be understood
/// leaves the chord before it in force; so does silence of less than a whole note.
final class ChordLine {

    private static final int BRIDGED_QUARTERS = 4;

    private ChordLine() {
    }

    /// A chord that is heard, [ChordTokens#NONE] for one that is not understood.
    record Heard(int start, int end, int chord) {
    }

    /// @param melody the line that stands above the chords
    /// @return a number a step, [ChordTokens#NONE] where no chord is in force
    static int[] of(Score score, MelodyLine melody, Bars bars, int stepsPerQuarter) {
        Grid grid = new Grid(score.resolution(), stepsPerQuarter);
        int steps = bars.position().length;
        boolean written = score.chords().stream().anyMatch(symbol -> Chord.parse(symbol) instanceof ChordReading.Understood);
        if (written) {
            return ofSymbols(score.chords(), grid, steps);
        }
        List<Part> others = score.parts().stream()
                .filter(part -> !part.instrument().drums() && !part.notes().isEmpty())
                .filter(part -> part != melody.part() || !Lines.single(part)).toList();
        Optional<Part> struck = others.stream().filter(Lines::onlyChords)
                .max(Comparator.comparingInt(part -> part.notes().size()));
        List<Heard> heard = struck.map(part -> struck(part, grid))
                .orElseGet(() -> SoundingChords.of(others, grid, bars, stepsPerQuarter));
        return joined(heard, steps, BRIDGED_QUARTERS * stepsPerQuarter);
    }

    private static int[] ofSymbols(List<ChordSymbol> symbols, Grid grid, int steps) {
        int[] line = new int[steps];
        int chord = ChordTokens.NONE;
        int from = 0;
        for (ChordSymbol symbol : symbols) {
            int step = Math.clamp(grid.step(symbol.tick()), from, steps);
            Arrays.fill(line, from, step, chord);
            from = step;
            chord = switch (Chord.parse(symbol)) {
                case ChordReading.Understood understood -> ChordTokens.number(understood.chord());
                case ChordReading.NoChord none -> ChordTokens.NONE;
                case ChordReading.Unknown unknown -> chord;
            };
        }
        Arrays.fill(line, from, steps, chord);
        return line;
    }

    private static List<Heard> struck(Part part, Grid grid) {
        TreeMap<Integer, List<Note>> byStep = new TreeMap<>();
        part.notes().forEach(note -> byStep.computeIfAbsent(grid.step(note.onset()), step -> new ArrayList<>()).add(note));
        List<Heard> heard = new ArrayList<>();
        byStep.forEach((step, notes) -> {
            Set<Integer> tones = new TreeSet<>();
            notes.forEach(note -> tones.add(note.pitch().pitchClass()));
            int end = notes.stream().mapToInt(note -> grid.step(note.end())).max().orElse(step);
            int bass = notes.stream().mapToInt(note -> note.pitch().midi()).min().orElse(0) % 12;
            heard.add(new Heard(step, Math.max(step + 1, end),
                    Chord.recognise(tones, bass).map(ChordTokens::number).orElse(ChordTokens.NONE)));
        });
        return heard;
    }

    /// @param bridged silence of so many steps ends a chord
    private static int[] joined(List<Heard> heard, int steps, int bridged) {
        int[] line = new int[steps];
        Arrays.fill(line, ChordTokens.NONE);
        int chord = ChordTokens.NONE;
        for (int i = 0; i < heard.size(); i++) {
            Heard now = heard.get(i);
            chord = now.chord == ChordTokens.NONE ? chord : now.chord;
            int next = i + 1 < heard.size() ? heard.get(i + 1).start : steps;
            boolean silence = next - now.end >= bridged;
            int end = silence ? Math.min(now.end, next) : next;
            Arrays.fill(line, Math.min(now.start, steps), Math.clamp(end, Math.min(now.start, steps), steps), chord);
            chord = silence ? ChordTokens.NONE : chord;
        }
        return line;
    }
}
