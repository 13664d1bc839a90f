package dev.cadenza.model.generate;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Part;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What new music is like where the request leaves it open.
final class Choices {

    /// What music is called where its style is a name for models, or no word that a title may begin with.
    private static final Map<String, String> KINDS = Map.of("", "Piece", "band", "Band music", "game", "Game music", "melody-vae", "Melody",
            "roll", "Band music");

    private Choices() {
    }

    /// The metre asked for, or the most usual one that fits the grid.
    static Meter meter(GenerationRequest.Compose request, Provenance provenance, Tokenizer tokenizer) {
        return request.meter().map(asked -> new Meter(0, asked.numerator(), asked.denominator()))
                .or(() -> provenance.meters().stream().findFirst().map(Provenance.MeterCount::meter)
                        .filter(usual -> 4 * usual.numerator() * tokenizer.stepsPerQuarter() % usual.denominator() == 0))
                .orElse(Meter.common());
    }

    /// A key of the training pieces, as often as it occurs there.
    static Optional<KeySignature> drawnKey(Provenance provenance, RandomGenerator random) {
        long pieces = provenance.keys().stream().mapToLong(Provenance.KeyCount::pieces).sum();
        if (pieces <= 0 || provenance.unseen().contains(Outline.KEY)) {
            return Optional.empty();
        }
        long left = random.nextLong(pieces);
        for (Provenance.KeyCount count : provenance.keys()) {
            left -= count.pieces();
            if (left < 0) {
                return Optional.of(count.key());
            }
        }
        return Optional.empty();
    }

    /// One of the windows that a model keeps of what it has learnt from.
    ///
    /// @throws RequestException where it keeps none
    static TokenSequence window(MusicModel model, RandomGenerator random) {
        List<TokenSequence> windows = model.windows();
        if (windows.isEmpty()) {
            throw new RequestException("--from-window", "NO_WINDOWS", "this model keeps no windows of its training data.",
                    "Let it begin by itself.");
        }
        return windows.get(random.nextInt(windows.size()));
    }

    /// Parts with the instruments asked for; the last one serves all parts that follow.
    static List<Part> instrumented(List<Part> parts, List<Instrument> wanted) {
        if (wanted.isEmpty()) {
            return parts;
        }
        List<Part> all = new ArrayList<>();
        for (Part part : parts) {
            all.add(part.withInstrument(wanted.get(Math.min(all.size(), wanted.size() - 1))));
        }
        return all;
    }

    /// "Chorale in G major".
    static Metadata title(Provenance provenance, KeySignature key) {
        String style = provenance.style().strip();
        String kind = KINDS.getOrDefault(style.toLowerCase(Locale.ROOT), style);
        return Metadata.titled(kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " in " + Key.of(key));
    }
}
