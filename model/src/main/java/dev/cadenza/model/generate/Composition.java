package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.GridTokenizer;
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
record Composition(Autoregressive model, GridTokenizer tokenizer, GenerationRequest.Compose request) implements GridTask {

    @Override
    public List<PitchRange> ranges() {
        return Ranges.of(tokenizer, model.provenance());
    }

    @Override
    public Outline outline(RandomGenerator random) {
        Provenance provenance = model.provenance();
        Meter meter = Choices.meter(request, provenance, tokenizer);
        return switch (request.start()) {
            case Start.Nothing _, Start.Leaning _ -> Outline.fresh(tokenizer, provenance, request.bars(), meter,
                    request.key().or(() -> Choices.drawnKey(provenance, random)));
            case Start.TrainingWindow(int steps) -> Outline.after(Choices.window(model, random), tokenizer, provenance, steps,
                    meter, request.key());
        };
    }

    @Override
    public Result result(Outline outline, Draft draft, KeySignature key) {
        Score plain = tokenizer.decode(draft.sequence());
        List<Part> parts = Choices.instrumented(plain.parts(), request.instruments());
        double tempo = request.quartersPerMinute().orElse(model.provenance().quartersPerMinute());
        Score score = new Score(plain.resolution(), List.of(Tempo.ofBpm(0, tempo)), List.of(outline.meter()), List.of(key),
                plain.chords(), List.of(), parts, Choices.title(model.provenance(), key));
        long bar = outline.meter().barTicks(plain.resolution());
        long end = (long) outline.steps() * plain.resolution() / tokenizer.stepsPerQuarter();
        return new Result(Speller.spell(score), new Degeneracy(parts.subList(0, tokenizer.voices()), 0, end, bar).fault());
    }
}
