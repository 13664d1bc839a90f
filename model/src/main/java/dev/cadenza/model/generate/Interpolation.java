package dev.cadenza.model.generate;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.Latent;
import dev.cadenza.model.latent.Points;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.constraint.PitchLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The way from one piece to another, section by section. The piece with fewer sections begins again where it has ended, as
/// often as the other goes on.
record Interpolation(Latent model, Sections from, Sections to, GenerationRequest.Interpolate request) {

    static Interpolation of(Latent model, GenerationRequest.Interpolate request) {
        return new Interpolation(model, Sections.of(model, request.from(), "A"), Sections.of(model, request.to(), "B"), request);
    }

    /// One take for each step, then one of all steps in a row.
    List<Take> takes() {
        List<float[]> starts = points(from);
        List<float[]> ends = points(to);
        List<Score> steps = new ArrayList<>();
        List<String> notices = notices();
        List<Take> takes = new ArrayList<>();
        for (int i = 0; i < request.steps(); i++) {
            Composer.checkInterrupted();
            steps.add(step(i, starts, ends));
            takes.add(new Take(steps.get(i), request.seed(), List.of()));
        }
        takes.add(new Take(joined(steps), request.seed(), notices));
        return takes;
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>(from.notices());
        notices.addAll(to.notices());
        if (from.count() != to.count()) {
            Sections shorter = from.count() < to.count() ? from : to;
            int bars = model.excerpts().bars();
            notices.add((shorter == from ? "The first piece" : "The second piece") + " is the shorter one, of " + shorter.count() * bars
                    + " bars; between the two it begins again as often as the other goes on, for " + sections() * bars + " bars.");
        }
        return notices;
    }

    private int sections() {
        return Math.max(from.count(), to.count());
    }

    private List<float[]> points(Sections piece) {
        return piece.all().stream().map(section -> model.encode(section).mean()).toList();
    }

    private Score step(int step, List<float[]> starts, List<float[]> ends) {
        double share = step / (request.steps() - 1.0);
        double tempo = request.quartersPerMinute().orElse((1 - share) * from.quartersPerMinute() + share * to.quartersPerMinute());
        boolean end = step == 0 || step == request.steps() - 1;
        if (end && !request.reconstructed()) {
            return (step == 0 ? from : to).score(tempo, instruments(), called(step));
        }
        Homing homing = new Homing(model, home(), Sampler.of(request.sampling()));
        int count = end ? (step == 0 ? from : to).count() : sections();
        List<TokenSequence> made = IntStream.range(0, count).mapToObj(i -> homing.decode(
                Points.between(starts.get(i % starts.size()), ends.get(i % ends.size()), share),
                // The same chance everywhere, so that it is the point alone that makes a difference.
                Composer.random(request.seed()))).toList();
        return from.joined(made, tempo, instruments(), called(step), home().map(PitchLimit.InKey::key));
    }

    /// The key of both pieces where they have the same signature; between others the way leads through many.
    private Optional<PitchLimit.InKey> home() {
        return from.key().fifths() == to.key().fifths() ? Optional.of(new PitchLimit.InKey(from.key())) : Optional.empty();
    }

    private String called(int step) {
        return ends() + "step " + (step + 1) + " of " + request.steps();
    }

    private String ends() {
        return from.title().isEmpty() || to.title().isEmpty() ? "" : from.title() + " to " + to.title() + ", ";
    }

    private List<Instrument> instruments() {
        return request.instruments().isEmpty() ? from.instruments() : request.instruments();
    }

    /// All steps, each marked with its number and begun at a bar line.
    private Score joined(List<Score> steps) {
        Excerpts excerpts = model.excerpts();
        List<Tempo> tempos = new ArrayList<>();
        List<KeySignature> keys = new ArrayList<>();
        List<Marker> markers = new ArrayList<>();
        List<List<Note>> notes = new ArrayList<>();
        Score first = steps.getFirst();
        first.parts().forEach(part -> notes.add(new ArrayList<>()));
        long at = 0;
        for (int i = 0; i < steps.size(); i++) {
            Score step = steps.get(i);
            long start = at;
            step.tempos().forEach(tempo -> tempos.add(new Tempo(start, tempo.microsPerQuarter())));
            step.keys().forEach(key -> keys.add(new KeySignature(start, key.fifths(), key.mode())));
            markers.add(new Marker(start, String.valueOf(i + 1)));
            for (int part = 0; part < notes.size(); part++) {
                for (Note note : step.parts().get(part).notes()) {
                    notes.get(part).add(new Note(start + note.onset(), note.duration(), note.pitch(), note.velocity()));
                }
            }
            at += bars(i) * excerpts.meter().barTicks(step.resolution());
        }
        List<Part> parts = IntStream.range(0, notes.size()).mapToObj(part -> first.parts().get(part).withNotes(notes.get(part))).toList();
        List<Meter> meters = List.of(excerpts.meter());
        return new Score(first.resolution(), tempos, meters, changes(keys), List.of(), markers, parts,
                Metadata.titled(ends() + request.steps() + " steps"));
    }

    private int bars(int step) {
        int count = step == 0 ? from.count() : step == request.steps() - 1 ? to.count() : sections();
        return count * model.excerpts().bars();
    }

    private static List<KeySignature> changes(List<KeySignature> keys) {
        List<KeySignature> changes = new ArrayList<>();
        for (KeySignature key : keys) {
            if (changes.isEmpty() || changes.getLast().fifths() != key.fifths() || changes.getLast().mode() != key.mode()) {
                changes.add(key);
            }
        }
        return changes;
    }
}
