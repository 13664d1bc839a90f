package dev.cadenza.corpus.exchange;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Piano rolls as NumPy archives (`.npz`): an array of steps by 128 pitches for each part, with loudness 1..127 where it
/// sounds, another of where notes begin, and the same rolls once more as the library pypianoroll keeps them (Dong et al.,
/// 2018), which opens these files too. `docs/formats/rolls.md` lists the arrays.
public final class NpzRolls {

    static final String INFO = "info.json";
    static final String TEMPO = "tempo";
    static final String DOWNBEAT = "downbeat";
    static final String ROLL = "roll_";
    static final String ONSET = "onset_";
    static final String SPARSE = "pianoroll_";
    static final int PITCHES = 128;
    private static final String NPY = ".npy";

    private NpzRolls() {
    }

    /// A score as such a file. Equal scores give equal bytes.
    ///
    /// @param stepsPerQuarter 1..960, see [RollGrid]
    /// @throws dev.cadenza.score.CadenzaException.RequestException where the score is too long for a roll
    public static byte[] write(Score score, int stepsPerQuarter) {
        Score grid = RollGrid.of(score, stepsPerQuarter);
        int steps = RollGrid.steps(grid);
        SortedMap<String, Supplier<byte[]>> entries = new TreeMap<>();
        entries.put(INFO, () -> RollInfo.write(grid));
        entries.put(TEMPO + NPY, () -> NpyArray.ofDoubles(RollFacts.tempo(grid), steps, 1).bytes());
        entries.put(DOWNBEAT + NPY, () -> NpyArray.ofBytes('b', RollFacts.downbeats(grid), steps, 1).bytes());
        for (int number = 0; number < grid.parts().size(); number++) {
            List<Note> notes = grid.parts().get(number).notes();
            entries.put(ROLL + number + NPY, () -> NpyArray.ofBytes('u', loudness(notes, steps), steps, PITCHES).bytes());
            entries.put(ONSET + number + NPY, () -> NpyArray.ofBytes('b', onsets(notes, steps), steps, PITCHES).bytes());
            sparse(entries, SPARSE + number + "_csc_", notes, steps);
        }
        return Zip.write(entries);
    }

    /// Rows of steps, each of 128 pitches.
    static byte[] loudness(List<Note> notes, int steps) {
        byte[] cells = new byte[steps * PITCHES];
        for (Note note : notes) {
            for (long step = note.onset(); step < note.end(); step++) {
                cells[(int) step * PITCHES + note.pitch().midi()] = (byte) note.velocity();
            }
        }
        return cells;
    }

    static byte[] onsets(List<Note> notes, int steps) {
        byte[] cells = new byte[steps * PITCHES];
        notes.forEach(note -> cells[(int) note.onset() * PITCHES + note.pitch().midi()] = 1);
        return cells;
    }

    /// A matrix as its columns (compressed sparse column): what stands in them, in which rows, where each column begins.
    private static void sparse(SortedMap<String, Supplier<byte[]>> entries, String name, List<Note> notes, int steps) {
        List<List<Note>> columns = new ArrayList<>();
        for (int pitch = 0; pitch < PITCHES; pitch++) {
            columns.add(new ArrayList<>());
        }
        int cells = 0;
        for (Note note : notes) {
            columns.get(note.pitch().midi()).add(note);
            cells += (int) note.duration();
        }
        byte[] data = new byte[cells];
        int[] rows = new int[cells];
        int[] starts = new int[PITCHES + 1];
        int next = 0;
        for (int pitch = 0; pitch < PITCHES; pitch++) {
            for (Note note : columns.get(pitch)) {
                for (long step = note.onset(); step < note.end(); step++) {
                    data[next] = (byte) note.velocity();
                    rows[next++] = (int) step;
                }
            }
            starts[pitch + 1] = next;
        }
        entries.put(name + "data" + NPY, () -> NpyArray.ofBytes('u', data, data.length).bytes());
        entries.put(name + "indices" + NPY, () -> NpyArray.ofInts(rows).bytes());
        entries.put(name + "indptr" + NPY, () -> NpyArray.ofInts(starts).bytes());
        entries.put(name + "shape" + NPY, () -> NpyArray.ofInts(new int[] {steps, PITCHES}).bytes());
    }

    /// Reads such a file; also one that pypianoroll wrote, and any other of arrays of steps by 128 pitches or by the 88 keys
    /// of a piano (or the other way round).
    ///
    /// Files are not trusted: no Python object is loaded, nothing is allocated by what a header states.
    ///
    /// @param source what messages call it
    /// @throws dev.cadenza.score.CadenzaException.InputException where it is no such file
    public static Score read(byte[] bytes, String source) {
        Source from = new Source(source);
        NpzReading reading = new NpzReading(from);
        Zip.read(bytes, from, reading::first);
        Zip.read(bytes, from, reading::second);
        List<Part> parts = reading.parts();
        if (parts.isEmpty()) {
            throw from.refused("NO_ROLL", "there is no piano roll in it: no array of steps by 128 pitches or 88 keys.",
                    "Name a file of piano rolls.");
        }
        return reading.score(parts);
    }
}
