package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Four voices out of a score, from soprano to bass.
///
/// Parts named Soprano, Alto, Tenor and Bass are the voices. So are four parts that are one line each, ordered by their
/// mean pitch (drums and empty parts do not count).
/// Otherwise all notes are taken together: at each step the highest pitch is the soprano, the lowest the bass, and where
/// there are three or fewer, voices share a pitch so that they move least; where there are more, the inner voices take
/// the two that are nearest to where they were. Refused where less than half of the sounding steps have three pitches or
/// more, or more than a tenth have over four.
///
/// @param lowest lowest pitch kept
/// @param highest highest pitch kept
record FourVoices(Grid grid, int lowest, int highest) {

    private static final int VOICES = SatbTokenizer.VOICES;

    /// @throws CadenzaException.RequestException NO_FOUR_VOICES or NO_NOTES
    List<List<StepNote>> of(Score score) {
        List<Part> parts = score.parts().stream().filter(p -> !p.instrument().drums() && !p.notes().isEmpty()).toList();
        List<Part> named = named(score);
        List<List<StepNote>> voices;
        if (!named.isEmpty()) {
            voices = named.stream().map(part -> Lines.successive(inRange(Lines.notes(part, grid)))).toList();
        } else if (parts.size() == VOICES && parts.stream().allMatch(Lines::single)) {
            voices = parts.stream().sorted(Comparator.comparingDouble(Lines::meanPitch).reversed())
                    .map(part -> Lines.successive(inRange(Lines.notes(part, grid)))).toList();
        } else {
            voices = extracted(score, parts.stream().flatMap(p -> inRange(Lines.notes(p, grid)).stream()).toList());
        }
        if (voices.stream().allMatch(List::isEmpty)) {
            throw refused(score, "NO_NOTES", "there is no note between pitch " + lowest + " and " + highest + ".");
        }
        return voices;
    }

    /// The parts with the names of the voices, from soprano to bass; empty unless there is exactly one of each.
    private static List<Part> named(Score score) {
        List<Part> voices = new ArrayList<>();
        for (String name : SatbTokenizer.NAMES) {
            List<Part> called = score.parts().stream().filter(p -> p.name().strip().equalsIgnoreCase(name)).toList();
            if (called.size() != 1) {
                return List.of();
            }
            voices.add(called.getFirst());
        }
        return voices;
    }

    private List<StepNote> inRange(List<StepNote> notes) {
        return notes.stream().filter(note -> note.pitch() >= lowest && note.pitch() <= highest).toList();
    }

    private List<List<StepNote>> extracted(Score score, List<StepNote> notes) {
        int steps = notes.stream().mapToInt(StepNote::end).max().orElse(0);
        BitSet[] sounding = new BitSet[steps];
        BitSet[] begun = new BitSet[steps];
        Arrays.setAll(sounding, step -> new BitSet());
        Arrays.setAll(begun, step -> new BitSet());
        for (StepNote note : notes) {
            begun[note.start()].set(note.pitch());
            for (int step = note.start(); step < note.end(); step++) {
                sounding[step].set(note.pitch());
            }
        }
        check(score, sounding);
        int[][] pitches = new int[steps][];
        int[] before = {72, 65, 60, 48};
        for (int step = 0; step < steps; step++) {
            pitches[step] = sounding[step].isEmpty() ? new int[0] : nearest(sounding[step], before);
            before = sounding[step].isEmpty() ? before : pitches[step];
        }
        List<List<StepNote>> voices = new ArrayList<>();
        for (int voice = 0; voice < VOICES; voice++) {
            voices.add(line(pitches, begun, voice));
        }
        return voices;
    }

    private void check(Score score, BitSet[] sounding) {
        long any = Arrays.stream(sounding).filter(s -> !s.isEmpty()).count();
        long three = Arrays.stream(sounding).filter(s -> s.cardinality() >= VOICES - 1).count();
        long five = Arrays.stream(sounding).filter(s -> s.cardinality() > VOICES).count();
        if (any == 0) {
            throw refused(score, "NO_NOTES", "there is no note between pitch " + lowest + " and " + highest + ".");
        }
        if (2 * three < any) {
            throw refused(score, "NO_FOUR_VOICES", "no four voices found: only " + 100 * three / any
                    + " % of the music has three notes or more at a time.");
        }
        if (10 * five > any) {
            throw refused(score, "NO_FOUR_VOICES", "no four voices found: " + 100 * five / any
                    + " % of the music has more than four notes at a time.");
        }
    }

    private static CadenzaException.RequestException refused(Score score, String code, String cause) {
        return new CadenzaException.RequestException(score.metadata().title(), code, cause,
                "Choose music for four voices, or read it as a melody.");
    }

    /// Pitches for the voices from high to low, each that sounds used at least once where four voices allow it, with the
    /// least movement from `before`.
    private static int[] nearest(BitSet sounding, int[] before) {
        int[] high = sounding.stream().map(p -> -p).sorted().map(p -> -p).toArray();
        int last = high.length - 1;
        int[] best = {};
        int least = Integer.MAX_VALUE;
        for (int alto = 0; alto <= last; alto++) {
            for (int tenor = alto; tenor <= last; tenor++) {
                int used = 1 + (alto > 0 ? 1 : 0) + (tenor > alto ? 1 : 0) + (last > tenor ? 1 : 0);
                int moved = Math.abs(high[alto] - before[1]) + Math.abs(high[tenor] - before[2]);
                if (used == Math.min(high.length, VOICES) && moved < least) {
                    least = moved;
                    best = new int[] {high[0], high[alto], high[tenor], high[last]};
                }
            }
        }
        return best;
    }

    private static List<StepNote> line(int[][] pitches, BitSet[] begun, int voice) {
        List<StepNote> line = new ArrayList<>();
        int start = 0;
        int sounding = -1;
        for (int step = 0; step <= pitches.length; step++) {
            int pitch = step < pitches.length && pitches[step].length > 0 ? pitches[step][voice] : -1;
            if (pitch == sounding && (pitch < 0 || !begun[step].get(pitch))) {
                continue;
            }
            if (sounding >= 0) {
                line.add(new StepNote(start, step, sounding));
            }
            start = step;
            sounding = pitch;
        }
        return line;
    }
}
