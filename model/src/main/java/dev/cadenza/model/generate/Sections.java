package dev.cadenza.model.generate;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.Latent;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.Speller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A piece as a model of excerpts sees it: cut at bar lines into sections, each as long as an excerpt. An upbeat gets silence
/// before it, so that the piece begins with a whole bar, and the last section gets silence behind it.
///
/// @param whole the piece, a whole number of sections
/// @param instruments of its voices where the piece states them; may be empty
/// @param quartersPerMinute its first tempo
/// @param title empty where it has none
/// @param notices what was left out or filled up, in sentences
record Sections(Excerpts excerpts, TokenSequence whole, List<Instrument> instruments, double quartersPerMinute, String title,
                List<String> notices) {

    private static final String BAR = "bar";
    private static final double UNSTATED_TEMPO = 120;

    /// @param flag what named the piece, for errors
    /// @throws RequestException where the model cannot read it, or its bars are of another length than the model's
    static Sections of(Latent model, Score score, String flag) {
        Excerpts excerpts = model.excerpts();
        GridTokenizer tokenizer = model.tokenizer();
        TokenSequence piece;
        try {
            piece = tokenizer.encode(score);
        } catch (IllegalArgumentException e) {
            throw new RequestException(flag, "PIECE", "this model cannot read the piece: " + e.getMessage() + ".", "");
        }
        int upbeat = upbeat(excerpts, piece, score, flag);
        int sections = Math.max(1, Math.ceilDiv(upbeat + piece.steps(), excerpts.steps()));
        Lengths.checked((long) sections * excerpts.steps());
        List<String> notices = new ArrayList<>();
        int notes = score.parts().stream().mapToInt(part -> part.notes().size()).sum();
        int kept = tokenizer.notes(piece);
        if (kept < notes) {
            notices.add((tokenizer.voices() == 1 ? "Of " + named(score) + " the melody is taken" : "Of " + named(score) + " "
                    + tokenizer.voices() + " voices are taken") + ": " + kept + " of " + notes + " notes.");
        }
        return new Sections(excerpts, filled(tokenizer, excerpts, piece, upbeat, sections * excerpts.steps()),
                instruments(tokenizer, score), score.tempos().isEmpty() || score.tempos().getFirst().tick() > 0 ? UNSTATED_TEMPO
                : score.tempos().getFirst().bpm(), score.metadata().title().strip(), notices);
    }

    private static String named(Score score) {
        return score.metadata().title().isBlank() ? "the piece" : "\"" + score.metadata().title() + "\"";
    }

    private static List<Instrument> instruments(GridTokenizer tokenizer, Score score) {
        return tokenizer instanceof MelodyTokenizer melody ? List.of(melody.line(score).parts().getFirst().instrument()) : List.of();
    }

    /// Steps of silence that make the first bar whole.
    private static int upbeat(Excerpts excerpts, TokenSequence piece, Score score, String flag) {
        List<String> rows = excerpts.tokenizer().contextRows().stream().map(ContextRow::name).toList();
        int row = rows.indexOf(BAR);
        int first = Math.max(1, piece.context(row, 0));
        for (int step = 0; step < piece.steps(); step++) {
            int stated = piece.context(row, step);
            if (stated != 0 && stated != 1 + (first - 1 + step) % excerpts.barSteps()) {
                String metres = score.meters().stream().map(meter -> meter.numerator() + "/" + meter.denominator()).distinct()
                        .collect(Collectors.joining(", "));
                throw new RequestException(flag, "METER_UNSUITED", "the piece is in " + (metres.isEmpty() ? "4/4" : metres)
                        + ", and this model knows bars of " + excerpts.meter() + " only.",
                        "Choose music in " + excerpts.meter() + ", or train a model on music in that metre.");
            }
        }
        return first - 1;
    }

    private static TokenSequence filled(GridTokenizer tokenizer, Excerpts excerpts, TokenSequence piece, int upbeat, int steps) {
        int width = tokenizer.width();
        int[] tokens = new int[steps * width];
        int[] heard = new int[width];       // of the piece
        int[] sounding = new int[width];    // of the new tokens
        Arrays.fill(heard, -1);
        Arrays.fill(sounding, -1);
        Grammar.State state = tokenizer.grammar().start();
        for (int i = 0; i < tokens.length; i++) {
            int step = i / width - upbeat;
            int place = i % width;
            boolean within = step >= 0 && step < piece.steps();
            int own = within ? piece.token(step, place) : -1;
            heard[place] = within ? tokenizer.sounding(own, heard[place]) : -1;
            int before = sounding[place];
            int pitch = heard[place];
            tokens[i] = within && state.allowed().get(own) && tokenizer.sounding(own, before) == pitch ? own : state.allowed().stream()
                    .filter(token -> tokenizer.sounding(token, before) == pitch).findFirst().orElseThrow();
            sounding[place] = pitch;
            state = state.after(tokens[i]);
        }
        return sequence(excerpts, tokens);
    }

    private static TokenSequence sequence(Excerpts excerpts, int[] tokens) {
        GridTokenizer tokenizer = excerpts.tokenizer();
        return tokenizer.sequence(tokens, new Plan(tokens.length / tokenizer.width(), excerpts.meter(), 0, Optional.empty(),
                false));
    }

    /// How many sections it has.
    int count() {
        return whole.steps() / excerpts.steps();
    }

    /// All sections, from the first.
    List<TokenSequence> all() {
        return IntStream.range(0, count()).mapToObj(i -> excerpts.at(whole, i * excerpts.steps())).toList();
    }

    /// Its key, as far as its notes tell.
    Key key() {
        return key(whole);
    }

    private Key key(TokenSequence sequence) {
        return KeyFinder.find(Primers.weights(sequence, excerpts.tokenizer())).key();
    }

    /// The piece as the model sees it.
    Score score(double tempo, List<Instrument> wanted, String called) {
        return score(whole, tempo, wanted, called, key());
    }

    /// Sections in a row as a score.
    ///
    /// @param key empty for the one that its notes tell
    Score joined(List<TokenSequence> sections, double tempo, List<Instrument> wanted, String called, Optional<Key> key) {
        int[] tokens = sections.stream().flatMapToInt(section -> Arrays.stream(section.tokens())).toArray();
        TokenSequence row = sequence(excerpts, tokens);
        return score(row, tempo, wanted, called, key.orElseGet(() -> key(row)));
    }

    private Score score(TokenSequence sequence, double tempo, List<Instrument> wanted, String called, Key key) {
        GridTokenizer tokenizer = excerpts.tokenizer();
        Score plain = tokenizer.decode(sequence);
        List<Part> parts = Choices.instrumented(plain.parts(), wanted.isEmpty() ? instruments : wanted);
        return Speller.spell(new Score(plain.resolution(), List.of(Tempo.ofBpm(0, tempo)), List.of(excerpts.meter()),
                List.of(key.signature(0)), plain.chords(), List.of(), parts, Metadata.titled(called)));
    }
}
