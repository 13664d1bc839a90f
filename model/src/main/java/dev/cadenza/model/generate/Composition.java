package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Speller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// New music: what is settled before its first note, and the score it becomes.
record Composition(Autoregressive model, GenerationRequest.Compose request) implements Task {

    @Override
    public List<PitchRange> ranges() {
        return Ranges.of(model.tokenizer(), model.provenance());
    }

    @Override
    public Outline outline(RandomGenerator random) {
        Provenance provenance = model.provenance();
        Tokenizer tokenizer = model.tokenizer();
        Meter meter = request.meter().map(asked -> new Meter(0, asked.numerator(), asked.denominator()))
                .or(() -> provenance.meters().stream().findFirst().map(Provenance.MeterCount::meter)
                        .filter(usual -> 4 * usual.numerator() * tokenizer.stepsPerQuarter() % usual.denominator() == 0))
                .orElse(Meter.common());
        return switch (request.start()) {
            case Start.Nothing nothing -> Outline.fresh(tokenizer, provenance, request.bars(), meter,
                    request.key().or(() -> drawnKey(provenance, random)));
            case Start.TrainingWindow(int steps) -> {
                List<TokenSequence> windows = model.windows();
                if (windows.isEmpty()) {
                    throw new RequestException("--from-window", "NO_WINDOWS",
                            "this model keeps no windows of its training data.", "Let it begin by itself.");
                }
                yield Outline.after(windows.get(random.nextInt(windows.size())), tokenizer, provenance, steps, meter,
                        request.key());
            }
        };
    }

    /// A key of the training pieces, as often as it occurs there.
    private static Optional<KeySignature> drawnKey(Provenance provenance, RandomGenerator random) {
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

    @Override
    public Result result(Outline outline, Draft draft, KeySignature key) {
        Score plain = model.tokenizer().decode(draft.sequence());
        List<Part> parts = instrumented(plain.parts());
        double tempo = request.quartersPerMinute().orElse(model.provenance().quartersPerMinute());
        Score score = new Score(plain.resolution(), List.of(Tempo.ofBpm(0, tempo)), List.of(outline.meter()), List.of(key),
                List.of(), List.of(), parts, Metadata.titled(title(key)));
        long bar = outline.meter().barTicks(plain.resolution());
        long end = (long) outline.steps() * plain.resolution() / model.tokenizer().stepsPerQuarter();
        return new Result(Speller.spell(score), new Degeneracy(parts, 0, end, bar).fault());
    }

    private List<Part> instrumented(List<Part> parts) {
        List<Instrument> wanted = request.instruments();
        if (wanted.isEmpty()) {
            return parts;
        }
        List<Part> all = new ArrayList<>();
        for (Part part : parts) {
            all.add(new Part(part.name(), wanted.get(Math.min(all.size(), wanted.size() - 1)), part.notes(), part.controls(),
                    part.lyrics()));
        }
        return all;
    }

    private String title(KeySignature key) {
        String style = model.provenance().style().strip();
        String kind = style.isEmpty() ? "Piece" : style.substring(0, 1).toUpperCase(Locale.ROOT) + style.substring(1);
        return kind + " in " + Key.of(key);
    }
}
