package dev.cadenza.model.generate;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes music step by step on a grid.
record GridMaker(GridTask task, GenerationRequest request) implements Maker {

    /// How many bars at the end are written several times.
    private static final int ENDING_BARS = 4;
    /// By how much less a single melody is pulled home.
    private static final double ONE_VOICE = 4;

    @Override
    public Attempt make(long seed) {
        RandomGenerator random = Composer.random(seed);
        GridTokenizer tokenizer = task.tokenizer();
        Outline outline = task.outline(random);
        Drafting drafting = new Drafting(task.model(), tokenizer, outline, masks(outline), pull(outline), Sampler.of(request.sampling()));
        int endingSteps = ENDING_BARS * Lengths.barSteps(tokenizer, outline.meter());
        Draft draft = closes(outline) ? Endings.best(outline, drafting, endingSteps, random)
                : drafting.writeTo(outline.steps(), false, random).draft();
        GridTask.Result result = task.result(outline, draft, draft.key());
        return new Attempt(result.score(), result.fault(), draft.notices());
    }

    private Optional<HomePull> pull(Outline outline) {
        double nats = request.constraints().homePull() / (task.tokenizer().voices() == 1 ? ONE_VOICE : 1);
        return outline.key().map(key -> new HomePull(new PitchLimit.InKey(Key.of(key)), nats));
    }

    /// Whether the music ends on the tonic.
    private boolean closes(Outline outline) {
        GridTokenizer tokenizer = task.tokenizer();
        int bar = Lengths.barSteps(tokenizer, outline.meter());
        int held = Math.min(outline.steps(), Finale.held(bar, tokenizer.stepsPerQuarter()));
        int fresh = outline.steps() - outline.given().length / tokenizer.width();
        return request.constraints().closesAt(outline.key(), (fresh - held) / (double) tokenizer.stepsPerQuarter());
    }

    /// What the request makes certain, in order of importance.
    private List<Mask> masks(Outline outline) {
        GridTokenizer tokenizer = task.tokenizer();
        Constraints wanted = request.constraints();
        int quarter = tokenizer.stepsPerQuarter();
        int bar = Lengths.barSteps(tokenizer, outline.meter());
        int held = Math.min(outline.steps(), Finale.held(bar, quarter));
        boolean knowsTheEnd = Outline.knowsTheEnd(tokenizer, task.model().provenance());
        List<Mask> masks = new ArrayList<>();
        masks.add(new Masks.Close(outline.steps()));
        int from = outline.given().length / tokenizer.width();
        masks.add(new Masks.FreshStart(from));
        if (closes(outline)) {
            masks.add(new Ending(outline.steps() - held, knowsTheEnd ? 0 : quarter));
        }
        wanted.limits(outline.key(), (outline.steps() - held - from) / (double) quarter, OnChords.beatQuarters(outline.meter()))
                .forEach(limit -> masks.add(new Masks.Limited(limit, from, quarter)));
        if (wanted.keepSounding()) {
            masks.add(new Masks.Rests(Math.max(1, bar / 2)));
            if (tokenizer.voices() == 1) {
                masks.add(new Masks.Circles(bar));
            }
        }
        if (wanted.keepToRange()) {
            masks.add(new Masks.Range(task.ranges()));
        }
        if (wanted.keepToKey()) {
            request.key().ifPresent(key -> masks.add(new Masks.InKey(new PitchLimit.InKey(Key.of(key)))));
        }
        if (wanted.voiceLeading()) {
            masks.add(new Masks.Order(task.ranges()));
            masks.add(new Room(task.ranges(), outline.steps() - held));
            masks.add(new Masks.Unison(2 * quarter));
            masks.add(new Masks.Parallels());
        }
        return masks;
    }
}
