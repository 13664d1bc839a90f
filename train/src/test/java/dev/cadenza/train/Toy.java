package dev.cadenza.train;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.RemiOptions;
import dev.cadenza.corpus.RemiTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.Meter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Small networks and music for tests.
final class Toy {

    static final MelodyTokenizer MELODY = new MelodyTokenizer(4);
    static final EventTokenizer BAND = new RemiTokenizer(4, RemiOptions.of(List.of("programs")));
    static final Layout EVENTS = new Layout.EventLayout(16, 12, 7, true);
    static final Layout ONE_HOT = new Layout.TokenLayout(Layout.Input.ONE_HOT, 0);
    static final Layout EMBEDDING = new Layout.TokenLayout(Layout.Input.EMBEDDING, 12);
    static final Layout STEPS = new Layout.StepLayout(16, 12, 7, true);

    private Toy() {
    }

    static ModelSpec.Recurrent spec(ModelSpec.Cell cell, Layout layout, double dropout) {
        return new ModelSpec.Recurrent(cell, 2, 24, dropout, layout);
    }

    static Recipe recipe(ModelSpec.Recurrent spec, int epochs, int batch) {
        return recipe(spec, epochs, batch, 0);
    }

    static Recipe recipe(ModelSpec.Recurrent spec, int epochs, int batch, double budgetMinutes) {
        return new Recipe("toy", "", "melody", 4, spec, epochs, batch, 16, 16, 2, 0.2, "adamw", 0.01, 0.1, 2, 0.01, 1, 0.1,
                0.1, 0.1, 0.5, 0.9, 0, "fp32", budgetMinutes, new Objective.Likelihood());
    }

    static TrainRequest request(Recipe recipe, Path out, boolean resume) {
        return new TrainRequest(recipe, MELODY, melodies(6, 40, 1), melodies(2, 40, 2), out, 7, 1, 2, resume,
                Provenance.unknown());
    }

    /// Scales up and down, each from a tone of its own, in eighth notes.
    static List<TokenSequence> melodies(int count, int steps, long seed) {
        Random random = new Random(seed);
        List<TokenSequence> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] tokens = new int[steps];
            int first = 60 + random.nextInt(5);
            for (int step = 0; step < steps; step += 2) {
                int degree = Math.abs(step / 2 % 14 - 7);
                tokens[step] = MELODY.vocabulary().number("n" + (first + degree));
            }
            pieces.add(sequence(MELODY, tokens));
        }
        return pieces;
    }

    /// Any tokens that the grammar allows.
    static TokenSequence random(Tokenizer tokenizer, int steps, long seed) {
        Random random = new Random(seed);
        int[] tokens = new int[steps * tokenizer.width()];
        var state = tokenizer.grammar().start();
        for (int i = 0; i < tokens.length; i++) {
            int[] allowed = state.allowed().stream().toArray();
            tokens[i] = allowed[random.nextInt(allowed.length)];
            state = state.after(tokens[i]);
        }
        return sequence(tokenizer, tokens);
    }

    private static TokenSequence sequence(Tokenizer tokenizer, int[] tokens) {
        Plan plan = new Plan(tokens.length / tokenizer.width(), Meter.common(), 0, Optional.empty(), true);
        return switch (tokenizer) {
            case GridTokenizer grid -> grid.sequence(tokens, plan);
            case EventTokenizer events -> events.sequence(tokens, plan);
        };
    }

    static GridTokenizer voices() {
        return SatbTokenizer.SIXTEENTHS;
    }
}
