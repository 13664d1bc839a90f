package dev.cadenza.bench.harmony;

import dev.cadenza.bench.harmony.KeyBaselines.Profile;
import dev.cadenza.score.Score;
import dev.cadenza.score.harmony.HarmonicAnalysis;
import dev.cadenza.score.harmony.HarmonyFinder;
import dev.cadenza.score.harmony.KeySpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Measures keys, chords and numerals against what people say, beside baselines of the literature.
///
/// Usage: `HarmonyAccuracy rome|mozart|pop909|leadsheets FOLDER [EVERY]`: of the pieces, each EVERYth is judged. Of When in Rome only
/// those that nothing was learnt from; of the Mozart sonatas, which that set holds too, only those movements of its other half.
public final class HarmonyAccuracy {

    /// Bars before and behind for windows; the penalty of a change of key is the one that Temperley states.
    static final int REACH = 4;
    static final double PENALTY = 12;

    private HarmonyAccuracy() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Labelled> pieces = DataSets.read(arguments[0], Path.of(arguments[1]));
        int every = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        List<Labelled> left = pieces.stream().filter(piece -> !isLearntFrom(arguments[0], piece.id())).toList();
        List<Labelled> judged = IntStream.range(0, left.size()).filter(i -> i % every == 0).mapToObj(left::get).toList();
        System.out.println(judged.size() + " pieces judged");
        System.out.printf("%-34s %s%n", "", Tally.HEAD);
        for (Profile profile : Profile.values()) {
            print("global " + profile + ", correlation", judged, (piece, tally) -> tally.home(piece.home(), KeyBaselines.global(piece.score(), profile)));
        }
        for (Profile profile : Profile.values()) {
            local("windows, " + profile, judged, score -> KeyBaselines.windowed(score, profile, REACH));
        }
        local("bars with penalty, TEMPERLEY", judged, score -> KeyBaselines.segmented(score, Profile.TEMPERLEY, PENALTY));
        print("templates a beat", judged, (piece, tally) -> tally.chords(piece.labels(), ChordBaseline.perBeat(piece.score()), false));
        CadenceTally.print(judged);
        ours("ours", judged, new HarmonyFinder());
        ours("ours, by sound alone", judged, HarmonyFinder.bySound());
    }

    private static boolean isLearntFrom(String set, String id) {
        return switch (set) {
            case "rome" -> Labelled.isForLearning(id);
            case "mozart" -> Labelled.isForLearning("Corpus/Piano_Sonatas/Mozart,_Wolfgang_Amadeus/" + id.replace('-', '/'));
            default -> false;
        };
    }

    private static void local(String name, List<Labelled> pieces, Function<Score, List<KeySpan>> finder) {
        print(name, pieces, (piece, tally) -> tally.local(piece.labels(), finder.apply(piece.score())));
    }

    static Tally ours(String name, List<Labelled> pieces, HarmonyFinder finder) {
        return print(name, pieces, (piece, tally) -> {
            HarmonicAnalysis analysis = finder.analyse(piece.score());
            tally.home(piece.home(), analysis.key());
            tally.local(piece.labels(), analysis.keys());
            tally.chords(piece.labels(), analysis.chords(), true);
        });
    }

    private static Tally print(String name, List<Labelled> pieces, BiConsumer<Labelled, Tally> measure) {
        Tally tally = new Tally();
        pieces.forEach(piece -> measure.accept(piece, tally));
        System.out.printf("%-34s %s%n", name, tally.line());
        return tally;
    }
}
