package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Music that goes on from a primer: what is settled before its first note, and the score it becomes.
///
/// @param given the primer as the model sees it, with silence up to where all of its parts have ended
/// @param meter the primer's metre at its end
/// @param meterStep step at which that metre begins
record Continuation(Autoregressive model, GridTokenizer tokenizer, GenerationRequest.Continue request,
                    TokenSequence given, Meter meter, int meterStep) implements GridTask {

    static Continuation of(Autoregressive model, GridTokenizer tokenizer, GenerationRequest.Continue request) {
        Score primer = request.primer();
        TokenSequence encoded;
        try {
            encoded = tokenizer.encode(primer);
        } catch (IllegalArgumentException e) {
            throw new RequestException("PRIMER", "PRIMER", "this model cannot read the primer: " + e.getMessage() + ".", "");
        }
        TokenSequence given = Primers.silentUntil(encoded, Primers.steps(primer, primer.end(), tokenizer), tokenizer);
        Meter meter = Primers.lastMeter(primer);
        return new Continuation(model, tokenizer, request, given, meter, (int) Primers.steps(primer, meter.tick(), tokenizer));
    }

    @Override
    public Outline outline(RandomGenerator random) {
        int bar = Lengths.barSteps(tokenizer, meter);
        int bars = (given.steps() - meterStep + bar - 1) / bar;
        int barLine = meterStep + bars * bar;
        long steps = barLine + (long) request.bars() * bar;
        return Outline.from(given, tokenizer, model.provenance(), steps, meter, barLine % bar, key());
    }

    /// The key asked for or stated; of a signature without accidentals, which many files have whatever their key, the notes
    /// decide.
    private Optional<KeySignature> key() {
        return request.key().or(() -> Primers.statedKey(request.primer()))
                .or(() -> Optional.of(KeyFinder.find(Primers.weights(given, tokenizer)).key().signature(0)));
    }

    @Override
    public List<PitchRange> ranges() {
        return Ranges.with(Ranges.of(tokenizer, model.provenance()), given, tokenizer);
    }

    @Override
    public Result result(Outline outline, Draft draft, KeySignature key) {
        Score primer = request.primer();
        Score whole = tokenizer.decode(draft.sequence());
        int stepsPerQuarter = tokenizer.stepsPerQuarter();
        long from = (long) given.steps() * whole.resolution() / stepsPerQuarter;
        long end = (long) outline.steps() * whole.resolution() / stepsPerQuarter;
        List<Part> fresh = whole.parts().stream().map(part -> Primers.from(part, from)).toList();
        List<Part> before = whole.parts().stream().map(part ->
                part.withNotes(part.notes().stream().filter(note -> note.onset() < from).toList())).toList();
        Optional<String> fault = new Degeneracy(fresh.subList(0, tokenizer.voices()), from, end, meter.barTicks(whole.resolution())).fault();
        if (fault.isEmpty() && repeatsPrimer(draft.sequence())) {
            fault = Optional.of("repeats its primer");
        }
        List<Part> parts = Primers.appended(primer, before, fresh, whole.resolution(), tokenizer, Key.of(key));
        return new Result(new Score(primer.resolution(), primer.tempos(), primer.meters(), primer.keys(),
                Primers.chords(primer, whole, from), primer.markers(), parts, primer.metadata(),
                primer.repeats()), fault);
    }

    private boolean repeatsPrimer(TokenSequence whole) {
        int[] pitches = Primers.pitches(whole, tokenizer);
        int split = given.steps() * whole.width();
        return Degeneracy.equalsPrimer(Arrays.copyOf(pitches, split), Arrays.copyOfRange(pitches, split, pitches.length));
    }
}
