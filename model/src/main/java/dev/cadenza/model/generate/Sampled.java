package dev.cadenza.model.generate;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Latent;
import dev.cadenza.model.Session;
import dev.cadenza.model.latent.Lean;
import dev.cadenza.model.latent.Points;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.theory.KeyFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Points of a model of excerpts, one behind the other, as a model of a whole piece: so all that holds for music that is made from
/// its beginning to its end (limits, keys, endings) holds for it.
///
/// The first point is drawn from the standard normal distribution, the others near it, in the form A B A C A B A D ..., as phrases
/// answer each other. An excerpt is in whatever key its point means; each is transposed to the key of the piece.
///
/// @param points one a section
/// @param fifths signature of the key that each point's excerpt is in by itself
record Sampled(Latent latent, List<float[]> points, int[] fifths) implements Autoregressive {

    /// How much of a later theme is that of the first: the correlation of their points.
    private static final double LIKENESS = 0.7;
    private static final SamplerSettings LIKELIEST = new SamplerSettings(0, 0, 1, 0);

    /// A piece of as many bars as are asked for.
    ///
    /// @throws RequestException where a metre is asked for that the model does not know, or a window to begin with
    static Sampled drawn(Latent latent, GenerationRequest.Compose request, RandomGenerator random) {
        Lean lean = switch (request.start()) {
            case Start.Nothing nothing -> Lean.NONE;
            case Start.Leaning leaning -> leaning.lean();
            case Start.TrainingWindow window -> throw new RequestException("--from-window", "LATENT", "this model ("
                    + latent.spec().words() + ") draws points; it does not go on from music.", "Let it begin by itself.");
        };
        Meter own = latent.excerpts().meter();
        request.meter().filter(asked -> asked.numerator() != own.numerator() || asked.denominator() != own.denominator())
                .ifPresent(asked -> {
                    throw new RequestException("--meter", "METER_UNSUITED", "this model knows bars of " + own + " only.",
                            "Leave --meter out, or choose another model.");
                });
        int sections = Math.ceilDiv(request.bars(), latent.excerpts().bars());
        float[] theme = Noise.draw(latent.latent(), random);
        float[] answer = near(theme, random);
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < sections; i++) {
            float[] point = i % 2 == 0 ? theme : i % 4 == 1 ? answer : near(theme, random);
            points.add(lean.of(point));
        }
        return new Sampled(latent, List.copyOf(points), points.stream().mapToInt(point -> fifths(latent, point)).toArray());
    }

    private static float[] near(float[] theme, RandomGenerator random) {
        return Points.sum(theme, LIKENESS, Noise.draw(theme.length, random), Math.sqrt(1 - LIKENESS * LIKENESS));
    }

    private static int fifths(Latent latent, float[] point) {
        TokenSequence excerpt = latent.decode(point, Sampler.of(LIKELIEST), Composer.random(0));
        return KeyFinder.find(Primers.weights(excerpt, latent.tokenizer())).key().fifths();
    }

    @Override
    public Session session(ContextReader context) {
        int[] told = new int[tokenizer().contextRows().size()];
        context.read(told);
        Optional<KeySignature> key = Outline.statedKey(told, tokenizer());
        return new Reading(key.map(KeySignature::fifths).orElse(fifths[0]));
    }

    /// One section after the other.
    private final class Reading implements Session {

        private final int home;
        private final int sectionTokens = latent.excerpts().steps() * tokenizer().width();
        private Session section;
        private int length;

        Reading(int home) {
            this.home = home;
            begin(0);
        }

        private void begin(int number) {
            section = new Transposed(latent.session(points.get(number)), tokenizer(),
                    Math.floorMod(7 * (home - fifths[number]) + 6, 12) - 6);
        }

        @Override
        public float[] logits() {
            return section.logits();
        }

        @Override
        public void accept(int token) {
            section.accept(token);
            length++;
            if (length % sectionTokens == 0 && length / sectionTokens < points.size()) {
                begin(length / sectionTokens);
            }
        }

        @Override
        public int length() {
            return length;
        }
    }

    @Override
    public Facts facts() {
        return latent.facts();
    }

    @Override
    public GridTokenizer tokenizer() {
        return latent.tokenizer();
    }
}
