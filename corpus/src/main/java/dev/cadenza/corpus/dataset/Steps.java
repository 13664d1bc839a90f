package dev.cadenza.corpus.dataset;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Scores of music that is written down in steps of equal time. A pitch that goes on over several steps becomes one note:
/// such data does not tell a held note from a repeated one.
final class Steps {

    static final int SILENT = -1;

    private static final int RESOLUTION = 480;
    private static final int VELOCITY = 80;
    private static final List<String> VOICES = List.of("Soprano", "Alto", "Tenor", "Bass");
    private static final Instrument CHOIR = new Instrument(52, false);

    private Steps() {
    }

    /// Chorales, in 4/4; what exceeds whole bars is taken for the upbeat. Where each step that sounds has four pitches, there
    /// are four voices; otherwise there is one part with all notes.
    ///
    /// @param steps pitches of each step, [#SILENT] for none
    /// @param ordered whether the pitches stand for soprano, alto, tenor and bass in this order; otherwise the highest is
    ///     the soprano
    /// @param stepsPerQuarter a divisor of 480
    static Score chorale(int[][] steps, boolean ordered, int stepsPerQuarter) {
        long step = RESOLUTION / stepsPerQuarter;
        boolean voices = Arrays.stream(steps).allMatch(s -> s.length == 0 || s.length == VOICES.size());
        List<Part> parts = new ArrayList<>();
        if (voices) {
            int[][] lines = Arrays.stream(steps).map(s -> ordered ? s : descending(s)).toArray(int[][]::new);
            for (int voice = 0; voice < VOICES.size(); voice++) {
                parts.add(new Part(VOICES.get(voice), CHOIR, line(lines, voice, step)));
            }
        } else {
            parts.add(new Part("Chorale", CHOIR, chords(steps, step)));
        }
        long upbeat = steps.length % (4L * stepsPerQuarter) * step;
        List<Meter> meters = upbeat == 0 ? List.of(Meter.common()) : List.of(Meter.common(), new Meter(upbeat, 4, 4));
        return new Score(RESOLUTION, List.of(), meters, List.of(), List.of(), List.of(), parts, Metadata.NONE);
    }

    /// Music of one instrument. No metre is stated.
    ///
    /// @param steps pitches of each step
    /// @param stepsPerQuarter a divisor of 480
    static Score roll(int[][] steps, Instrument instrument, int stepsPerQuarter) {
        Part part = new Part("", instrument, chords(steps, RESOLUTION / stepsPerQuarter));
        return new Score(RESOLUTION, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(part), Metadata.NONE);
    }

    private static int[] descending(int[] step) {
        return Arrays.stream(step).map(p -> -p).sorted().map(p -> -p).toArray();
    }

    private static List<Note> line(int[][] steps, int voice, long stepTicks) {
        List<Note> notes = new ArrayList<>();
        int start = 0;
        int sounding = SILENT;
        for (int step = 0; step <= steps.length; step++) {
            int pitch = step < steps.length && steps[step].length > 0 ? steps[step][voice] : SILENT;
            if (pitch != sounding) {
                if (sounding != SILENT) {
                    notes.add(note(start, step, sounding, stepTicks));
                }
                start = step;
                sounding = pitch;
            }
        }
        return notes;
    }

    private static List<Note> chords(int[][] steps, long stepTicks) {
        List<Note> notes = new ArrayList<>();
        int[] since = new int[128];
        Arrays.fill(since, SILENT);
        boolean[] now = new boolean[128];
        for (int step = 0; step <= steps.length; step++) {
            Arrays.fill(now, false);
            for (int pitch : step < steps.length ? steps[step] : new int[0]) {
                if (pitch != SILENT) {
                    now[pitch] = true;
                }
            }
            for (int pitch = 0; pitch < now.length; pitch++) {
                if (!now[pitch] && since[pitch] != SILENT) {
                    notes.add(note(since[pitch], step, pitch, stepTicks));
                    since[pitch] = SILENT;
                } else if (now[pitch] && since[pitch] == SILENT) {
                    since[pitch] = step;
                }
            }
        }
        notes.sort(Note.ORDER);
        return notes;
    }

    private static Note note(int from, int to, int pitch, long stepTicks) {
        return new Note(from * stepTicks, (to - from) * stepTicks, Pitch.of(pitch), VELOCITY);
    }
}
