package dev.cadenza.bench.voices;

import dev.cadenza.evaluate.voices.ChoraleCopies;
import dev.cadenza.evaluate.voices.FourParts;
import dev.cadenza.evaluate.voices.VoiceLeading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A row of a page's table of voice leading and copies.
public final class LeadingRow {

    /// What the cells are.
    public static final List<String> HEAD = List.of("pieces", "parallel 5ths", "parallel 8ves", "direct", "crossing %", "spacing %", "leaps",
            "events a piece", "copying %", "longest copy: median, 95 %, longest (sixteenths)");

    private LeadingRow() {
    }

    /// The cells of some pieces.
    ///
    /// @param copies finds passages of the music that was learnt from; if any
    public static List<String> of(List<FourParts> pieces, Optional<ChoraleCopies> copies) {
        VoiceLeading all = pieces.stream().map(VoiceLeading::of).reduce(VoiceLeading.NONE, VoiceLeading::plus);
        String copying = copies.map(found -> number(100.0 * pieces.parallelStream().filter(found::copies).count() / pieces.size(), 1)).orElse("");
        String longest = copies.map(found -> {
            int[] steps = longest(pieces, found);
            return steps[steps.length / 2] + ", " + steps[(int) Math.round(0.95 * (steps.length - 1))] + ", " + steps[steps.length - 1];
        }).orElse("");
        return List.of(String.valueOf(all.pieces()), number(all.parallelFifthsPer100(), 3), number(all.parallelOctavesPer100(), 3),
                number(all.directsPer100(), 3), number(all.crossingPercent(), 2), number(all.wideSpacingPercent(), 2),
                number(all.leapsPer100(), 3), number(all.eventsPerPiece(), 1), copying, longest);
    }

    /// Sixteenths of the longest copied passage of each piece, in order of size.
    public static int[] longest(List<FourParts> pieces, ChoraleCopies copies) {
        return pieces.parallelStream().mapToInt(piece -> copies.longest(piece).steps()).sorted().toArray();
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
