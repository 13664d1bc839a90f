package dev.cadenza.corpus.exchange;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an archive of piano rolls in two rounds: first what is said beside them, and where notes begin; then the rolls, one
/// after another, so that no two are in memory.
final class NpzReading {

    private static final Pattern NUMBERED = Pattern.compile("(roll_|onset_|pianoroll_)([0-9]{1,4})(|_csc_(data|indices|indptr|shape))");
    private static final List<String> SPARSE = List.of("data", "indices", "indptr");

    /// Bytes of sparse matrices that are kept until they are whole.
    private static final long MAX_KEPT = 1 << 27;

    private final Source source;
    private RollInfo info = RollInfo.NONE;
    private List<Tempo> tempos = List.of();
    private final Map<Integer, BitSet> onsets = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, NpyArray> kept = new HashMap<>();
    private NpyArray downbeats = NpyArray.ofBytes('b', new byte[0], 0);
    private final SortedMap<Integer, List<Note>> numbered = new TreeMap<>();
    private final SortedMap<String, List<Note>> named = new TreeMap<>();
    private long keptBytes;
    private int notes;

    NpzReading(Source source) {
        this.source = source;
    }

    boolean first(String entry, byte[] content) {
        String name = name(entry);
        names.add(name);
        Matcher numbers = NUMBERED.matcher(name);
        if (entry.equals(NpzRolls.INFO)) {
            info = RollInfo.read(content, source);
        } else if (name.equals(NpzRolls.TEMPO)) {
            tempos = RollFacts.tempos(NpyArray.read(content, name, source));
        } else if (name.equals(NpzRolls.DOWNBEAT)) {
            downbeats = NpyArray.read(content, name, source);
        } else if (numbers.matches() && numbers.group(1).equals(NpzRolls.ONSET)) {
            BitSet begun = new BitSet();
            cells(NpyArray.read(content, name, source), name, (step, pitch, value) -> begun.set(step * NpzRolls.PITCHES + pitch, value > 0));
            onsets.put(Integer.parseInt(numbers.group(2)), begun);
        }
        return true;
    }

    boolean second(String entry, byte[] content) {
        String name = name(entry);
        Matcher numbers = NUMBERED.matcher(name);
        if (!NpyArray.recognises(content) || name.equals(NpzRolls.TEMPO) || name.equals(NpzRolls.DOWNBEAT)
                || numbers.matches() && numbers.group(1).equals(NpzRolls.ONSET)) {
            return true;
        }
        if (!numbers.matches()) {
            NpyArray array = NpyArray.read(content, name, source);
            if (isRoll(array)) {
                named.put(name, dense(array, name, new BitSet(), false));
            }
            return true;
        }
        int number = Integer.parseInt(numbers.group(2));
        if (numbers.group(3).isEmpty()) {
            NpyArray array = NpyArray.read(content, name, source);
            numbered.put(number, dense(array, name, onsets.getOrDefault(number, new BitSet()), onsets.containsKey(number)));
        } else if (!names.contains(NpzRolls.ROLL + number)) {
            sparse(number, numbers.group(4), content, name);
        }
        return true;
    }

    private static String name(String entry) {
        return entry.endsWith(".npy") ? entry.substring(0, entry.length() - 4) : entry;
    }

    private List<Note> dense(NpyArray array, String name, BitSet begun, boolean known) {
        Cells cells = newCells();
        cells(array, name, cells::cell);
        return counted(known ? cells.notes(begun) : cells.notes());
    }

    private Cells newCells() {
        return new Cells(Cells.MAX_NOTES - notes, () -> source.refused("TOO_LARGE", "it holds more than " + Cells.MAX_NOTES
                + " notes.", "Split it into smaller files."));
    }

    private List<Note> counted(List<Note> found) {
        notes += found.size();
        return found;
    }

    /// Takes one cell of a roll.
    @FunctionalInterface
    interface CellSink {
        void cell(int step, int pitch, double value);
    }

    private static boolean isRoll(NpyArray array) {
        return array.shape().size() == 2 && (isPitches(array.shape().get(0)) || isPitches(array.shape().get(1)));
    }

    private static boolean isPitches(int length) {
        return length == NpzRolls.PITCHES || length == 88;
    }

    private void cells(NpyArray array, String name, CellSink sink) {
        if (!isRoll(array)) {
            throw source.refused(new Place.Member(name), "BAD_SHAPE", "the array is not of steps by 128 pitches or 88 keys.",
                    "Save piano rolls in that shape.");
        }
        boolean stepsFirst = isPitches(array.shape().get(1));
        int pitches = array.shape().get(stepsFirst ? 1 : 0);
        int steps = array.shape().get(stepsFirst ? 0 : 1);
        if (steps > RollGrid.LONGEST) {
            throw source.refused(new Place.Member(name), "TOO_LARGE", "the roll has more than " + RollGrid.LONGEST + " steps.",
                    "Split it into smaller files.");
        }
        int lowest = pitches == 88 ? 21 : 0;
        boolean byStep = stepsFirst != array.columnsFirst();
        int size = steps * pitches;
        for (int i = 0; i < size; i++) {
            double value = array.value(i);
            if (value != 0) {
                sink.cell(byStep ? i / pitches : i % steps, lowest + (byStep ? i % pitches : i / steps), value);
            }
        }
    }

    private void sparse(int number, String what, byte[] content, String name) {
        if (!SPARSE.contains(what)) {
            return;
        }
        keptBytes += content.length;
        if (keptBytes > MAX_KEPT) {
            throw source.refused("TOO_LARGE", "its sparse matrices hold more than " + (MAX_KEPT >> 20) + " MB.",
                    "Split it into smaller files.");
        }
        kept.put(number + what, NpyArray.read(content, name, source));
        if (SPARSE.stream().allMatch(field -> kept.containsKey(number + field))) {
            numbered.put(number, columns(number, kept.remove(number + "data"), kept.remove(number + "indices"),
                    kept.remove(number + "indptr")));
        }
    }

    private List<Note> columns(int number, NpyArray data, NpyArray rows, NpyArray starts) {
        int pitches = starts.size() - 1;
        if (!isPitches(pitches)) {
            throw badMatrix(number);
        }
        Cells cells = newCells();
        for (int column = 0; column < pitches; column++) {
            int from = whole(starts.value(column), Math.min(data.size(), rows.size()), number);
            int to = whole(starts.value(column + 1), Math.min(data.size(), rows.size()), number);
            int before = -1;
            int pitch = pitches == 88 ? 21 + column : column;
            for (int i = from; i < to; i++) {
                int step = whole(rows.value(i), RollGrid.LONGEST - 1, number);
                if (step <= before) {
                    throw badMatrix(number);
                }
                cells.cell(step, pitch, data.value(i));
                before = step;
            }
        }
        return counted(cells.notes());
    }

    private int whole(double value, int most, int number) {
        if (!(value >= 0 && value <= most) || value != Math.rint(value)) {
            throw badMatrix(number);
        }
        return (int) value;
    }

    private RuntimeException badMatrix(int number) {
        return source.refused(new Place.Member(NpzRolls.SPARSE + number), "BAD_ARRAY",
                "this is no sparse matrix of steps by 128 pitches with its rows in order.", "Save the piano rolls again.");
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        numbered.forEach((number, found) -> parts.add(new Part(info.name(number, ""), info.instrument(number), found)));
        named.forEach((name, found) -> parts.add(new Part(Text.wellFormed(name), Instrument.PIANO, found)));
        return parts;
    }

    Score score(List<Part> parts) {
        List<Meter> meters = info.statesTime() ? info.meters() : RollFacts.meters(downbeats, info.stepsPerQuarter());
        return new Score(info.stepsPerQuarter(), info.statesTime() ? info.tempos() : tempos, meters, List.of(), List.of(), List.of(),
                parts, Metadata.titled(info.title()));
    }
}
