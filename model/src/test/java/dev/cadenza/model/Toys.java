package dev.cadenza.model;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.LeadSheetTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.ProgramSlots;
import dev.cadenza.corpus.RemiOptions;
import dev.cadenza.corpus.RemiTokenizer;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Small models with random weights.
public final class Toys {

    public static final GridTokenizer SATB = new SatbTokenizer(4, 40, 80, false);
    public static final GridTokenizer MELODY = new MelodyTokenizer(4);
    public static final GridTokenizer SHEET = new LeadSheetTokenizer(4);
    public static final EventTokenizer BAND = new RemiTokenizer(4, RemiOptions.of(List.of("programs")), band());
    public static final EventTokenizer ROLL = new RollTokenizer(4, false);
    public static final EventTokenizer ONE_ROLL = new RollTokenizer(4, true);
    public static final Layout STEP = new Layout.StepLayout(9, 7, 5, true);
    public static final Layout EVENT = new Layout.EventLayout(9, 7, 5, true);
    public static final Layout ONE_HOT = new Layout.TokenLayout(Layout.Input.ONE_HOT, 0);
    public static final Layout EMBEDDING = new Layout.TokenLayout(Layout.Input.EMBEDDING, 6);
    public static final List<Layout> LAYOUTS = List.of(STEP, EVENT, ONE_HOT, EMBEDDING);

    private Toys() {
    }

    /// A piano, two basses and drums.
    private static ProgramSlots band() {
        int[] programs = new int[128];
        programs[0] = 1;
        programs[33] = 2;
        return new ProgramSlots(programs, true);
    }

    /// A walk through a grammar; its second half says again what the first said, where it may.
    public static int[] walk(Tokenizer tokenizer, int length, long seed) {
        Random random = new Random(seed);
        int[] tokens = new int[length];
        Grammar.State state = tokenizer.grammar().start();
        for (int i = 0; i < length; i++) {
            int[] allowed = state.allowed().stream().toArray();
            int again = tokens[i % Math.max(1, length / 2)];
            tokens[i] = i >= length / 2 && state.allowed().get(again) ? again : allowed[random.nextInt(allowed.length)];
            state = state.after(tokens[i]);
        }
        return tokens;
    }

    public static Checkpoint checkpoint(ModelSpec.Cell cell, Layout layout, Tokenizer tokenizer, long seed, double size) {
        return checkpoint(new ModelSpec.Recurrent(cell, 2, 13, 0.2, layout), tokenizer, seed, size);
    }

    public static Checkpoint checkpoint(ModelSpec spec, Tokenizer tokenizer, long seed, double size) {
        Random random = new Random(seed);
        Map<String, Tensor> weights = new TreeMap<>();
        Shapes.of(spec, tokenizer).forEach((name, shape) -> {
            int count = 1;
            for (int axis : shape) {
                count *= axis;
            }
            float[] data = new float[count];
            for (int i = 0; i < count; i++) {
                data[i] = (float) (random.nextGaussian() * size);
            }
            weights.put(name, Tensor.of(data, shape));
        });
        return new Checkpoint(spec, tokenizer, weights, Provenance.unknown(), List.of());
    }

    public static Autoregressive model(ModelSpec.Cell cell, Layout layout, Tokenizer tokenizer, long seed) {
        return (Autoregressive) Models.of(checkpoint(cell, layout, tokenizer, seed, 0.4));
    }
}
