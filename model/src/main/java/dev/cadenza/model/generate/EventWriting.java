package dev.cadenza.model.generate;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.theory.KeyFinder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A stream of events while it is made: its tokens so far and what they have come to.
final class EventWriting {

    private final EventTokenizer tokenizer;
    private final Plan plan;
    private final EventTokenizer.Reading reading;
    private final double[] heard = new double[12];      // notes of each pitch class
    private final Set<Instrument> named = new HashSet<>();
    private Optional<Instrument> running = Optional.empty();
    private Optional<KeySignature> key;
    private int[] tokens = new int[1024];
    private int length;
    private boolean begun;      // whether a note has begun yet
    private int lastBegun;      // step at which a note last began
    private int begunHere;      // pitched notes begun at the present step
    private int eventsHere;     // tokens at the present step

    EventWriting(EventTokenizer tokenizer, Plan plan) {
        this.tokenizer = tokenizer;
        this.plan = plan;
        this.key = plan.key();
        reading = tokenizer.read(plan);
    }

    void accept(int token) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, length * 2);
        }
        int before = reading.step();
        reading.accept(token);
        tokens[length++] = token;
        if (reading.step() != before) {
            begunHere = 0;
            eventsHere = 0;
        }
        eventsHere++;
        tokenizer.instrument(token).ifPresent(instrument -> {
            named.add(instrument);
            running = Optional.of(instrument);
        });
        if (tokenizer.begins(token)) {
            begun = true;
            lastBegun = reading.step();
            int pitch = pitch(token);
            if (pitch >= 0) {
                begunHere++;
                heard[pitch % 12]++;
            }
        }
    }

    /// What the grammar lets come next; a fresh set.
    BitSet allowed() {
        return reading.state().allowed();
    }

    /// Whether the music may end here.
    boolean mayEnd() {
        return reading.state().mayEnd();
    }

    /// Whether all that may come after a token are beginnings of notes.
    boolean leadsToNotesOnly(int token) {
        BitSet next = reading.state().after(token).allowed();
        return next.stream().allMatch(tokenizer::begins);
    }

    Plan plan() {
        return plan;
    }

    /// The time at which the next token acts, in steps.
    int step() {
        return reading.step();
    }

    /// The time after a token.
    int stepAfter(int token) {
        return reading.stepAfter(token);
    }

    boolean begins(int token) {
        return tokenizer.begins(token);
    }

    /// Whether a token says that a note goes on.
    boolean goesOn(int token) {
        return tokenizer.goesOn(token);
    }

    /// The pitch of the note that a token begins, or -1.
    int pitch(int token) {
        return tokenizer.begins(token) ? tokenizer.pitch(token, 0) : -1;
    }

    /// How many instruments have been named.
    int instruments() {
        return named.size();
    }

    /// The instrument that was named last; empty before the first.
    Optional<Instrument> running() {
        return running;
    }

    /// Whether an instrument has been named.
    boolean named(Instrument instrument) {
        return named.contains(instrument);
    }

    Optional<Instrument> instrument(int token) {
        return tokenizer.instrument(token);
    }

    boolean contradicts(int token) {
        return tokenizer.contradicts(token, plan);
    }

    /// Whether a note has begun yet.
    boolean hasBegun() {
        return begun;
    }

    /// The step at which a note last began; 0 before the first.
    int lastBegun() {
        return lastBegun;
    }

    /// Pitched notes begun at the present step.
    int begunHere() {
        return begunHere;
    }

    /// Tokens that have come at the present step.
    int eventsHere() {
        return eventsHere;
    }

    /// The key of the piece: the one it was given, or else the one that its notes were in when this was first asked.
    KeySignature home() {
        KeySignature home = key.orElseGet(() -> KeyFinder.find(heard).key().signature(0));
        key = Optional.of(home);
        return home;
    }

    /// The tokens so far.
    int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }
}
