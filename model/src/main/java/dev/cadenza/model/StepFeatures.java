package dev.cadenza.model;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.GridTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The features of a [Layout.StepLayout]: which rows of its embedding tables are added up at each step.
///
/// Learning and playing share this class, so both see the same.
///
/// Input slots, for each place: the last token (or START), the last move, how long the note has lasted, the interval
/// above the lowest voice; then, with recall, what followed the longest earlier match of all places together and of
/// this place alone (the move, or at a place of chords the token); last, the context rows.
/// Head slots of place `p`: its last move, length and recall, the context rows, and of each place before `p` in this
/// step its token, its move, the interval from the last pitch of `p`, and the chord interval that both sounded last.
public final class StepFeatures {

    /// Interval classes reach this far, in semitones.
    static final int INTERVAL = 48;
    private static final int INTERVALS = 2 * INTERVAL + 4;
    /// Classes of intervals within a chord: 0 where one of both is silent, then the semitones upwards within an octave.
    private static final int CHORDS = 13;
    private static final int LASTED = 20;
    private static final int MATCHES = Recall.LENGTHS;
    /// Class of the matches that are told apart from shorter ones at a place of chords: more than 8 steps.
    private static final int LONG_MATCH = 5;

    private final int places;
    private final int voices;
    private final int vocabulary;
    private final int reach;
    private final boolean recall;
    private final GridTokenizer tokenizer;
    private final int[] pitch;              // places x vocabulary: the MIDI pitch a token names, or -1
    private final int[] contextSizes;
    private final boolean[] hint;
    private final FeatureTable input;
    private final FeatureTable[] heads;

    /// The features that a layout takes from what a tokenizer makes.
    public StepFeatures(Layout.StepLayout layout, GridTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        places = tokenizer.width();
        voices = tokenizer.voices();
        vocabulary = tokenizer.vocabulary().size();
        reach = layout.reach();
        recall = layout.recall();
        pitch = new int[places * vocabulary];
        for (int place = 0; place < places; place++) {
            for (int token = 0; token < vocabulary; token++) {
                pitch[place * vocabulary + token] = tokenizer.pitch(token, place);
            }
        }
        List<ContextRow> rows = tokenizer.contextRows();
        contextSizes = rows.stream().mapToInt(ContextRow::size).toArray();
        hint = new boolean[contextSizes.length];
        for (int row = 0; row < hint.length; row++) {
            hint[row] = rows.get(row).hint();
        }
        input = inputTable();
        heads = new FeatureTable[places];
        for (int place = 0; place < places; place++) {
            heads[place] = headTable(place);
        }
    }

    private FeatureTable inputTable() {
        List<Integer> sizes = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            sizes.add(vocabulary + 1);
            sizes.add(moves());
            sizes.add(LASTED);
            sizes.add(INTERVALS);
            if (recall) {
                sizes.add(recalls(place));
                sizes.add(recalls(place));
            }
        }
        return FeatureTable.of(sizes, contextSizes);
    }

    private FeatureTable headTable(int place) {
        List<Integer> sizes = new ArrayList<>(List.of(moves(), LASTED));
        if (recall) {
            sizes.add(recalls(place));
            sizes.add(recalls(place));
        }
        for (int earlier = 0; earlier < place; earlier++) {
            sizes.add(vocabulary);
            sizes.add(moves());
            sizes.add(INTERVALS);
            sizes.add(CHORDS);
        }
        return FeatureTable.of(sizes, contextSizes);
    }

    private int recalls(int place) {
        return place < voices ? MATCHES * moves() : 1 + 2 * vocabulary;
    }

    /// Tokens a step.
    public int places() {
        return places;
    }

    /// Size of the vocabulary; the START token of the input is this number.
    public int vocabulary() {
        return vocabulary;
    }

    /// Number of move classes: 0 where there is no earlier or no later pitch, then -reach-1 (further down) ..
    /// reach+1 (further up).
    public int moves() {
        return 2 * reach + 4;
    }

    /// The table of the input.
    public FeatureTable input() {
        return input;
    }

    /// The table of a place's head.
    public FeatureTable head(int place) {
        return heads[place];
    }

    /// Whether a context row is a hint, see [ContextRow].
    public boolean hint(int row) {
        return hint[row];
    }

    /// Number of context rows.
    public int contextRows() {
        return contextSizes.length;
    }

    /// The class of the move that a token would be, 0 where the token names no pitch or `from` is -1.
    ///
    /// @param from MIDI pitch moved from, or -1
    public int move(int from, int token, int place) {
        return moveTo(from, pitch[place * vocabulary + token]);
    }

    /// Number of logits that a place has for its intervals to the places before it.
    public int chords(int place) {
        return CHORDS * place;
    }

    /// Which of the [#chords] logits a token has for its interval to an earlier place, or -1 where it has none because one of
    /// both is silent or the token names no pitch.
    ///
    /// @param now pitch that the earlier place sounds in this step, or -1
    public int chord(int earlier, int now, int token, int place) {
        int chord = chordOf(now, pitch[place * vocabulary + token]);
        return chord == 0 ? -1 : CHORDS * earlier + chord;
    }

    private static int chordOf(int from, int to) {
        return from < 0 || to < 0 ? 0 : 1 + Math.floorMod(to - from, 12);
    }

    private int moveTo(int from, int to) {
        return from < 0 || to < 0 ? 0 : Math.clamp(to - from, -reach - 1, reach + 1) + reach + 2;
    }

    private static int interval(int from, int to) {
        return from < 0 || to < 0 ? 0 : Math.clamp(to - from, -INTERVAL - 1, INTERVAL + 1) + INTERVAL + 2;
    }

    /// A reading of one piece, step by step.
    public final class Cursor {

        private final int[] lastToken = new int[places];
        private final int[] lastPitch = new int[places];    // last pitch that sounded, -1 before the first
        private final int[] sounding = new int[places];     // pitch that sounds now, -1 in a rest
        private final int[] lastMove = new int[places];
        private final int[] lasted = new int[places];       // steps since the voice began its note or rest
        private final Recall joint = new Recall();
        private final Recall[] alone = new Recall[places];
        private int[] history = new int[64 * places];
        private int steps;

        /// At the start of a piece.
        public Cursor() {
            for (int place = 0; place < places; place++) {
                lastToken[place] = vocabulary;
                lastPitch[place] = -1;
                sounding[place] = -1;
                alone[place] = new Recall();
            }
        }

        /// The last pitch that a place sounded, or -1 before its first.
        public int lastPitch(int place) {
            return lastPitch[place];
        }

        /// The pitch that a place sounds after the last step, or -1 in a rest.
        public int sounding(int place) {
            return sounding[place];
        }

        /// The pitch that a place will sound in the coming step with a token, or -1.
        public int sounding(int place, int token) {
            return tokenizer.sounding(token, sounding[place]);
        }

        /// Writes the rows of the input table for the coming step.
        ///
        /// @param context values of the context rows at the coming step
        /// @param rows filled from `at`: [FeatureTable#slots] values
        public void input(int[] context, int[] rows, int at) {
            int slot = 0;
            int lowest = places - 1;
            for (int place = 0; place < places; place++) {
                rows[at + slot] = input.offsets()[slot++] + lastToken[place];
                rows[at + slot] = input.offsets()[slot++] + lastMove[place];
                rows[at + slot] = input.offsets()[slot++] + lasted[place];
                rows[at + slot] = input.offsets()[slot++]
                        + (place == lowest ? 0 : interval(lastPitch[lowest], lastPitch[place]));
                if (recall) {
                    rows[at + slot] = input.offsets()[slot++] + recalled(joint, place);
                    rows[at + slot] = input.offsets()[slot++] + recalled(alone[place], place);
                }
            }
            input.context(context, rows, at);
        }

        /// Writes the rows of a place's head table, given the tokens of the places before it.
        ///
        /// @param chosen tokens of this step; those before `place` count
        /// @param rows filled from `at`: [FeatureTable#slots] values
        public void head(int place, int[] context, int[] chosen, int[] rows, int at) {
            FeatureTable table = heads[place];
            int slot = 0;
            rows[at + slot] = table.offsets()[slot++] + lastMove[place];
            rows[at + slot] = table.offsets()[slot++] + lasted[place];
            if (recall) {
                rows[at + slot] = table.offsets()[slot++] + recalled(joint, place);
                rows[at + slot] = table.offsets()[slot++] + recalled(alone[place], place);
            }
            for (int earlier = 0; earlier < place; earlier++) {
                int token = chosen[earlier];
                int now = sounding(earlier, token);
                rows[at + slot] = table.offsets()[slot++] + token;
                rows[at + slot] = table.offsets()[slot++] + moveTo(lastPitch[earlier], now);
                rows[at + slot] = table.offsets()[slot++] + interval(lastPitch[place], now);
                rows[at + slot] = table.offsets()[slot++] + chordOf(lastPitch[earlier], lastPitch[place]);
            }
            table.context(context, rows, at);
        }

        /// Goes on by one step.
        ///
        /// @param tokens the tokens of the step, from `at`
        public void append(int[] tokens, int at) {
            if ((steps + 1) * places > history.length) {
                history = Arrays.copyOf(history, history.length * 2);
            }
            long all = 0;
            for (int place = 0; place < places; place++) {
                int token = tokens[at + place];
                history[steps * places + place] = token;
                all = all * (vocabulary + 1) + token;
                alone[place].append(token);
                int before = sounding[place];
                int now = tokenizer.sounding(token, before);
                lasted[place] = tokenizer.begins(token, before) ? 1 : Math.min(LASTED - 1, lasted[place] + 1);
                lastMove[place] = moveTo(lastPitch[place], now);
                sounding[place] = now;
                if (now >= 0) {
                    lastPitch[place] = now;
                }
                lastToken[place] = token;
            }
            joint.append(all);
            steps++;
        }

        private int recalled(Recall memory, int place) {
            int next = memory.next();
            if (next < 0) {
                return 0;
            }
            int token = history[next * places + place];
            if (place >= voices) {
                return 1 + (Recall.lengthClass(memory.length()) < LONG_MATCH ? 0 : vocabulary) + token;
            }
            return Recall.lengthClass(memory.length()) * moves() + move(lastPitch[place], token, place);
        }
    }
}
