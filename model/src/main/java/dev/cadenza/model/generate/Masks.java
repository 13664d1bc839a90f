package dev.cadenza.model.generate;

import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.PitchRange;
import dev.cadenza.score.constraint.Moment;
import dev.cadenza.score.constraint.PitchLimit;
import java.util.BitSet;
import java.util.List;

/// The masks that have no state.
final class Masks {

    private Masks() {
    }

    /// No place leaves its range.
    record Range(List<PitchRange> ranges) implements Mask {
        @Override
        public void narrow(BitSet tokens, Writing writing) {
            if (writing.inVoice()) {
                Mask.keepPitches(tokens, writing, ranges.get(writing.place())::contains);
            }
        }

        @Override
        public String notice() {
            return "Some notes lie outside the usual range, because nothing else was possible there.";
        }
    }

    /// Single notes keep to a limit.
    ///
    /// @param from step at which new music begins
    record Limited(PitchLimit limit, int from, int stepsPerQuarter) implements Mask {
        @Override
        public void narrow(BitSet tokens, Writing writing) {
            if (writing.inVoice() && writing.step() >= from) {
                Moment moment = new Moment(writing.place(), writing.voices(), (writing.step() - from) / (double) stepsPerQuarter);
                Mask.keepPitches(tokens, writing, pitch -> limit.allows(moment, pitch));
                if (limit.sounds(moment)) {
                    Mask.remove(tokens, token -> writing.sounding(token) < 0);
                }
            }
        }

        @Override
        public String notice() {
            return limit.broken();
        }
    }

    /// Only notes of a key, and chords of such notes.
    record InKey(PitchLimit.InKey limit) implements Mask {
        @Override
        public void narrow(BitSet tokens, Writing writing) {
            if (writing.inVoice()) {
                Mask.keepPitches(tokens, writing, limit::holds);
            } else {
                Mask.remove(tokens, token -> writing.chordAfter(token)
                        .filter(chord -> !chord.pitchClasses().stream().allMatch(limit::holds)).isPresent());
            }
        }

        @Override
        public String notice() {
            return limit.broken();
        }
    }

    /// No place sounds above the one over it, nor so low that the one below has no room.
    record Order(List<PitchRange> ranges) implements Mask {
        @Override
        public void narrow(BitSet tokens, Writing writing) {
            int place = writing.place();
            int above = above(writing);
            int below = place + 1 < ranges.size() ? ranges.get(place + 1).lowest() : 0;
            Mask.keepPitches(tokens, writing, pitch -> (above < 0 || pitch <= above) && pitch >= below);
        }

        /// The pitch of the nearest place above that sounds, or -1.
        private static int above(Writing writing) {
            int pitch = -1;
            for (int place = writing.place() - 1; place >= 0 && pitch < 0; place--) {
                pitch = writing.now(place);
            }
            return pitch;
        }
    }

    /// No place stays in unison with the one above for long.
    ///
    /// @param longest steps that a unison may last
    record Unison(int longest) implements Mask {
        @Override
        public void narrow(BitSet tokens, Writing writing) {
            if (writing.unison() >= longest) {
                int above = writing.now(writing.place() - 1);
                Mask.keepPitches(tokens, writing, pitch -> pitch != above);
            }
        }
    }

    /// No place moves into a fifth or an octave with a place above that moves the same way out of the same interval.
    record Parallels() implements Mask {

        private static final int FIFTH = 7;

        @Override
        public void narrow(BitSet tokens, Writing writing) {
            int from = writing.before();
            if (from >= 0) {
                Mask.keepPitches(tokens, writing, pitch -> !parallel(from, pitch, writing));
            }
        }

        private static boolean parallel(int from, int to, Writing writing) {
            for (int above = 0; above < writing.place(); above++) {
                int left = writing.before(above);
                int reached = writing.now(above);
                boolean sameWay = left >= 0 && reached >= 0 && Integer.signum(to - from) == Integer.signum(reached - left);
                int interval = Math.floorMod(reached - to, 12);
                if (sameWay && to != from && (interval == 0 || interval == FIFTH)
                        && interval == Math.floorMod(left - from, 12)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// No voice is silent for long.
    ///
    /// @param longest steps that a rest may last
    record Rests(int longest) implements Mask {
        @Override
        public void narrow(BitSet tokens, Writing writing) {
            if (writing.inVoice() && writing.silent() >= longest) {
                Mask.remove(tokens, token -> writing.sounding(token) < 0);
            }
        }
    }

    /// A melody does not say a figure of a bar or less over and over: after some bars it may not begin the same note again.
    ///
    /// @param bar steps of a bar
    record Circles(int bar) implements Mask {

        /// Bars of repetition that are music; see [Degeneracy] for what is none.
        private static final int BARS = 3;

        @Override
        public void narrow(BitSet tokens, Writing writing) {
            if (writing.place() > 0) {
                return;
            }
            for (int shift = 1; shift <= Degeneracy.SHIFTS; shift++) {
                int lag = bar * shift / Degeneracy.SHIFTS;
                if (lag > 0 && writing.step() >= lag && writing.repeated(lag) >= BARS * bar - lag) {
                    int again = writing.earlier(lag);
                    Mask.remove(tokens, token -> token == again && writing.begins(token));
                }
            }
        }
    }

    /// From a step on nothing that sounded before goes on: what stands already is not to be changed.
    ///
    /// @param step the step at which new music begins
    record FreshStart(int step) implements Mask {
        @Override
        public void narrow(BitSet tokens, Writing writing) {
            if (writing.step() == step && writing.before() >= 0) {
                Mask.remove(tokens, token -> !writing.begins(token));
            }
        }
    }

    /// The music stops where the grammar lets it.
    ///
    /// @param steps length of the music
    record Close(int steps) implements Mask {
        @Override
        public void narrow(BitSet tokens, Writing writing) {
            if (writing.step() == steps - 1) {
                int left = writing.places() - writing.place() - 1;
                Mask.remove(tokens, token -> !mayEnd(writing.grammar().after(token), left));
            }
        }

        /// Whether the music may end after so many further tokens.
        private static boolean mayEnd(Grammar.State state, int left) {
            return left == 0 ? state.mayEnd() : state.allowed().stream().anyMatch(token -> mayEnd(state.after(token), left - 1));
        }
    }
}
