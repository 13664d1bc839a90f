package dev.cadenza.model.generate;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.Plan;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Music that goes on from a primer as a stream of events.
///
/// @param given the primer's tokens
/// @param meter the primer's metre at its end
/// @param from step of the bar line at or behind the primer's end
record EventContinuation(Autoregressive model, EventTokenizer tokenizer, GenerationRequest.Continue request, int[] given,
                         Meter meter, int from) implements EventTask {

    static EventContinuation of(Autoregressive model, EventTokenizer tokenizer, GenerationRequest.Continue request) {
        Score primer = request.primer();
        int[] given = tokenizer.encode(primer).tokens();
        Meter meter = Primers.lastMeter(primer);
        int start = (int) Primers.steps(primer, meter.tick(), tokenizer);
        int bar = Lengths.barSteps(tokenizer, meter);
        EventTokenizer.Reading reading = tokenizer.read(Plan.OPEN);
        for (int token : given) {
            reading.accept(token);
        }
        long end = Math.max(reading.step(), Primers.steps(primer, primer.end(), tokenizer));
        long bars = (end - start + bar - 1) / bar;
        return new EventContinuation(model, tokenizer, request, given, meter, Lengths.checked(start + bars * bar));
    }

    @Override
    public PitchRange range() {
        PitchRange usual = Ranges.of(tokenizer, model.provenance()).getFirst();
        int lowest = usual.lowest();
        int highest = usual.highest();
        for (int token : given) {
            int pitch = tokenizer.pitch(token, 0);
            lowest = pitch < 0 ? lowest : Math.min(lowest, pitch);
            highest = Math.max(highest, pitch);
        }
        return new PitchRange(lowest, highest);
    }

    @Override
    public List<Instrument> instruments() {
        return List.of();
    }

    @Override
    public Course course(RandomGenerator random) {
        int steps = Lengths.checked(from + (long) request.bars() * Lengths.barSteps(tokenizer, meter));
        KeySignature key = request.key().or(() -> Primers.statedKey(request.primer()))
                .orElseGet(() -> KeyFinder.find(request.primer()).key().signature(0));
        return new Course(new Plan(steps, meter, 0, Optional.of(key), true), Optional.empty(), given, from);
    }

    @Override
    public GridTask.Result result(Course course, Score decoded) {
        Score primer = request.primer();
        int resolution = decoded.resolution();
        long start = (long) from * resolution / tokenizer.stepsPerQuarter();
        long end = (long) course.plan().steps() * resolution / tokenizer.stepsPerQuarter();
        List<Part> fresh = decoded.parts().stream().map(part ->
                part.withNotes(part.notes().stream().filter(note -> note.onset() >= start).toList())).toList();
        Key key = Key.of(course.plan().key().orElseThrow());
        List<Part> parts = new ArrayList<>(primer.parts());
        boolean[] taken = new boolean[parts.size()];
        for (Part part : fresh) {
            if (part.notes().isEmpty()) {
                continue;
            }
            int home = home(primer, part.instrument(), taken);
            if (home < 0) {
                parts.add(Primers.appended(part.withNotes(List.of()), part.withNotes(List.of()), part, resolution,
                        primer.resolution(), key));
            } else {
                taken[home] = true;
                parts.set(home, Primers.appended(parts.get(home), primer.parts().get(home), part, resolution,
                        primer.resolution(), key));
            }
        }
        Optional<String> fault = Degeneracy.inBand(fresh, start, end, meter.barTicks(resolution));
        if (fault.isEmpty() && repeatsPrimer(decoded, fresh, start)) {
            fault = Optional.of("repeats its primer");
        }
        return new GridTask.Result(primer.withParts(parts), fault);
    }

    /// The primer's part that goes on: one with the same instrument or, where the representation names no instruments, the
    /// first that has notes; -1 where there is none.
    private int home(Score primer, Instrument instrument, boolean[] taken) {
        boolean named = !tokenizer.instruments().isEmpty();
        for (int i = 0; i < taken.length; i++) {
            Part part = primer.parts().get(i);
            boolean fits = named ? part.instrument().equals(instrument)
                    || part.instrument().drums() && instrument.drums() : !part.instrument().drums();
            if (fits && !taken[i] && !part.notes().isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean repeatsPrimer(Score decoded, List<Part> fresh, long start) {
        long[] old = decoded.parts().stream().flatMap(part -> part.notes().stream()).filter(note -> note.onset() < start)
                .sorted(Note.ORDER).mapToLong(EventContinuation::shape).toArray();
        long[] made = fresh.stream().flatMap(part -> part.notes().stream()).sorted(Note.ORDER)
                .mapToLong(note -> shape(new Note(note.onset() - start, note.duration(), note.pitch(), note.velocity()))).toArray();
        return old.length > 0 && Arrays.equals(old, made);
    }

    private static long shape(Note note) {
        return note.onset() * 128 + note.pitch().midi();
    }
}
