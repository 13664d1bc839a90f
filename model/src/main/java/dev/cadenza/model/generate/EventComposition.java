package dev.cadenza.model.generate;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.Plan;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.Speller;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// New music as a stream of events: what is settled before its first note, and the score it becomes.
record EventComposition(Autoregressive model, EventTokenizer tokenizer, GenerationRequest.Compose request) implements EventTask {

    EventComposition {
        List<Instrument> known = tokenizer.instruments();
        if (!known.isEmpty() && !request.instruments().isEmpty() && request.instruments().stream().noneMatch(known::contains)) {
            throw new RequestException("--instruments", "INSTRUMENTS_UNKNOWN", "this model has learnt none of these instruments.",
                    "It knows the General MIDI programs " + String.join(", ", known.stream().map(EventComposition::named).toList())
                            + ".");
        }
    }

    private static String named(Instrument instrument) {
        return instrument.drums() ? "drums" : String.valueOf(instrument.program());
    }

    @Override
    public PitchRange range() {
        return Ranges.of(tokenizer, model.provenance()).getFirst();
    }

    /// Where the representation names no instruments they are given to the parts afterwards.
    @Override
    public List<Instrument> instruments() {
        return tokenizer.instruments().isEmpty() ? List.of() : request.instruments();
    }

    @Override
    public Course course(RandomGenerator random) {
        Provenance provenance = model.provenance();
        Meter meter = Choices.meter(request, provenance, tokenizer);
        int bar = Lengths.barSteps(tokenizer, meter);
        Optional<KeySignature> key = request.key().or(() -> Choices.drawnKey(provenance, random));
        return switch (request.start()) {
            case Start.Nothing _, Start.Leaning _ -> new Course(plan((long) request.bars() * bar, meter, key), Optional.empty(), new int[0], 0);
            case Start.TrainingWindow(int steps) -> new Course(plan((steps + bar - 1L) / bar * bar, meter, request.key()),
                    Optional.of(Choices.window(model, random)), new int[0], 0);
        };
    }

    private static Plan plan(long steps, Meter meter, Optional<KeySignature> key) {
        return new Plan(Lengths.checked(steps), meter, 0, key, true);
    }

    @Override
    public GridTask.Result result(Course course, Score decoded) {
        int resolution = decoded.resolution();
        KeySignature key = course.plan().key().orElseGet(() -> KeyFinder.find(decoded).key().signature(0));
        List<Part> parts = tokenizer.instruments().isEmpty() ? Choices.instrumented(decoded.parts(), request.instruments())
                : decoded.parts();
        Tempo usual = Tempo.ofBpm(0, request.quartersPerMinute().orElse(model.provenance().quartersPerMinute()));
        List<Tempo> tempos = request.quartersPerMinute().isPresent() || decoded.tempos().isEmpty() ? List.of(usual)
                : decoded.tempos();
        Score score = new Score(resolution, tempos, List.of(course.plan().meter()), List.of(key), decoded.chords(), List.of(),
                parts, Choices.title(model.provenance(), key));
        long end = (long) course.plan().steps() * resolution / tokenizer.stepsPerQuarter();
        return new GridTask.Result(Speller.spell(score),
                Degeneracy.inBand(parts, 0, end, course.plan().meter().barTicks(resolution)));
    }
}
