package dev.cadenza.bench.band;

import dev.cadenza.evaluate.metric.TrackMetrics;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The five metrics of MuseGAN, track by track: the mean of many phrases.
///
/// @param emptyBars EB, % a track
/// @param pitchClasses UPC a pitched track
/// @param qualified QN, % a pitched track
/// @param pattern DP, %
/// @param longNotes QN8, % a pitched track: of all notes, those that last an eighth or more. On a grid of sixteenths all notes are
///                  qualified, and this takes the place of QN
/// @param eighths DP8, %: of all drum notes, those that begin on an eighth. It takes the place of DP likewise
/// @param distance TD, mean of all pairs of pitched tracks that sound together
record BandFigures(double[] emptyBars, double[] pitchClasses, double[] qualified, double pattern, double[] longNotes, double eighths,
                   double distance) {

    /// Those that music is compared by, in the order of the paper.
    static final List<String> NAMES = List.of("EB", "UPC", "QN8", "DP8", "TD");

    /// The head of a table of rows.
    static final String HEAD = "| | EB % (B/D/G/P/S) | UPC (B/G/P/S) | QN % (B/G/P/S) | DP % | QN8 % (B/G/P/S) | DP8 % | TD |\n"
            + "|---|---|---|---|---|---|---|---|";

    private static final double EIGHTH = 0.5;

    /// @param phrases scores with one part a track, silent ones too
    static BandFigures of(List<Score> phrases, int bars) {
        List<Part> tracks = phrases.getFirst().parts();
        int[] pitched = IntStream.range(0, tracks.size()).filter(track -> !tracks.get(track).instrument().drums()).toArray();
        int[] drums = IntStream.range(0, tracks.size()).filter(track -> tracks.get(track).instrument().drums()).toArray();
        List<Double> distances = new ArrayList<>();
        for (Score phrase : phrases) {
            for (int i = 0; i < pitched.length; i++) {
                for (int j = i + 1; j < pitched.length; j++) {
                    distances.add(TrackMetrics.tonalDistance(phrase, phrase.parts().get(pitched[i]), phrase.parts().get(pitched[j])));
                }
            }
        }
        return new BandFigures(
                each(IntStream.range(0, tracks.size()).toArray(), phrases, bars, TrackMetrics::emptyBars),
                each(pitched, phrases, bars, TrackMetrics::usedPitchClasses),
                each(pitched, phrases, bars, TrackMetrics::qualifiedNotes),
                each(drums, phrases, bars, TrackMetrics::drumPattern)[0],
                Arrays.stream(pitched).mapToDouble(track -> share(phrases, track, (note, quarter) ->
                        note.duration() >= EIGHTH * quarter)).toArray(),
                share(phrases, drums[0], (note, quarter) -> note.onset() % (EIGHTH * quarter) == 0), mean(distances));
    }

    private static double[] each(int[] tracks, List<Score> phrases, int bars, ToDoubleFunction<TrackMetrics> metric) {
        double[] means = new double[tracks.length];
        for (int i = 0; i < means.length; i++) {
            int track = tracks[i];
            means[i] = mean(phrases.stream().map(phrase ->
                    metric.applyAsDouble(TrackMetrics.of(phrase, phrase.parts().get(track), bars))).toList());
        }
        return means;
    }

    /// Percentage of the notes of a track in all phrases.
    private static double share(List<Score> phrases, int track, BiPredicate<Note, Integer> counts) {
        long all = 0;
        long some = 0;
        for (Score phrase : phrases) {
            for (Note note : phrase.parts().get(track).notes()) {
                all++;
                some += counts.test(note, phrase.resolution()) ? 1 : 0;
            }
        }
        return all == 0 ? Double.NaN : 100.0 * some / all;
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().filter(number -> !number.isNaN()).mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /// How far each of [#NAMES] is from some others: the mean difference of tracks. A track that never sounds in one of them is as
    /// far as its figure.
    double[] distances(BandFigures from) {
        return new double[] {apart(emptyBars, from.emptyBars), apart(pitchClasses, from.pitchClasses), apart(longNotes, from.longNotes),
            apart(new double[] {eighths}, new double[] {from.eighths}), apart(new double[] {distance}, new double[] {from.distance})};
    }

    private static double apart(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((Double.isNaN(one[i]) ? 0 : one[i]) - (Double.isNaN(other[i]) ? 0 : other[i]));
        }
        return sum / one.length;
    }

    /// A row of a table in Markdown.
    String row(String name) {
        return "| " + name + " | " + joined(emptyBars, "%.1f") + " | " + joined(pitchClasses, "%.2f") + " | " + joined(qualified, "%.1f")
                + " | " + text(pattern, "%.1f") + " | " + joined(longNotes, "%.1f") + " | " + text(eighths, "%.1f") + " | " + text(distance, "%.2f") + " |";
    }

    private static String joined(double[] numbers, String form) {
        return IntStream.range(0, numbers.length).mapToObj(i -> text(numbers[i], form)).collect(Collectors.joining(" / "));
    }

    private static String text(double number, String form) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, form, number);
    }
}
