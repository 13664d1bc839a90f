package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Piano rolls as JSON: for each track the pitches that sound at each step, those that begin there, and how loud these are.
/// The form is described in `docs/formats/rolls.md`.
public final class JsonRolls {

    /// What the field `format` says.
    public static final String FORMAT = "cadenza-roll";

    static final int VERSION = 1;
    private static final int MAX_ITEMS = 16_000_000;
    private static final String WHAT = "a piano roll as docs/formats/rolls.md describes it";

    private JsonRolls() {
    }

    /// A score as such a file. Equal scores give equal bytes.
    ///
    /// @param stepsPerQuarter 1..960, see [RollGrid]
    /// @throws dev.cadenza.score.CadenzaException.RequestException where the score is too long for a roll
    public static byte[] write(Score score, int stepsPerQuarter) {
        Score grid = RollGrid.of(score, stepsPerQuarter);
        int steps = RollGrid.steps(grid);
        return JsonOut.write(out -> {
            out.text("format", FORMAT);
            out.number("version", VERSION);
            out.number("stepsPerQuarter", stepsPerQuarter);
            out.text("title", grid.metadata().title());
            out.rows("tempos", grid.tempos(), tempo -> {
                out.number("step", tempo.tick());
                out.number("microsPerQuarter", tempo.microsPerQuarter());
            });
            out.rows("meters", grid.meters(), meter -> {
                out.number("step", meter.tick());
                out.number("numerator", meter.numerator());
                out.number("denominator", meter.denominator());
            });
            out.blocks("tracks", grid.parts(), part -> track(out, part, steps));
        });
    }

    private static void track(JsonOut out, Part part, int steps) {
        List<List<Integer>> frames = empty(steps);
        List<List<Integer>> onsets = empty(steps);
        List<List<Integer>> velocities = empty(steps);
        for (Note note : part.notes()) {
            for (long step = note.onset(); step < note.end(); step++) {
                frames.get((int) step).add(note.pitch().midi());
            }
            onsets.get((int) note.onset()).add(note.pitch().midi());
            velocities.get((int) note.onset()).add(note.velocity());
        }
        frames.forEach(frame -> frame.sort(null));
        out.text("name", part.name());
        out.number("program", part.instrument().program());
        out.flag("drums", part.instrument().drums());
        out.lists("frames", frames);
        out.lists("onsets", onsets);
        out.lists("velocities", velocities);
    }

    private static List<List<Integer>> empty(int steps) {
        List<List<Integer>> lists = new ArrayList<>(steps);
        for (int step = 0; step < steps; step++) {
            lists.add(new ArrayList<>(0));
        }
        return lists;
    }

    /// Reads such a file.
    ///
    /// @param source what messages call it
    /// @throws dev.cadenza.score.CadenzaException.InputException where it is no such file
    public static Score read(byte[] bytes, String source) {
        return JsonIn.read(bytes, source, WHAT, MAX_ITEMS, in -> new Reading(in).score());
    }

    private static final class Reading {

        private final JsonIn in;
        private int resolution = RollGrid.USUAL_STEPS;
        private String title = "";
        private final List<Tempo> tempos = new ArrayList<>();
        private final List<Meter> meters = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();

        Reading(JsonIn in) {
            this.in = in;
        }

        Score score() {
            in.object(Map.of(
                    "format", () -> in.constant(FORMAT),
                    "version", () -> in.version(VERSION),
                    "stepsPerQuarter", () -> resolution = in.number(1, 32767),
                    "title", () -> title = in.text(),
                    "tempos", () -> in.list(() -> in.row(Set.of("step", "microsPerQuarter"), Set.of(), row ->
                            tempos.add(new Tempo(row.number("step", 0, RollGrid.LONGEST), row.number("microsPerQuarter", 1, Tempo.MAX_MICROS))))),
                    "meters", () -> in.list(() -> in.row(Set.of("step", "numerator", "denominator"), Set.of(), row ->
                            meters.add(new Meter(row.number("step", 0, RollGrid.LONGEST), row.number("numerator", 1, 255),
                                    row.number("denominator", 1, 128))))),
                    "tracks", () -> in.list(() -> new Track(in).addTo(parts))),
                    Set.of("format", "version", "stepsPerQuarter", "tracks"));
            tempos.sort((a, b) -> Long.compare(a.tick(), b.tick()));
            meters.sort((a, b) -> Long.compare(a.tick(), b.tick()));
            return new Score(resolution, tempos, meters, List.of(), List.of(), List.of(), parts, Metadata.titled(title));
        }
    }

    private static final class Track {

        private final JsonIn in;
        private String name = "";
        private int program;
        private boolean drums;
        private final BitSet frames = new BitSet();
        private final BitSet onsets = new BitSet();
        private boolean onsetsKnown;
        private final List<int[]> begun = new ArrayList<>();
        private final List<Integer> velocities = new ArrayList<>();

        Track(JsonIn in) {
            this.in = in;
        }

        void addTo(List<Part> parts) {
            in.object(Map.of(
                    "name", () -> name = in.text(),
                    "program", () -> program = in.number(0, 127),
                    "drums", () -> drums = in.flag(),
                    "frames", () -> steps((step, pitch) -> frames.set(step * 128 + pitch)),
                    "onsets", () -> {
                        onsetsKnown = true;
                        steps((step, pitch) -> {
                            bounded(begun.size());
                            onsets.set(step * 128 + pitch);
                            begun.add(new int[] {step, pitch});
                        });
                    },
                    "velocities", () -> steps((step, velocity) -> {
                        bounded(velocities.size());
                        velocities.add(Math.max(1, velocity));
                    })), Set.of("frames"));
            if (!velocities.isEmpty() && velocities.size() != begun.size()) {
                throw in.refused("BAD_LAYOUT", "there are " + begun.size() + " onsets and " + velocities.size() + " velocities.");
            }
            if (parts.size() == RollGrid.MAX_PARTS) {
                throw in.refused("TOO_LARGE", "there are more than " + RollGrid.MAX_PARTS + " tracks.");
            }
            parts.add(new Part(name, new Instrument(program, drums), notes()));
        }

        private void bounded(int size) {
            if (size == Cells.MAX_NOTES) {
                throw tooMany();
            }
        }

        private InputException tooMany() {
            return in.refused("TOO_LARGE", "it holds more than " + Cells.MAX_NOTES + " notes.");
        }

        private void steps(StepSink sink) {
            int[] step = {0};
            in.list(() -> {
                if (step[0] == RollGrid.LONGEST) {
                    throw in.refused("TOO_LARGE", "the roll has more than " + RollGrid.LONGEST + " steps.");
                }
                in.list(() -> sink.at(step[0], in.number(0, 127)));
                step[0]++;
            });
        }

        private List<Note> notes() {
            Cells cells = new Cells(Cells.MAX_NOTES, this::tooMany);
            frames.stream().forEach(bit -> cells.cell(bit / 128, bit % 128, 1));
            List<Note> notes = onsetsKnown ? cells.notes(onsets) : cells.notes();
            if (velocities.isEmpty()) {
                return notes;
            }
            Map<Long, Integer> loudness = new HashMap<>();
            for (int i = 0; i < begun.size(); i++) {
                loudness.put(begun.get(i)[0] * 128L + begun.get(i)[1], velocities.get(i));
            }
            return notes.stream().map(note -> new Note(note.onset(), note.duration(), note.pitch(),
                    loudness.getOrDefault(note.onset() * 128 + note.pitch().midi(), note.velocity()))).toList();
        }
    }

    @FunctionalInterface
    private interface StepSink {
        void at(int step, int value);
    }
}
