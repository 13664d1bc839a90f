package dev.cadenza.model.generate;

import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Makes music by drawing cells of four voices.
record GibbsMaker(Gibbs model, GibbsTask task, GenerationRequest request) implements Maker {

    /// Sweeps are what time allows: a chorale of 16 bars in a few seconds. A faster fall of the share was worse.
    private static final int SWEEPS = 384;
    /// Where one network reads all voices, a sweep of one voice costs as much as one of all.
    private static final int SWEEPS_TOGETHER = 96;
    private static final double UNKNOWN_FIRST = 0.9;
    private static final double ALL_KNOWN = 0.3;
    private static final double LAST = 0.12;
    /// Measured: leaps and harmony come nearest to those of Bach, and as much still happens.
    private static final double COOLED = 0.7;

    /// @throws RequestException where such a model cannot do what is asked
    static GibbsMaker of(Gibbs model, GenerationRequest request) {
        GivenLimits.checkRanges(model.tokenizer(), request.constraints());
        GibbsTask task = switch (request) {
            case GenerationRequest.Compose compose when compose.start() instanceof Start.Nothing -> new GibbsComposition(model, compose);
            case GenerationRequest.Compose compose -> throw new RequestException("--from-window", "MODEL_UNSUITED",
                    "this model does not go on from a window.", "Leave it out, or choose another model with --model.");
            case GenerationRequest.Continue more -> throw Composer.unsuited(model, "does not go on behind a primer");
            case GenerationRequest.Accompany join -> throw Composer.unsuited(model, "accompanies nothing");
            case GenerationRequest.Vary _, GenerationRequest.Interpolate _ -> throw Composer.notLatent(model);
            case GenerationRequest.Harmonize harmonize -> new Harmonization(model, harmonize);
            case GenerationRequest.Infill infill -> new Infilling(model, infill);
        };
        return new GibbsMaker(model, task, request);
    }

    @Override
    public Attempt make(long seed) {
        return make(seed, _ -> { });
    }

    @Override
    public Attempt make(long seed, DoubleConsumer done) {
        RandomGenerator random = Composer.random(seed);
        GibbsTask.Frame frame = task.frame(random);
        Optional<Refiner.Pull> pull = frame.key().filter(_ -> request.constraints().homePull() > 0)
                .map(_ -> new Refiner.Pull(IntStream.range(0, frame.start().steps()).mapToObj(task.keys(frame))
                        .map(key -> new PitchLimit.InKey(Key.of(key))).toList(), request.constraints().homePull()));
        // Who wants no rules wants what was learnt, at the temperature that was asked for.
        double cooled = request.constraints().voiceLeading() ? COOLED : 1;
        Refiner.Schedule schedule = model.readsUnknown() ? new Refiner.Schedule(SWEEPS_TOGETHER, UNKNOWN_FIRST, LAST, cooled)
                : new Refiner.Schedule(SWEEPS, ALL_KNOWN, LAST, cooled);
        Refiner refiner = new Refiner(model, rules(frame), pull, request.sampling(), schedule, Runtime.getRuntime().availableProcessors());
        Refiner.Refined refined = refiner.refine(frame.start(), frame.free(), random.nextLong(), done);
        Set<String> notices = new LinkedHashSet<>(frame.notices());
        notices.addAll(refined.notices());
        GridTask.Result result = task.result(frame, refined.grid());
        return new Attempt(result.score(), result.fault(), notices);
    }

    private List<GridRule> rules(GibbsTask.Frame frame) {
        Constraints wanted = request.constraints();
        int quarter = model.tokenizer().stepsPerQuarter();
        List<GridRule> rules = new ArrayList<>();
        rules.add(new GridRule.Begins(frame.start(), frame.free()));
        double last = Math.max(0, frame.last() - frame.counted());
        wanted.limits(frame.key(), last / quarter, OnChords.beatQuarters(frame.meter()))
                .forEach(limit -> rules.add(new GridRule.Limited(limit, limit instanceof OnChords ? frame.counted() : 0, quarter)));
        // What was asked for goes before an ending that nobody spoke of.
        frame.closed().ifPresent(step -> frame.key().ifPresent(key -> rules.add(new GridRule.Ending(key, step))));
        if (wanted.keepSounding()) {
            rules.add(new GridRule.Sounds(frame.silent()));
        }
        if (wanted.keepToRange()) {
            rules.add(new GridRule.Range(frame.ranges()));
        }
        if (wanted.keepToKey()) {
            request.key().map(Key::of).ifPresent(key -> rules.add(new GridRule.Limited(new PitchLimit.InKey(key), 0, quarter)));
        }
        if (wanted.voiceLeading()) {
            rules.add(new GridRule.Order());
            rules.add(new GridRule.Parallels());
            rules.add(new GridRule.Spacing());
        }
        return rules;
    }

    /// Whether the last chord of a grid is free to be the tonic: what is given of it must belong to its triad, and a given lowest voice must
    /// have the tonic.
    ///
    /// @param last step at which it begins
    /// @param end behind its last step
    static boolean mayClose(Gibbs model, VoiceGrid start, KeySignature key, int last, int end) {
        GridDraft draft = new GridDraft(model.tokenizer(), start);
        int third = key.mode() == Mode.MAJOR ? 4 : 3;
        for (int voice = 0; voice < draft.voices(); voice++) {
            for (int step = last; step < end; step++) {
                int pitch = draft.pitch(step, voice);
                int degree = Math.floorMod(pitch - key.tonic(), 12);
                boolean bass = voice == draft.voices() - 1;
                if (pitch == GridDraft.SILENCE || pitch >= 0 && degree != 0 && (bass || degree != 7 && degree != third)) {
                    return false;
                }
            }
        }
        return true;
    }
}
