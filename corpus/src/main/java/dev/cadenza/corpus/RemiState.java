package dev.cadenza.corpus;

import java.util.Arrays;
import java.util.BitSet;

/// A place in a REMI stream: where in its bar it is, what sounds, and what was said last. Immutable once it is handed out.
///
/// What may come: `Bar`; in the first bar its `Meter`, later only another one; `Length` where the bar is cut short; then
/// positions from left to right, each with something at it: another `Tempo`, another `Chord`, notes by ascending slot and
/// pitch. A pitch that sounds in its slot cannot begin. The first bar states the tempo, if tempos are said. Music ends with a
/// note.
final class RemiState implements Grammar.State {

    private enum After { NOTHING, BAR, METER, LENGTH, POSITION, TEMPO, CHORD, PROGRAM, PITCH, VELOCITY, NOTE }

    private static final int NO_CHORD = 0;

    private final RemiTokens tokens;
    private After last = After.NOTHING;
    private int bars;
    private int barStart;
    private int barLength;
    private int lengthBefore;
    private int metre = -1;
    private int position = -1;
    private int tempo = -1;
    private int chord = NO_CHORD;
    private int slot = -1;
    private int lastPitch = -1;
    private int midi = -1;
    private int velocity = RemiTokens.VELOCITY;
    private int latest;
    private BitSet used = new BitSet();

    /// Slot, pitch and end of each note that sounds, and of some that have ended.
    private long[] sounding = new long[0];

    RemiState(RemiTokens tokens) {
        this.tokens = tokens;
        this.slot = tokens.options.programs() ? -1 : 0;
    }

    private RemiState(RemiState that) {
        tokens = that.tokens;
        last = that.last;
        bars = that.bars;
        barStart = that.barStart;
        barLength = that.barLength;
        lengthBefore = that.lengthBefore;
        metre = that.metre;
        position = that.position;
        tempo = that.tempo;
        chord = that.chord;
        slot = that.slot;
        lastPitch = that.lastPitch;
        midi = that.midi;
        velocity = that.velocity;
        latest = that.latest;
        used = that.used;
        sounding = that.sounding;
    }

    @Override
    public boolean mayEnd() {
        return last == After.NOTE;
    }

    @Override
    public RemiState after(int token) {
        if (token < 0 || token >= tokens.size() || !allowed().get(token)) {
            throw new IllegalArgumentException("token " + token + " is not allowed here");
        }
        return next(token);
    }

    /// The state after a token that is known to be allowed.
    RemiState next(int token) {
        RemiState next = new RemiState(this);
        next.take(token);
        return next;
    }

    /// A state that goes on in place by [#walk].
    RemiState walker() {
        return new RemiState(this);
    }

    /// Takes a token that is known to be allowed, in place, and without an account of what sounds: the place, metre, slot and
    /// end of the bar are as in the [#next] state, and nothing else may be asked. A tenth of the work.
    void walk(int token) {
        if (tokens.duration.has(token)) {
            last = After.NOTE;
        } else if (tokens.program.has(token)) {
            slot = token - tokens.program.from();
            last = After.PROGRAM;
        } else {
            take(token);
        }
    }

    private void take(int token) {
        if (tokens.duration.has(token)) {
            sound(tokens.durations.steps(token - tokens.duration.from()));
            last = After.NOTE;
        } else if (tokens.begins(token)) {
            midi = tokens.midi(token);
            lastPitch = midi;
            last = After.PITCH;
        } else if (tokens.velocity.has(token)) {
            velocity = RemiTokens.velocity(token - tokens.velocity.from());
            last = After.VELOCITY;
        } else if (tokens.position.has(token)) {
            position = token - tokens.position.from() - offset();
            lastPitch = -1;
            last = After.POSITION;
        } else if (tokens.program.has(token)) {
            play(token - tokens.program.from());
            last = After.PROGRAM;
        } else if (token == RemiTokens.BAR) {
            lengthBefore = barLength;
            barStart += barLength;
            barLength = metre < 0 ? 0 : tokens.metres.steps(metre);
            bars = Math.min(bars + 1, 3);
            position = -1;
            lastPitch = -1;
            last = After.BAR;
        } else if (tokens.meter.has(token)) {
            metre = token - tokens.meter.from();
            barLength = tokens.metres.steps(metre);
            last = After.METER;
        } else if (tokens.length.has(token)) {
            barLength = 1 + token - tokens.length.from();
            last = After.LENGTH;
        } else if (tokens.tempo.has(token)) {
            tempo = token - tokens.tempo.from();
            last = After.TEMPO;
        } else {
            chord = token - tokens.chord.from();
            last = After.CHORD;
        }
    }

    private void play(int chosen) {
        slot = chosen;
        lastPitch = -1;
        if (!used.get(chosen)) {
            used = (BitSet) used.clone();
            used.set(chosen);
        }
    }

    private void sound(int steps) {
        int now = step();
        long[] kept = new long[sounding.length + 1];
        int count = 0;
        for (long note : sounding) {
            if (end(note) > now) {
                kept[count++] = note;
            }
        }
        kept[count++] = ((long) slot << 7 | midi) << 32 | now + steps;
        sounding = count == kept.length ? kept : Arrays.copyOf(kept, count);
        latest = Math.max(latest, now + steps);
    }

    private static int end(long note) {
        return (int) note;
    }

    private static int slot(long note) {
        return (int) (note >>> 39);
    }

    private static int midi(long note) {
        return (int) (note >>> 32) & 127;
    }

    @Override
    public BitSet allowed() {
        BitSet allowed = new BitSet(tokens.size());
        switch (last) {
            case NOTHING -> allowed.set(RemiTokens.BAR);
            case BAR -> {
                meters(allowed);
                if (metre >= 0) {
                    set(allowed, tokens.length, 0, tokens.metres.steps(metre) - 1);
                    goOn(allowed);
                }
            }
            case METER -> {
                set(allowed, tokens.length, 0, tokens.metres.steps(metre) - 1);
                goOn(allowed);
            }
            case LENGTH -> goOn(allowed);
            case POSITION -> {
                set(allowed, tokens.tempo, 0, tokens.tempo.size());
                if (tempo >= 0 || !tokens.options.tempo()) {
                    allowed.clear(tokens.tempo.from() + Math.max(tempo, 0), tokens.tempo.from() + tempo + 1);
                    chords(allowed);
                    notes(allowed);
                }
            }
            case TEMPO -> {
                chords(allowed);
                notes(allowed);
                goOn(allowed);
            }
            case CHORD, NOTE -> {
                notes(allowed);
                goOn(allowed);
            }
            case PROGRAM -> pitches(allowed);
            case PITCH -> {
                set(allowed, tokens.velocity, 0, tokens.velocity.size());
                if (!tokens.options.velocity()) {
                    set(allowed, tokens.duration, 0, tokens.duration.size());
                }
            }
            case VELOCITY -> set(allowed, tokens.duration, 0, tokens.duration.size());
        }
        return allowed;
    }

    private static void set(BitSet allowed, RemiTokens.Range range, int from, int to) {
        allowed.set(range.from() + from, range.from() + Math.max(from, to));
    }

    /// A second bar in a metre that is longer than the first bar would make an upbeat of that one, and change its metre.
    private void meters(BitSet allowed) {
        set(allowed, tokens.meter, 0, tokens.meter.size());
        if (metre >= 0) {
            allowed.clear(tokens.meter.from() + metre);
        }
        for (int number = 0; bars == 2 && number < tokens.metres.size(); number++) {
            if (tokens.metres.steps(number) > lengthBefore) {
                allowed.clear(tokens.meter.from() + number);
            }
        }
    }

    private void goOn(BitSet allowed) {
        if (tokens.options.tempo() && tempo < 0) {
            allowed.set(tokens.position.from() + offset());
            return;
        }
        allowed.set(RemiTokens.BAR);
        set(allowed, tokens.position, offset() + position + 1, offset() + barLength);
        if (sounding.length >= RemiTokens.DRUMS) {
            for (int place = position + 1; place < barLength; place++) {
                allowed.set(tokens.position.from() + offset() + place, room(barStart + place));
            }
        }
    }

    private void chords(BitSet allowed) {
        set(allowed, tokens.chord, 0, tokens.chord.size());
        if (tokens.options.chords()) {
            allowed.clear(tokens.chord.from() + chord);
        }
    }

    private void notes(BitSet allowed) {
        if (slot >= 0) {
            pitches(allowed);
        }
        int from = lastPitch < 0 ? 0 : slot + 1;
        for (int other = from; other < tokens.program.size(); other++) {
            if (other != slot && known(other) && free(other, step())) {
                allowed.set(tokens.program.from() + other);
            }
        }
    }

    /// Whether a slot may be named: a second part of an instrument comes after the first.
    private boolean known(int other) {
        return tokens.slots.slot(other).index() == 1 || used.get(other - 1);
    }

    private void pitches(BitSet allowed) {
        RemiTokens.Range range = tokens.notes(slot);
        int from = lastPitch < 0 ? range.from() : tokens.note(slot, lastPitch) + 1;
        allowed.set(from, range.to());
        int now = step();
        for (long note : sounding) {
            if (slot(note) == slot && end(note) > now) {
                allowed.clear(tokens.note(slot, midi(note)));
            }
        }
    }

    private boolean room(int step) {
        for (int other = 0; other < tokens.tracks(); other++) {
            if ((other == slot || known(other)) && free(other, step)) {
                return true;
            }
        }
        return false;
    }

    private boolean free(int other, int step) {
        int size = tokens.notes(other).size();
        if (sounding.length < size) {
            return true;
        }
        int busy = 0;
        for (long note : sounding) {
            busy += slot(note) == other && end(note) > step ? 1 : 0;
        }
        return busy < size;
    }

    /// Steps of its metre's bar that an upbeat leaves out.
    private int offset() {
        return bars == 1 && metre >= 0 ? tokens.metres.steps(metre) - barLength : 0;
    }

    /// The time of the next token, in steps.
    int step() {
        return barStart + Math.max(position, 0);
    }

    int stepAfter(int token) {
        return token == RemiTokens.BAR ? barStart + barLength
                : tokens.position.has(token) ? barStart + token - tokens.position.from() - offset() : step();
    }

    int end() {
        return Math.max(barStart + barLength, latest);
    }

    /// The first step of the running bar.
    int barStart() {
        return barStart;
    }

    /// Number of the running metre among the [BarMetres], -1 before the first.
    int metre() {
        return metre;
    }

    int barLength() {
        return barLength;
    }

    /// Whether the running bar is shorter than its metre says.
    boolean cut() {
        return metre >= 0 && barLength < tokens.metres.steps(metre);
    }

    /// The slot of the running program, -1 before the first.
    int slot() {
        return slot;
    }

    /// The pitch and the loudness of the last note.
    int midi() {
        return midi;
    }

    int velocity() {
        return velocity;
    }

    /// 1 for the first step of a bar; 0 before the first bar.
    int place() {
        return bars == 0 ? 0 : 1 + offset() + Math.max(position, 0);
    }

    /// Bars to the end with the running one, as long as its metre says; 0 before the first metre.
    int barsLeft(int end) {
        if (metre < 0) {
            return 0;
        }
        int bar = tokens.metres.steps(metre);
        return 1 + Math.max(0, (end - barStart - barLength + bar - 1) / bar);
    }
}
