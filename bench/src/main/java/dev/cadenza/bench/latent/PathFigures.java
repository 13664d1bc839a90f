package dev.cadenza.bench.latent;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.baseline.NgramModel;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.Latent;
import dev.cadenza.model.Models;
import dev.cadenza.model.generate.Sampler;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.latent.Points;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Ways between held-out excerpts, through the latent space and in the data, as in figure 4 of MusicVAE's paper. In the data, each
/// token is taken from the one end or the other, with the share of the way as its probability. Both ways have the same ends:
/// what the model makes of the two excerpts. At each place: the share of tokens that differ from the first end, and what a 5-gram
/// of the training part (in all keys) loses on it, relative to the mean of the ends.
///
/// `PathFigures MODEL CORPUS [PAIRS]`
public final class PathFigures {

    private static final int PLACES = 9;
    private static final int ORDER = 5;
    private static final Sampler LIKELIEST = Sampler.of(new SamplerSettings(0, 0, 1, 0));

    private final double[] distance = new double[PLACES];
    private final double[] nats = new double[PLACES];
    private int pairs;

    private PathFigures() {
    }

    public static void main(String[] args) {
        Latent model = (Latent) Models.load(Path.of(args[0]));
        int wanted = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        Corpus corpus = Corpora.open(Path.of(args[1]), model.tokenizer(), 1, 0.2);
        List<TokenSequence> train = HeldOut.excerpts(model.excerpts(), Corpus.tokens(corpus.train()), Integer.MAX_VALUE);
        NgramModel ngram = NgramModel.learn(NgramModel.inAllKeys(train, model.tokenizer()), model.tokenizer(), ORDER,
                NgramModel.Past.STREAM);
        List<TokenSequence> excerpts = HeldOut.excerpts(model.excerpts(), Corpus.tokens(corpus.valid()), 2 * wanted);
        PathFigures latent = new PathFigures();
        PathFigures mixed = new PathFigures();
        int pairs = excerpts.size() / 2;
        for (int i = 0; i < pairs; i++) {
            float[] from = model.encode(excerpts.get(i)).mean();
            float[] to = model.encode(excerpts.get(i + pairs)).mean();
            int[] first = made(model, from);
            int[] last = made(model, to);
            Random random = new Random(i);
            latent.pairs++;
            mixed.pairs++;
            for (int place = 0; place < PLACES; place++) {
                double share = place / (PLACES - 1.0);
                latent.add(place, first, made(model, Points.between(from, to, share)), model.excerpts(), ngram);
                mixed.add(place, first, mix(first, last, share, random), model.excerpts(), ngram);
            }
        }
        System.out.printf(Locale.ROOT, "%d pairs%n| share of the way | differs from the first, latent | in the data | 5-gram's loss, latent | in "
                + "the data |%n|---|---|---|---|---|%n", pairs);
        for (int place = 0; place < PLACES; place++) {
            System.out.printf(Locale.ROOT, "| %.3f | %.3f | %.3f | %.3f | %.3f |%n", place / (PLACES - 1.0), latent.distance(place),
                    mixed.distance(place), latent.cost(place), mixed.cost(place));
        }
    }

    private static int[] made(Latent model, float[] point) {
        return model.decode(point, LIKELIEST, new Random(1)).tokens();
    }

    /// Each token of one end or the other.
    static int[] mix(int[] first, int[] last, double share, Random random) {
        int[] mixed = new int[first.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = random.nextDouble() < share ? last[i] : first[i];
        }
        return mixed;
    }

    /// Share of the tokens that differ.
    static double hamming(int[] first, int[] other) {
        int differ = 0;
        for (int i = 0; i < first.length; i++) {
            differ += first[i] == other[i] ? 0 : 1;
        }
        return (double) differ / first.length;
    }

    private void add(int place, int[] first, int[] tokens, Excerpts excerpts, NgramModel ngram) {
        distance[place] += hamming(first, tokens);
        nats[place] += ngram.measure(List.of(excerpts.of(tokens)), excerpts.tokenizer()).perToken();
    }

    private double distance(int place) {
        return distance[place] / pairs;
    }

    private double cost(int place) {
        return nats[place] / ((nats[0] + nats[PLACES - 1]) / 2);
    }
}
