package dev.cadenza.bench.structure;

import dev.cadenza.score.Meter;
import dev.cadenza.score.structure.MetreEvidence;
import dev.cadenza.score.structure.MetreFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Learns the weights of [MetreFinder] on half of the songs and quartets, whose licence (CC0) lets what is learnt of them ship, and
/// prints them as Java.
///
/// Usage: `MetreTraining DATA`, the folder with the unpacked data sets. Every data set counts by the square root of its size.
public final class MetreTraining {

    private static final Set<String> SHIPPING = Set.of("lieder", "quartets");

    private MetreTraining() {
    }

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: MetreTraining DATA");
            System.exit(2);
        }
        List<Barred> pieces = BarredPieces.all(Path.of(arguments[0])).stream().filter(piece -> SHIPPING.contains(piece.set()))
                .filter(Barred::forTuning).toList();
        Map<String, Long> sizes = new TreeMap<>(pieces.stream().collect(Collectors.groupingBy(Barred::set, Collectors.counting())));
        List<ConditionalLogit.Case> cases = new ArrayList<>();
        for (Barred piece : pieces) {
            List<MetreEvidence> options = MetreFinder.evidence(piece.score());
            int right = right(piece, options);
            if (right >= 0) {
                cases.add(new ConditionalLogit.Case(options.stream().map(option -> option.numbers().stream()
                        .mapToDouble(Double::doubleValue).toArray()).toList(), right, 1 / Math.sqrt(sizes.get(piece.set()))));
            }
        }
        System.err.println(sizes + ", " + cases.size() + " whose metre is considered");
        double[] weights = ConditionalLogit.learn(cases, cases.getFirst().options().getFirst().length, 600, 0.1, 2e-4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < weights.length; i++) {
            text.append(String.format(Locale.ROOT, "%s%.3f,", i % 12 == 0 ? "\n            " : " ", weights[i]));
        }
        System.out.println(text);
    }

    private static int right(Barred piece, List<MetreEvidence> options) {
        long near = Math.max(1, piece.score().resolution() / 24);
        Meter usual = piece.usual();
        for (int i = 0; i < options.size(); i++) {
            MetreEvidence option = options.get(i);
            long bar = option.meter().barTicks(piece.score().resolution());
            long apart = Math.floorMod(option.phaseTicks() - piece.phase(), bar);
            if (Metres.same(option.meter(), usual) && Math.min(apart, bar - apart) <= near) {
                return i;
            }
        }
        return -1;
    }
}
