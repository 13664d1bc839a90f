package dev.cadenza.model.generate;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Session;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Makes music as a stream of events.
record EventMaker(EventTask task, GenerationRequest request) implements Maker {

    /// Tokens at one step, at most: chords of all instruments of a band have fewer.
    private static final int CROWD = 256;
    /// Instruments that come in, at most.
    private static final int BAND = 8;

    @Override
    public Attempt make(long seed) {
        RandomGenerator random = Composer.random(seed);
        EventTask.Course course = task.course(random);
        EventTokenizer tokenizer = task.tokenizer();
        Plan plan = course.plan();
        Session session = task.model().session(heard(course));
        course.heard().ifPresent(window -> accept(session, window.tokens()));
        accept(session, course.given());
        EventWriting writing = new EventWriting(tokenizer, plan);
        for (int token : course.given()) {
            writing.accept(token);
        }
        Set<String> notices = new LinkedHashSet<>();
        int bar = Lengths.barSteps(tokenizer, plan.meter());
        int last = plan.steps() - Finale.held(bar, tokenizer.stepsPerQuarter());
        List<EventMask> masks = masks(course, bar, last);
        Sampler sampler = Sampler.of(request.sampling());
        while (true) {
            BitSet allowed = allowed(writing, masks, notices);
            if (allowed.isEmpty()) {
                break;
            }
            int token = allowed.cardinality() == 1 ? allowed.nextSetBit(0)
                    : sampler.within(allowed).sample(session.logits(), random);
            if (writing.stepAfter(token) >= plan.steps() && writing.mayEnd()) {
                break;
            }
            session.accept(token);
            writing.accept(token);
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        TokenSequence made = tokenizer.sequence(writing.tokens(), plan);
        boolean cadence = closes(course, last);
        GridTask.Result result = task.result(course, Finale.of(tokenizer.decode(made), tokenizer.stepsPerQuarter(),
                cadence ? last : plan.steps(), plan.steps()));
        return new Attempt(result.score(), result.fault(), notices);
    }

    private static void accept(Session session, int[] tokens) {
        for (int token : tokens) {
            session.accept(token);
        }
    }

    /// What the model is told: nothing that it has not learnt to read.
    private ContextReader heard(EventTask.Course course) {
        EventTokenizer tokenizer = task.tokenizer();
        List<String> unseen = task.model().provenance().unseen();
        Plan plan = course.plan();
        boolean knowsTheEnd = !unseen.contains(Outline.LEFT);
        ContextReader piece = tokenizer.read(new Plan(knowsTheEnd ? plan.steps() : 0, plan.meter(), plan.upbeat(),
                unseen.contains(Outline.KEY) ? Optional.empty() : plan.key(), knowsTheEnd));
        return course.heard().<ContextReader>map(window -> new Following(window, piece)).orElse(piece);
    }

    /// Reads the context of a window, then that of a piece.
    private static final class Following implements ContextReader {

        private final TokenSequence window;
        private final ContextReader piece;
        private int at;

        Following(TokenSequence window, ContextReader piece) {
            this.window = window;
            this.piece = piece;
        }

        @Override
        public void read(int[] values) {
            if (at >= window.steps()) {
                piece.read(values);
                return;
            }
            for (int row = 0; row < values.length; row++) {
                values[row] = window.context(row, at);
            }
        }

        @Override
        public void accept(int token) {
            if (at >= window.steps()) {
                piece.accept(token);
            } else {
                at++;
            }
        }
    }

    /// Whether the music ends on the tonic.
    private boolean closes(EventTask.Course course, int last) {
        return request.constraints().closesAt(course.plan().key(),
                Math.max(0, last - course.from()) / (double) task.tokenizer().stepsPerQuarter());
    }

    /// In order of importance.
    private List<EventMask> masks(EventTask.Course course, int bar, int last) {
        Constraints wanted = request.constraints();
        List<EventMask> masks = new ArrayList<>(List.of(new EventMask.Planned(), new EventMask.FreshStart(course.from()),
                new EventMask.Crowd(CROWD)));
        if (!task.instruments().isEmpty()) {
            masks.add(new EventMask.Instruments(task.instruments()));
        }
        if (closes(course, last)) {
            masks.add(new EventMask.Ending(last));
        }
        int quarter = task.tokenizer().stepsPerQuarter();
        wanted.limits(course.plan().key(), (last - course.from()) / (double) quarter, OnChords.beatQuarters(course.plan().meter()))
                .forEach(limit -> masks.add(new EventMask.Limited(limit, course.from(), quarter)));
        if (wanted.keepSounding()) {
            masks.add(new EventMask.Sounding(bar));
            masks.add(new EventMask.Band(BAND));
        }
        if (wanted.keepToRange()) {
            masks.add(new EventMask.Playable());
            masks.add(new EventMask.Range(task.range()));
        }
        if (wanted.keepToKey()) {
            request.key().ifPresent(key -> masks.add(
                    new EventMask.Limited(new PitchLimit.InKey(Key.of(key)), course.from(), quarter)));
        }
        return masks;
    }

    /// What may come next; empty where the music is at its end.
    private BitSet allowed(EventWriting writing, List<EventMask> masks, Set<String> notices) {
        int end = writing.plan().steps();
        BitSet allowed = writing.allowed();
        Mask.remove(allowed, token -> writing.stepAfter(token) > end);
        if (writing.step() >= end) {
            Mask.remove(allowed, token -> writing.begins(token) || writing.leadsToNotesOnly(token));
        }
        for (EventMask mask : masks) {
            BitSet narrowed = (BitSet) allowed.clone();
            mask.narrow(narrowed, writing);
            if (!narrowed.isEmpty()) {
                allowed = narrowed;
            } else if (!mask.notice().isEmpty()) {
                notices.add(mask.notice());
            }
        }
        return allowed;
    }
}
