package dev.cadenza.bench.band;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.model.Adversarial;
import dev.cadenza.model.Models;
import dev.cadenza.model.generate.Noise;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Meter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Prints the table of MuseGAN (Dong et al. 2018): `MuseGanTable DATA [MODEL...] [--steps N] [--seed S] [--phrases N]`. Its first row
/// is that of the training part of the data; then the validation part, shuffled bars, shuffled steps and an n-gram; then the phrases
/// of each model as they come out of it, without any rounding. The second table says how far each row is from the first.
public final class MuseGanTable {

    private MuseGanTable() {
    }

    /// Prints the tables.
    public static void main(String[] arguments) {
        List<String> paths = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>(Map.of("--steps", "4", "--seed", "1", "--phrases", "500"));
        for (int i = 0; i < arguments.length; i++) {
            if (options.containsKey(arguments[i]) && i + 1 < arguments.length) {
                options.put(arguments[i], arguments[++i]);
            } else {
                paths.add(arguments[i]);
            }
        }
        if (paths.isEmpty()) {
            System.err.println("usage: MuseGanTable DATA [MODEL...] [--steps N] [--seed S] [--phrases N]");
            System.exit(2);
        }
        try {
            print(paths, Integer.parseInt(options.get("--steps")), Long.parseLong(options.get("--seed")),
                    Integer.parseInt(options.get("--phrases")));
        } catch (CadenzaException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void print(List<String> paths, int steps, long seed, int count) {
        RollTokenizer tokenizer = new RollTokenizer(steps, false);
        BandPhrases maker = new BandPhrases(new TrackRolls(steps));
        Corpus corpus = Corpora.open(Path.of(paths.getFirst()), tokenizer, seed, 0.2);
        List<PianoRoll> train = maker.of(corpus.train(), tokenizer);
        List<PianoRoll> valid = maker.of(corpus.valid(), tokenizer);
        System.out.printf(Locale.ROOT, "%d pieces to learn from, with %d phrases of %d bars in 4/4; %d others, with %d%n%n",
                corpus.train().size(), train.size(), BandPhrases.BARS, corpus.valid().size(), valid.size());
        Map<String, BandFigures> rows = new LinkedHashMap<>();
        rows.put("training part", figures(maker, train));
        if (!valid.isEmpty()) {
            rows.put("validation part", figures(maker, valid));
        }
        rows.put("shuffled bars", figures(maker, maker.shuffledBars(train, random(seed))));
        rows.put("shuffled steps", figures(maker, maker.shuffledSteps(train, random(seed))));
        rows.put("5-gram over tokens", figures(maker, maker.ofNgram(train, tokenizer, Math.min(count, 200), random(seed))));
        List<String> models = paths.subList(1, paths.size());
        for (String path : models) {
            rows.put(path, figures(path, steps, seed, count));
        }
        table(rows);
        distances(rows, models);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static BandFigures figures(BandPhrases maker, List<PianoRoll> phrases) {
        return BandFigures.of(maker.scores(phrases), BandPhrases.BARS);
    }

    private static BandFigures figures(String path, int steps, long seed, int count) {
        Adversarial model = (Adversarial) Models.load(Path.of(path));
        if (model.rolls().stepsPerQuarter() != steps || model.bars() != BandPhrases.BARS) {
            System.err.println(path + " makes " + model.bars() + " bars of " + model.rolls().stepsPerQuarter() + " steps a quarter note.");
            System.exit(1);
        }
        BandPhrases maker = new BandPhrases(model.rolls());
        RandomGenerator random = random(seed);
        List<PianoRoll> phrases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            phrases.add(maker.framed(model.phrase(Noise.draw(model.noise(), random), Meter.common())));
        }
        return figures(maker, phrases);
    }

    private static void table(Map<String, BandFigures> rows) {
        System.out.println(BandFigures.HEAD);
        rows.forEach((name, figures) -> System.out.println(figures.row(name)));
    }

    private static void distances(Map<String, BandFigures> rows, List<String> models) {
        BandFigures train = rows.get("training part");
        System.out.println();
        System.out.println("| distance from the training part | " + String.join(" | ", BandFigures.NAMES) + " |");
        System.out.println("|---|---|---|---|---|---|");
        rows.forEach((name, figures) -> {
            StringBuilder row = new StringBuilder("| " + name + " |");
            Arrays.stream(figures.distances(train)).forEach(distance -> row.append(String.format(Locale.ROOT, " %.2f |", distance)));
            System.out.println(row);
        });
        System.out.println();
        for (String model : models) {
            double[] own = rows.get(model).distances(train);
            for (String baseline : List.of("shuffled bars", "shuffled steps", "5-gram over tokens")) {
                double[] other = rows.get(baseline).distances(train);
                int better = 0;
                for (int i = 0; i < own.length; i++) {
                    better += own[i] < other[i] ? 1 : 0;
                }
                System.out.printf(Locale.ROOT, "%s is nearer than %s on %d of the 5.%n", model, baseline, better);
            }
        }
    }
}
