package dev.cadenza.model;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.EventTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The features of a [Layout.EventLayout]: which rows of its embedding tables are added up at each position.
///
/// Learning and playing share this class, so both see the same. Slots of the input: the last token (or START), with recall
/// what followed an earlier match and how long that match was, the context rows. Slots of the head: the same without the
/// last token.
public final class EventFeatures {

    /// Name of the context row that says which track a token belongs to.
    private static final String TRACK = "track";
    /// Pitches that moves are counted from: the last one, and the last one of the same track.
    public static final int REFERENCES = 2;

    private final int vocabulary;
    private final int reach;
    private final boolean recall;
    private final int[] pitch;          // vocabulary: the MIDI pitch that a token names, or -1
    private final int[] pitchTokens;
    private final boolean[] hint;
    private final int track;            // its context row, or -1
    private final int tracks;
    private final FeatureTable input;
    private final FeatureTable head;

    /// The features that a layout takes from a stream of events.
    public EventFeatures(Layout.EventLayout layout, EventTokenizer tokenizer) {
        vocabulary = tokenizer.vocabulary().size();
        reach = layout.reach();
        recall = layout.recall();
        pitch = IntStream.range(0, vocabulary).map(token -> tokenizer.pitch(token, 0)).toArray();
        pitchTokens = IntStream.range(0, vocabulary).filter(token -> pitch[token] >= 0).toArray();
        List<ContextRow> rows = tokenizer.contextRows();
        hint = new boolean[rows.size()];
        for (int row = 0; row < hint.length; row++) {
            hint[row] = rows.get(row).hint();
        }
        track = rows.stream().map(ContextRow::name).toList().indexOf(TRACK);
        tracks = track < 0 ? 1 : rows.get(track).size();
        int[] contextSizes = rows.stream().mapToInt(ContextRow::size).toArray();
        List<Integer> matched = recall ? List.of(vocabulary + 1, Recall.LENGTHS) : List.of();
        List<Integer> all = new ArrayList<>(List.of(vocabulary + 1));
        all.addAll(matched);
        input = FeatureTable.of(all, contextSizes);
        head = FeatureTable.of(matched, contextSizes);
    }

    /// Size of the vocabulary; the START token of the input is this number.
    public int vocabulary() {
        return vocabulary;
    }

    /// The tokens that name a pitch, ascending: those that have logits for moves.
    public int[] pitchTokens() {
        return pitchTokens.clone();
    }

    /// Number of move classes: 0 where there is no earlier pitch, then -reach-1 (further down) .. reach+1 (further up).
    public int moves() {
        return 2 * reach + 4;
    }

    /// The class of the move from a pitch (-1: none) to that of a token that names one.
    public int move(int from, int token) {
        return from < 0 ? 0 : Math.clamp(pitch[token] - from, -reach - 1, reach + 1) + reach + 2;
    }

    /// The table of the input.
    public FeatureTable input() {
        return input;
    }

    /// The table of the hidden layer behind the recurrence.
    public FeatureTable head() {
        return head;
    }

    /// Whether a context row is a hint, see [ContextRow].
    public boolean hint(int row) {
        return hint[row];
    }

    /// Number of context rows.
    public int contextRows() {
        return hint.length;
    }

    /// A reading of one piece, token by token.
    public final class Cursor {

        private final EventRecall memory = new EventRecall();
        private final int[] lastOfTrack = new int[tracks];
        private int lastToken = vocabulary;
        private int lastPitch = -1;
        private int running;        // track of the token to come

        /// At the start of a piece.
        public Cursor() {
            Arrays.fill(lastOfTrack, -1);
        }

        /// Writes the rows of both tables for the token to come.
        ///
        /// @param context values of the context rows at this token
        /// @param inputRows filled from `inputAt`
        /// @param headRows filled from `headAt`
        public void rows(int[] context, int[] inputRows, int inputAt, int[] headRows, int headAt) {
            running = track < 0 ? 0 : context[track];
            inputRows[inputAt] = input.offsets()[0] + lastToken;
            if (recall) {
                int token = memory.token() + 1;
                int length = Recall.lengthClass(memory.length());
                inputRows[inputAt + 1] = input.offsets()[1] + token;
                inputRows[inputAt + 2] = input.offsets()[2] + length;
                headRows[headAt] = head.offsets()[0] + token;
                headRows[headAt + 1] = head.offsets()[1] + length;
            }
            input.context(context, inputRows, inputAt);
            head.context(context, headRows, headAt);
        }

        /// A pitch that moves are counted from, or -1 before the first. To be asked after [#rows].
        ///
        /// @param number 0 for the last pitch, 1 for the last of the track
        public int reference(int number) {
            return number == 0 ? lastPitch : lastOfTrack[running];
        }

        /// Goes on by one token.
        public void append(int token) {
            lastToken = token;
            if (recall) {
                memory.append(token);
            }
            if (pitch[token] >= 0) {
                lastPitch = pitch[token];
                lastOfTrack[running] = pitch[token];
            }
        }
    }
}
