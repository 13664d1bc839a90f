package dev.cadenza.model.musicvae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Latent;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.Session;
import dev.cadenza.model.Shapes;
import dev.cadenza.model.Toys;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.generate.Sampler;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicVaeModelTest {

    private static final ModelSpec.MusicVae FLAT = new ModelSpec.MusicVae(6, 5, 0, 2, 7, 8, 9, 2, 16, 0);
    private static final ModelSpec.MusicVae BARS = new ModelSpec.MusicVae(6, 5, 4, 1, 7, 8, 9, 3, 16, 0);
    private static final Sampler LIKELIEST = Sampler.of(new SamplerSettings(0, 0, 1, 0));

    @TempDir
    Path folder;

    private static Latent model(ModelSpec.MusicVae spec, GridTokenizer tokenizer) {
        return (Latent) Models.of(Toys.checkpoint(spec, tokenizer, 3, 0.5));
    }

    private static float[] point(Latent model, long seed) {
        Random random = new Random(seed);
        float[] point = new float[model.latent()];
        for (int i = 0; i < point.length; i++) {
            point[i] = (float) random.nextGaussian();
        }
        return point;
    }

    private static TokenSequence drawn(Latent model, float[] point, long seed) {
        return model.decode(point, Sampler.of(SamplerSettings.usual()), new Random(seed));
    }

    @Test
    void aPointHasOneLikeliestExcerptWithinTheGrammar() {
        for (ModelSpec.MusicVae spec : new ModelSpec.MusicVae[] {FLAT, BARS}) {
            for (GridTokenizer tokenizer : new GridTokenizer[] {new MelodyTokenizer(4), SatbTokenizer.SIXTEENTHS}) {
                Latent model = model(spec, tokenizer);
                TokenSequence excerpt = model.decode(point(model, 1), LIKELIEST, new Random(1));
                assertEquals(excerpt, model.decode(point(model, 1), LIKELIEST, new Random(2)));
                assertEquals(spec.steps(), excerpt.steps());
                tokenizer.decode(excerpt);
                assertNotEquals(model.session(point(model, 1)).logits()[0], model.session(point(model, 2)).logits()[0]);
            }
        }
    }

    @Test
    void theConductorBeginsEachBarAnew() {
        Latent model = model(BARS, new MelodyTokenizer(4));
        float[] point = point(model, 4);
        Session one = model.session(point);
        Session other = model.session(point);
        // What was heard before the bar line matters only through the last token.
        for (int step = 0; step < 16; step++) {
            one.accept(step == 15 ? 40 : 50);
            other.accept(step == 15 ? 40 : 60 + step);
        }
        assertArrayEquals(one.logits(), other.logits());
        assertEquals(16, one.length());
    }

    @Test
    void theGaussianOfAnExcerptDependsOnAllOfIt() {
        Latent model = model(FLAT, new MelodyTokenizer(4));
        TokenSequence excerpt = drawn(model, point(model, 1), 1);
        int[] tokens = excerpt.tokens();
        Latent.Gaussian before = model.encode(excerpt);
        assertArrayEquals(before.mean(), model.encode(excerpt).mean());
        for (int step : new int[] {0, 13, 31}) {
            int[] changed = tokens.clone();
            changed[step] = tokens[step] == 70 ? 71 : 70;
            assertNotEquals(before.mean()[0], model.encode(model.excerpts().of(changed)).mean()[0]);
        }
        for (float deviation : before.deviation()) {
            assertTrue(deviation > 0);
        }
        assertThrows(IllegalArgumentException.class, () -> model.encode(excerpt.slice(0, 16)));
        assertThrows(IllegalArgumentException.class, () -> model.session(new float[3]));
    }

    @Test
    void whatAGaussianTellsIsKnownInClosedForm() {
        assertEquals(0, new Latent.Gaussian(new float[2], new float[] {1, 1}).nats(), 1e-12);
        assertEquals((4 + 0.25 - Math.log(0.25) - 1) / 2, new Latent.Gaussian(new float[] {2}, new float[] {0.5f}).nats(), 1e-9);
        Latent.Gaussian narrow = new Latent.Gaussian(new float[] {3}, new float[] {0.1f});
        assertArrayEquals(new float[] {3}, narrow.draw(0, new Random(1)));
        assertNotEquals(3, narrow.draw(1, new Random(1))[0]);
    }

    @Test
    void aCheckpointComesBackAsItWas() {
        Checkpoint made = Toys.checkpoint(BARS, SatbTokenizer.SIXTEENTHS, 5, 0.3).halved();
        made.write(folder.resolve("m"));
        Checkpoint read = Checkpoint.read(folder.resolve("m"));
        assertEquals(BARS, read.spec());
        assertEquals(made.weights(), read.weights());
        assertEquals(made.hash(), ((Latent) Models.load(folder.resolve("m"))).hash());
    }

    @Test
    void otherRepresentationsAreRefusedInWords() {
        RequestException refused = assertThrows(RequestException.class, () -> Shapes.of(FLAT, new RollTokenizer(4, false)));
        assertEquals("LATENT_REPRESENTATION", refused.code());
    }
}
