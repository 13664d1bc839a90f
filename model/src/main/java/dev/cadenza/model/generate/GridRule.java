package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.constraint.Moment;
import dev.cadenza.score.constraint.PitchLimit;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// What a cell of four voices may hold, given all others as they are. Where rules leave nothing, the later ones give way.
interface GridRule {

    /// Whether a symbol may stand in a cell.
    ///
    /// @param pitch what would sound: a pitch, [GridDraft#SILENCE] or [GridDraft#UNKNOWN]
    /// @param end behind the last step at which it would sound
    boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end);

    /// What is said where the music does not keep to it; empty for nothing.
    default String notice() {
        return "";
    }

    /// What is made does not go on with what is given: that would make a given note longer.
    ///
    /// @param start what is given
    /// @param free numbers of the cells that are made
    record Begins(VoiceGrid start, BitSet free) implements GridRule {
        @Override
        public boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end) {
            return symbol != VoiceGrid.HOLD || step > 0 && free.get((step - 1) * start.voices() + voice);
        }
    }

    /// Something sounds.
    ///
    /// @param silent numbers of cells where it need not
    record Sounds(BitSet silent) implements GridRule {
        @Override
        public boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end) {
            return pitch != GridDraft.SILENCE || silent.get(step * draft.voices() + voice);
        }
    }

    /// No voice leaves its range.
    record Range(List<PitchRange> ranges) implements GridRule {
        @Override
        public boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end) {
            return pitch < 0 || ranges.get(voice).contains(pitch);
        }

        @Override
        public String notice() {
            return "Some notes lie outside the usual range, because nothing else was possible there.";
        }
    }

    /// Single notes keep to a limit, for as long as they sound.
    ///
    /// @param from step that the quarter notes of the limit are counted from; before it all is free
    record Limited(PitchLimit limit, int from, int stepsPerQuarter) implements GridRule {
        @Override
        public boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end) {
            for (int at = Math.max(from, step); at < end; at++) {
                Moment moment = new Moment(voice, draft.voices(), (at - from) / (double) stepsPerQuarter);
                if (pitch >= 0 ? !limit.allows(moment, pitch) : pitch == GridDraft.SILENCE && limit.sounds(moment)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String notice() {
            return limit.broken();
        }
    }

    /// From a step on the triad on the tonic is held, complete, the tonic in the lowest voice. In minor the third may be major.
    record Ending(KeySignature home, int last) implements GridRule {

        private static final Set<Integer> TRIAD = Set.of(0, 7);

        @Override
        public boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end) {
            if (step > last) {
                return symbol == VoiceGrid.HOLD;
            }
            if (end <= last || pitch == GridDraft.UNKNOWN) {
                return true;
            }
            int degree = degree(pitch);
            if (voice == draft.voices() - 1) {
                return pitch >= 0 && degree == 0;
            }
            return pitch >= 0 && (isThird(degree) ? !clashes(draft, voice, degree)
                    : TRIAD.contains(degree) && !(lastChance(draft, voice)));
        }

        private int degree(int pitch) {
            return Math.floorMod(pitch - home.tonic(), 12);
        }

        private boolean isThird(int degree) {
            return degree == 4 || degree == 3 && home.mode() == Mode.MINOR;
        }

        /// Whether another voice has the other third.
        private boolean clashes(GridDraft draft, int voice, int degree) {
            return has(draft, voice, degree == 3 ? 4 : 3);
        }

        /// Whether the third must be here, since it is nowhere else.
        private boolean lastChance(GridDraft draft, int voice) {
            return !has(draft, voice, 3) && !has(draft, voice, 4) && !open(draft, voice);
        }

        private boolean has(GridDraft draft, int voice, int degree) {
            for (int other = 0; other < draft.voices(); other++) {
                if (other != voice && draft.pitch(last, other) >= 0 && degree(draft.pitch(last, other)) == degree) {
                    return true;
                }
            }
            return false;
        }

        /// Whether another upper voice is not yet known.
        private boolean open(GridDraft draft, int voice) {
            for (int other = 0; other < draft.voices() - 1; other++) {
                if (other != voice && draft.pitch(last, other) == GridDraft.UNKNOWN) {
                    return true;
                }
            }
            return false;
        }
    }

    /// No voice sounds above the one over it, or below the one under it.
    record Order() implements GridRule {
        @Override
        public boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end) {
            if (pitch < 0) {
                return true;
            }
            for (int at = step; at < end; at++) {
                for (int other = 0; other < draft.voices(); other++) {
                    int there = draft.pitch(at, other);
                    if (there >= 0 && (other < voice && there < pitch || other > voice && there > pitch)) {
                        return false;
                    }
                }
            }
            return true;
        }

        @Override
        public String notice() {
            return "Some voices cross, because nothing else was possible there.";
        }
    }

    /// Neighbours among the voices above the lowest lie no more than an octave apart.
    record Spacing() implements GridRule {

        private static final int WIDEST = 12;

        @Override
        public boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end) {
            int lowest = draft.voices() - 1;
            if (pitch < 0 || voice == lowest) {
                return true;
            }
            for (int at = step; at < end; at++) {
                for (int other = Math.max(0, voice - 1); other <= voice + 1 && other < lowest; other++) {
                    int there = draft.pitch(at, other);
                    if (other != voice && there >= 0 && Math.abs(pitch - there) > WIDEST) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /// No two voices move into a fifth or an octave out of the same interval, both the same way.
    record Parallels() implements GridRule {

        private static final int FIFTH = 7;

        @Override
        public boolean allows(GridDraft draft, int step, int voice, int symbol, int pitch, int end) {
            if (pitch < 0) {
                return true;
            }
            int before = draft.pitch(step - 1, voice);
            int next = end < draft.steps() ? draft.pitch(end, voice) : GridDraft.SILENCE;
            for (int other = 0; other < draft.voices(); other++) {
                if (other != voice && (parallel(before, pitch, draft.pitch(step - 1, other), draft.pitch(step, other))
                        || end < draft.steps() && parallel(pitch, next, draft.pitch(end - 1, other), draft.pitch(end, other)))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean parallel(int from, int to, int otherFrom, int otherTo) {
            if (from < 0 || to < 0 || otherFrom < 0 || otherTo < 0 || from == to
                    || Integer.signum(to - from) != Integer.signum(otherTo - otherFrom)) {
                return false;
            }
            int interval = Math.abs(to - otherTo) % 12;
            return (interval == 0 || interval == FIFTH) && interval == Math.abs(from - otherFrom) % 12;
        }
    }
}
