package dev.cadenza.model.generate;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Some bars of some parts.
///
/// @param bars numbers of bars, from 1; empty for all
/// @param parts numbers of parts, from 0 for the top; empty for all
public record Region(BitSet bars, BitSet parts) {

    private static final int MOST_BARS = 1 << 20;

    public Region {
        bars = (BitSet) bars.clone();
        parts = (BitSet) parts.clone();
    }

    /// Bars written as `5-8` or `1,5-8`.
    ///
    /// @param flag the flag they came from, for the error
    /// @throws RequestException BARS_UNKNOWN
    public static BitSet bars(String flag, String written) {
        BitSet bars = new BitSet();
        for (String range : written.split(",", -1)) {
            String[] ends = range.strip().split("\\s*-\\s*", -1);
            try {
                int first = Integer.parseInt(ends[0]);
                int last = ends.length == 1 ? first : Integer.parseInt(ends[1]);
                if (ends.length > 2 || first < 1 || last < first || last > MOST_BARS) {
                    throw new NumberFormatException();
                }
                bars.set(first, last + 1);
            } catch (NumberFormatException e) {
                throw new RequestException(flag, "BARS_UNKNOWN", "'" + range.strip() + "' names no bars.",
                        "Write them as 5-8 or 1,5-8; the first bar is 1.");
            }
        }
        return bars;
    }

    /// Parts by their names, or by their numbers from 1 on; a name that one part has goes before a number.
    ///
    /// @param flag the flag they came from, for the error
    /// @param names of all parts
    /// @throws RequestException PART_UNKNOWN, or PART_AMBIGUOUS where several parts have the name
    public static BitSet parts(String flag, List<String> written, List<String> names) {
        BitSet parts = new BitSet();
        for (String one : written) {
            String wanted = one.strip();
            List<Integer> called = IntStream.range(0, names.size()).filter(part -> !wanted.isEmpty() && names.get(part).strip().equalsIgnoreCase(wanted))
                    .boxed().toList();
            int numbered = IntStream.range(0, names.size()).filter(part -> String.valueOf(part + 1).equals(wanted)).findFirst().orElse(-1);
            if (called.size() != 1 && numbered < 0) {
                throw called.isEmpty() ? new RequestException(flag, "PART_UNKNOWN", "there is no part '" + wanted + "'.",
                        "The parts are " + String.join(", ", named(names)) + ".")
                        : new RequestException(flag, "PART_AMBIGUOUS", called.size() + " parts are called '" + wanted + "'.",
                        "Name it by its number: the parts are " + String.join(", ", named(names)) + ".");
            }
            parts.set(called.size() == 1 ? called.getFirst() : numbered);
        }
        return parts;
    }

    private static List<String> named(List<String> names) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.add((all.size() + 1) + (name.isBlank() ? "" : " (" + name + ")"));
        }
        return all;
    }

    @Override
    public BitSet bars() {
        return (BitSet) bars.clone();
    }

    @Override
    public BitSet parts() {
        return (BitSet) parts.clone();
    }

    /// The tick at which chords begin that are counted from its first bar, or from the one after where that is an upbeat.
    public long counted(Score score) {
        return Primers.counted(score, Math.max(0, bars.nextSetBit(0) - 1));
    }

    /// Whether a bar belongs to it.
    public boolean holdsBar(int bar) {
        return bars.isEmpty() || bars.get(bar);
    }

    /// Whether a part belongs to it.
    public boolean holdsPart(int part) {
        return parts.isEmpty() || parts.get(part);
    }
}
