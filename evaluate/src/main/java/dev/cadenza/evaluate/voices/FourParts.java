package dev.cadenza.evaluate.voices;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Four voices on a grid of sixteenths: what each sounds at each step.
///
/// @param pitches steps x 4, from soprano to bass, MIDI pitches; [#REST] where a voice is silent
public record FourParts(int[][] pitches) {

    /// Stands for silence.
    public static final int REST = -1;

    /// How many voices there are.
    public static final int VOICES = SatbTokenizer.VOICES;

    private static final int STEPS_PER_QUARTER = 4;
    /// Four hours at 100 quarter notes a minute.
    private static final long MOST_STEPS = 100_000;

    public FourParts {
        pitches = Arrays.stream(pitches).map(int[]::clone).toArray(int[][]::new);
        if (Arrays.stream(pitches).anyMatch(step -> step.length != VOICES)) {
            throw new IllegalArgumentException("each step has four voices");
        }
    }

    /// The voices of a score: of its four parts that hold notes, drums left out, the one with the highest mean pitch is the
    /// soprano, and so on down.
    ///
    /// @return empty where it has not four such parts, or one of them plays two notes at a time
    public static Optional<FourParts> of(Score score) {
        List<Part> parts = score.parts().stream().filter(part -> !part.instrument().drums() && !part.notes().isEmpty())
                .sorted(Comparator.comparingDouble(FourParts::meanPitch).reversed()).toList();
        long steps = (score.end() * STEPS_PER_QUARTER + score.resolution() - 1) / score.resolution();
        if (parts.size() != VOICES || steps > MOST_STEPS || parts.stream().anyMatch(part -> !isSingle(part.notes()))) {
            return Optional.empty();
        }
        int[][] pitches = new int[(int) steps][VOICES];
        for (int[] step : pitches) {
            Arrays.fill(step, REST);
        }
        for (int voice = 0; voice < VOICES; voice++) {
            for (Note note : parts.get(voice).notes()) {
                long from = firstStep(note.onset(), score.resolution());
                long to = firstStep(note.onset() + note.duration(), score.resolution());
                for (long step = from; step < to; step++) {
                    pitches[(int) step][voice] = note.pitch().midi();
                }
            }
        }
        return Optional.of(new FourParts(pitches));
    }

    /// What the voices of a sequence sound.
    public static FourParts of(SatbTokenizer tokenizer, TokenSequence sequence) {
        int[][] pitches = new int[sequence.steps()][VOICES];
        int[] before = {REST, REST, REST, REST};
        for (int step = 0; step < pitches.length; step++) {
            for (int voice = 0; voice < VOICES; voice++) {
                pitches[step][voice] = tokenizer.sounding(sequence.token(step, voice), before[voice]);
            }
            before = pitches[step];
        }
        return new FourParts(pitches);
    }

    /// The first step at or after a tick.
    private static long firstStep(long tick, int resolution) {
        return Math.ceilDiv(tick * STEPS_PER_QUARTER, resolution);
    }

    private static double meanPitch(Part part) {
        return part.notes().stream().mapToInt(note -> note.pitch().midi()).average().orElse(0);
    }

    private static boolean isSingle(List<Note> notes) {
        List<Note> inOrder = notes.stream().sorted(Comparator.comparingLong(Note::onset)).toList();
        long end = 0;
        for (Note note : inOrder) {
            if (note.onset() < end) {
                return false;
            }
            end = note.onset() + note.duration();
        }
        return true;
    }

    /// How many steps there are.
    public int steps() {
        return pitches.length;
    }
}
