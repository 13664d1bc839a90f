package dev.cadenza.app;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.Optional;

/// Lists the tokens of a representation, or of the one that a model reads.
final class TokensCase {

    private static final String VOCABULARY = "--vocabulary";
    private static final String STEPS = "--steps";
    private static final int EVENT_STEPS = 12;
    private static final int GRID_STEPS = 4;

    private TokensCase() {
    }

    static TokenList run(Command.Tokens command, ModelShelf shelf) {
        int usual = representation(command.of(), EVENT_STEPS).filter(EventTokenizer.class::isInstance).isPresent()
                ? EVENT_STEPS : GRID_STEPS;
        return representation(command.of(), command.stepsPerQuarter().orElse(usual))
                .map(tokenizer -> list(command.of(), tokenizer)).orElseGet(() -> ofModel(command, shelf));
    }

    private static TokenList ofModel(Command.Tokens command, ModelShelf shelf) {
        ModelShelf.Found found;
        try {
            found = shelf.named(VOCABULARY, command.of());
        } catch (RequestException e) {
            throw new RequestException(VOCABULARY, "VOCABULARY_UNKNOWN",
                    "'" + command.of() + "' is neither a representation made of tokens nor a model.",
                    "Representations are " + String.join(", ", Representations.names()) + "; cadenza models lists the models.");
        }
        if (command.stepsPerQuarter().isPresent()) {
            throw new RequestException(STEPS, "STEPS_OF_MODEL", "a model has learnt its own steps a quarter.", "Leave it out.");
        }
        return list(found.name(), Checkpoint.read(found.folder()).tokenizer());
    }

    private static Optional<Tokenizer> representation(String name, int stepsPerQuarter) {
        try {
            return Optional.of(Representations.named(name, stepsPerQuarter));
        } catch (RequestException e) {
            if (e.code().equals("OUT_OF_RANGE")) {
                throw new RequestException(STEPS, e.code(), name + " cannot have " + stepsPerQuarter + " steps a quarter.",
                        "Any divisor of 480 will do.");
            }
            return Optional.empty();
        }
    }

    private static TokenList list(String of, Tokenizer tokenizer) {
        return new TokenList(of, Representations.toJson(tokenizer).path("name").asString(""), tokenizer.width(),
                tokenizer.stepsPerQuarter(), tokenizer.contextRows(), tokenizer.vocabulary().names(),
                Representations.wantsFitting(tokenizer));
    }
}
