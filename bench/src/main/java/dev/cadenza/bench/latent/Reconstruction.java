package dev.cadenza.bench.latent;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.model.Latent;
import dev.cadenza.model.Models;
import dev.cadenza.model.Session;
import dev.cadenza.model.generate.Sampler;
import dev.cadenza.model.generate.SamplerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// How well excerpts of held-out music come back from their points, as MusicVAE's paper measures it: the likeliest token each
/// time, after the true tokens before it (teacher-forced) and after the model's own (sampled), from the mean of the excerpt's
/// Gaussian; all tokens, and those alone that begin a note. Beside them the same from the point of another excerpt: what a
/// decoder gets right that is told nothing of this one.
///
/// `Reconstruction MODEL CORPUS [EXCERPTS]`; the validation part of the corpus, 0.2 of it with seed 1 where it has none.
public final class Reconstruction {

    private static final Sampler LIKELIEST = Sampler.of(new SamplerSettings(0, 0, 1, 0));

    private Reconstruction() {
    }

    public static void main(String[] args) {
        Latent model = (Latent) Models.load(Path.of(args[0]));
        int most = args.length > 2 ? Integer.parseInt(args[2]) : 1000;
        Corpus corpus = Corpora.open(Path.of(args[1]), model.tokenizer(), 1, 0.2);
        List<TokenSequence> excerpts = HeldOut.excerpts(model.excerpts(), Corpus.tokens(corpus.valid()), most);
        ReconstructionTally forced = new ReconstructionTally(model.tokenizer());
        ReconstructionTally sampled = new ReconstructionTally(model.tokenizer());
        ReconstructionTally forcedElsewhere = new ReconstructionTally(model.tokenizer());
        ReconstructionTally sampledElsewhere = new ReconstructionTally(model.tokenizer());
        double told = 0;
        double surprise = 0;
        List<Latent.Gaussian> gaussians = excerpts.stream().map(model::encode).toList();
        for (int i = 0; i < excerpts.size(); i++) {
            TokenSequence excerpt = excerpts.get(i);
            float[] point = gaussians.get(i).mean();
            float[] other = gaussians.get((i + excerpts.size() / 2) % excerpts.size()).mean();
            told += gaussians.get(i).nats();
            surprise += teach(model, excerpt, gaussians.get(i).draw(1, new Random(i)), new ReconstructionTally(model.tokenizer()));
            teach(model, excerpt, point, forced);
            teach(model, excerpt, other, forcedElsewhere);
            sampled.add(excerpt, model.decode(point, LIKELIEST, new Random(1)).tokens());
            sampledElsewhere.add(excerpt, model.decode(other, LIKELIEST, new Random(1)).tokens());
        }
        int count = excerpts.size();
        System.out.printf(Locale.ROOT, "%s, %d excerpts of %d bars%n", model.spec().words(), count, model.excerpts().bars());
        System.out.printf(Locale.ROOT, "| | all tokens | notes that begin |%n|---|---|---|%n");
        row("teacher-forced", forced);
        row("sampled, greedy from the mean", sampled);
        row("teacher-forced, from another excerpt's point", forcedElsewhere);
        row("sampled, from another excerpt's point", sampledElsewhere);
        System.out.printf(Locale.ROOT, "A point tells %.1f nats; at a point drawn, a step surprises by %.3f nats; both together %.3f nats a "
                + "step.%n", told / count, surprise / count / model.excerpts().steps(),
                (told + surprise) / count / model.excerpts().steps());
    }

    private static void row(String name, ReconstructionTally tally) {
        System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f |%n", name, tally.accuracy(), tally.onsetAccuracy());
    }

    /// @return nats of the excerpt at the point
    private static double teach(Latent model, TokenSequence excerpt, float[] point, ReconstructionTally tally) {
        Session session = model.session(point);
        int[] tokens = excerpt.tokens();
        int[] likeliest = new int[tokens.length];
        double nats = 0;
        for (int i = 0; i < tokens.length; i++) {
            float[] logits = session.logits();
            likeliest[i] = LIKELIEST.sample(logits, new Random(1));
            double sum = 0;
            for (float logit : logits) {
                sum += Math.exp(logit - logits[likeliest[i]]);
            }
            nats += Math.log(sum) - (logits[tokens[i]] - logits[likeliest[i]]);
            session.accept(tokens[i]);
        }
        tally.add(excerpt, likeliest);
        return nats;
    }
}
