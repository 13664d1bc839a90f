package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.constraint.Moment;
import dev.cadenza.score.constraint.PitchLimit;
import java.util.BitSet;
import java.util.List;

/// What tokens of a stream a wish leaves. Masks have no state: what they need to know of the past stands in the
/// [EventWriting].
sealed interface EventMask {

    /// Takes tokens away; the caller passes the mask over where nothing would be left.
    void narrow(BitSet tokens, EventWriting writing);

    /// What the take says where the mask had to be passed over; empty for nothing.
    default String notice() {
        return "";
    }

    /// Nothing is said that the plan says otherwise.
    record Planned() implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            Mask.remove(tokens, writing::contradicts);
        }
    }

    /// What stands already is not changed: notes begin from a step on.
    record FreshStart(int from) implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            if (writing.step() < from) {
                Mask.remove(tokens, token -> writing.begins(token) || writing.stepAfter(token) > from);
            }
        }
    }

    /// No more than so many tokens at one step: then time goes on.
    record Crowd(int most) implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            if (writing.eventsHere() >= most) {
                Mask.remove(tokens, token -> writing.stepAfter(token) <= writing.step());
            }
        }
    }

    /// Only some instruments play; tokens that name none stay.
    record Instruments(List<Instrument> wanted) implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            Mask.remove(tokens, token -> writing.instrument(token).filter(instrument -> !wanted.contains(instrument)).isPresent());
        }
    }

    /// The band stays of a size that one can follow: further instruments do not come in.
    ///
    /// @param most instruments
    record Band(int most) implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            if (writing.instruments() >= most) {
                Mask.remove(tokens, token -> writing.instrument(token).filter(instrument -> !writing.named(instrument)).isPresent());
            }
        }
    }

    /// Something begins at least so often, and at the start of the piece twice as soon. Until it has, nothing goes on at that
    /// step: what goes on and what begins have an order where both are said, and might leave no room for what shall begin.
    ///
    /// @param longest steps without a beginning
    record Sounding(int longest) implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            int until = writing.hasBegun() ? writing.lastBegun() + longest : longest / 2;
            boolean due = writing.step() >= until;
            Mask.remove(tokens, token -> writing.stepAfter(token) > Math.max(until, writing.step())
                    || due && writing.goesOn(token));
        }
    }

    /// No note leaves a range.
    record Range(PitchRange range) implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            Mask.remove(tokens, token -> writing.pitch(token) >= 0 && !range.contains(writing.pitch(token)));
        }

        @Override
        public String notice() {
            return "Some notes lie outside the usual range, because nothing else was possible there.";
        }
    }

    /// Every instrument plays what it can play.
    record Playable() implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            Mask.remove(tokens, token -> {
                int pitch = writing.pitch(token);
                return pitch >= 0 && writing.instrument(token).or(writing::running).filter(instrument -> !instrument.drums())
                        .filter(instrument -> !PlayableRange.of(instrument).contains(pitch)).isPresent();
            });
        }
    }

    /// Notes keep to a limit where they begin; drums are free.
    ///
    /// @param from step at which new music begins
    record Limited(PitchLimit limit, int from, int stepsPerQuarter) implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            Moment moment = new Moment(0, 1, Math.max(0, writing.step() - from) / (double) stepsPerQuarter);
            Mask.remove(tokens, token -> writing.pitch(token) >= 0 && !limit.allows(moment, writing.pitch(token)));
        }

        @Override
        public String notice() {
            return limit.broken();
        }
    }

    /// Brings music to its end: at `last` the tonic triad begins, its tonic first, nothing goes on into it, and nothing
    /// begins behind it.
    ///
    /// @param last step of the last chord
    record Ending(int last) implements EventMask {
        @Override
        public void narrow(BitSet tokens, EventWriting writing) {
            int step = writing.step();
            if (step >= last) {
                // Time goes on as far as it can: a place in between would ask for notes.
                int far = tokens.stream().map(writing::stepAfter).max().orElse(step);
                Mask.remove(tokens, token -> writing.stepAfter(token) > step && writing.stepAfter(token) < far);
            }
            if (step > last) {
                Mask.remove(tokens, writing::begins);
            } else if (step == last) {
                boolean open = writing.begunHere() == 0;
                KeySignature home = writing.home();
                int third = home.mode() == Mode.MAJOR ? 4 : 3;
                Mask.remove(tokens, token -> {
                    int pitch = writing.pitch(token);
                    int degree = pitch < 0 ? 0 : Math.floorMod(pitch - home.tonic(), 12);
                    boolean fits = degree == 0 || !open && (degree == third || degree == 7);
                    boolean drums = writing.begins(token) && pitch < 0
                            || writing.instrument(token).filter(Instrument::drums).isPresent();
                    return !fits || writing.goesOn(token) || open && (drums || writing.stepAfter(token) > last);
                });
            } else {
                Mask.remove(tokens, token -> writing.stepAfter(token) > last);
            }
        }
    }
}
