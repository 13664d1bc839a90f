package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.Speller;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// New music in four voices, all cells of it drawn.
record GibbsComposition(Gibbs model, GenerationRequest.Compose request) implements GibbsTask {

    @Override
    public Frame frame(RandomGenerator random) {
        SatbTokenizer tokenizer = model.tokenizer();
        Meter meter = Choices.meter(request, model.provenance(), tokenizer);
        Outline outline = Outline.fresh(tokenizer, model.provenance(), request.bars(), meter,
                request.key().or(() -> Choices.drawnKey(model.provenance(), random)));
        int[] unknown = new int[outline.steps() * tokenizer.width()];
        Arrays.fill(unknown, VoiceGrid.UNKNOWN);
        BitSet free = new BitSet();
        free.set(0, unknown.length);
        int held = Math.min(outline.steps(), Finale.held(Lengths.barSteps(tokenizer, meter), tokenizer.stepsPerQuarter()));
        int last = outline.steps() - held;
        boolean closes = request.constraints().closesAt(outline.key(), last / (double) tokenizer.stepsPerQuarter());
        return new Frame(new VoiceGrid(tokenizer.width(), unknown, outline.told()), free, new BitSet(), 0, meter, outline.key(),
                Ranges.of(tokenizer, model.provenance()), last, closes ? Optional.of(last) : Optional.empty(), Set.of());
    }

    @Override
    public GridTask.Result result(Frame frame, VoiceGrid grid) {
        SatbTokenizer tokenizer = model.tokenizer();
        Score plain = tokenizer.decode(grid.sequence(tokenizer));
        KeySignature key = frame.key().orElseGet(() -> KeyFinder.find(Primers.weights(grid.sequence(tokenizer), tokenizer)).key().signature(0));
        List<Part> parts = Choices.instrumented(plain.parts(), request.instruments());
        double tempo = request.quartersPerMinute().orElse(model.provenance().quartersPerMinute());
        Score score = new Score(plain.resolution(), List.of(Tempo.ofBpm(0, tempo)), List.of(frame.meter()), List.of(key), plain.chords(),
                List.of(), parts, Choices.title(model.provenance(), key));
        long end = (long) grid.steps() * plain.resolution() / tokenizer.stepsPerQuarter();
        return new GridTask.Result(Speller.spell(score),
                new Degeneracy(parts, 0, end, frame.meter().barTicks(plain.resolution())).fault());
    }
}
