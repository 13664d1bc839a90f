package dev.cadenza.model.generate;

import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.KeyFinder;
import java.util.Arrays;
import java.util.Optional;

/// A piece while it is made: its tokens so far and what sounds.
final class Writing {

    private final GridTokenizer tokenizer;
    private final int places;
    private final int voices;
    private final int[] tokens;
    private final int[] before;     // places: pitch that sounded at the end of the last step, -1 for silence
    private final int[] now;        // places: pitch that sounds in this step, where it is decided already
    private final int[] silent;     // places: steps for which the place has been silent
    private final int[] unison;     // places: steps for which the place has sounded the pitch of the place above
    private final double[] weights = new double[12];    // steps that each pitch class has sounded
    private Optional<Chord> chord = Optional.empty();
    private Optional<KeySignature> key;
    private Grammar.State grammar;
    private int length;

    /// @param key of the piece, as far as it is known
    Writing(GridTokenizer tokenizer, int steps, Optional<KeySignature> key) {
        this.tokenizer = tokenizer;
        this.key = key;
        places = tokenizer.width();
        voices = tokenizer.voices();
        tokens = new int[steps * places];
        before = new int[places];
        now = new int[places];
        silent = new int[places];
        unison = new int[places];
        Arrays.fill(before, -1);
        Arrays.fill(now, -1);
        grammar = tokenizer.grammar().start();
    }

    void accept(int token) {
        int place = place();
        chord = place < voices ? chord : chordAfter(token);
        grammar = grammar.after(token);
        now[place] = tokenizer.sounding(token, before[place]);
        tokens[length++] = token;
        if (place() == 0) {
            for (int voice = 0; voice < places; voice++) {
                silent[voice] = now[voice] < 0 ? silent[voice] + 1 : 0;
                unison[voice] = voice > 0 && now[voice] >= 0 && now[voice] == now[voice - 1] ? unison[voice] + 1 : 0;
                if (now[voice] >= 0) {
                    weights[now[voice] % 12]++;
                }
            }
            System.arraycopy(now, 0, before, 0, places);
        }
    }

    Grammar.State grammar() {
        return grammar;
    }

    int places() {
        return places;
    }

    /// How many places of a step are voices; they come first.
    int voices() {
        return voices;
    }

    /// Whether the place whose token is next is a voice.
    boolean inVoice() {
        return place() < voices;
    }

    /// The chord that is in force after a token at a place of chords.
    Optional<Chord> chordAfter(int token) {
        return tokenizer.begins(token, -1) ? tokenizer.chord(token) : chord;
    }

    /// The step whose tokens are being chosen.
    int step() {
        return length / places;
    }

    /// The place whose token is next.
    int place() {
        return length % places;
    }

    /// The pitch that would sound at the present place after a token, or -1.
    int sounding(int token) {
        return tokenizer.sounding(token, before[place()]);
    }

    /// Whether a token would begin a note or a rest at the present place.
    boolean begins(int token) {
        return tokenizer.begins(token, before[place()]);
    }

    /// The pitch that the present place sounded in the last step, or -1.
    int before() {
        return before[place()];
    }

    /// The pitch that a place sounded in the last step, or -1.
    int before(int place) {
        return before[place];
    }

    /// The pitch that an earlier place of this step sounds, or -1.
    int now(int place) {
        return now[place];
    }

    /// For how many steps the present place has been silent.
    int silent() {
        return silent[place()];
    }

    /// For how many steps the present place has been in unison with the place above.
    int unison() {
        return unison[place()];
    }

    /// The key of the piece: the one it was given, or else the one that its notes were in when this was first asked.
    KeySignature home() {
        KeySignature home = key.orElseGet(() -> KeyFinder.find(weights).key().signature(0));
        key = Optional.of(home);
        return home;
    }

    /// For how many steps the first place has said what it said `lag` steps before.
    int repeated(int lag) {
        int steps = 0;
        for (int at = (step() - 1) * places; at >= lag * places && tokens[at] == tokens[at - lag * places]; at -= places) {
            steps++;
        }
        return steps;
    }

    /// The token of the first place `lag` steps before the one that is being chosen.
    int earlier(int lag) {
        return tokens[(step() - lag) * places];
    }

    /// The tokens so far.
    int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }
}
