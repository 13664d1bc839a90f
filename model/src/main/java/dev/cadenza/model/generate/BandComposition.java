package dev.cadenza.model.generate;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.TrackKind;
import dev.cadenza.model.Adversarial;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.Speller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/// New music of several tracks, phrase by phrase, out of [FormNoise]. Where no key is asked for, one is drawn as
/// often as it occurs in the training data, and the music moved to it as it is.
record BandComposition(Adversarial model, GenerationRequest.Compose request, Meter meter) implements Maker {

    private static final int RESOLUTION = 480;

    /// @throws RequestException naming the flag that cannot be kept to
    static BandComposition of(Adversarial model, GenerationRequest.Compose request) {
        refuse(request.start() instanceof Start.TrainingWindow, "--from-window", "START_UNSUITED",
                "this model makes whole phrases out of noise and goes on from nothing.", "Leave the flag out.");
        refuse(!request.sampling().equals(SamplerSettings.usual()), "--temperature", "SAMPLING_UNSUITED",
                "this model draws no notes one by one: --temperature, --top-k, --top-p and --min-p mean nothing to it.",
                "Leave them out, and ask for several takes.");
        refuse(!request.constraints().limits().isEmpty() || request.constraints().closing().isPresent(), "--scale",
                "LIMITS_UNSUITED", "this model makes all tracks at once and keeps to no --scale, --chords, --range or --cadence.",
                "Leave them out; --key moves its music to a key.");
        refuse(!request.instruments().isEmpty(), "--instruments", "INSTRUMENTS_UNSUITED",
                "the tracks of this model have instruments of their own.", "Leave the flag out.");
        Meter meter = request.meter().orElse(model.meters().getFirst());
        refuse(!Band.makes(model, meter), "--meter", "METER_UNSUITED",
                "this model makes music in " + Band.words(model.meters()) + ", not in " + meter + ".", "Choose one of these.");
        return new BandComposition(model, request, new Meter(0, meter.numerator(), meter.denominator()));
    }

    private static void refuse(boolean wrong, String flag, String code, String cause, String remedy) {
        if (wrong) {
            throw new RequestException(flag, code, cause, remedy);
        }
    }

    @Override
    public Attempt make(long seed) {
        long bar = meter.barTicks(RESOLUTION);
        long end = request.bars() * bar;
        RandomGenerator random = Composer.random(seed);
        Optional<Key> drawn = request.key().or(() -> Choices.drawnKey(model.provenance(), random)).map(Key::of);
        List<Part> parts = parts(random, bar, end);
        Key found = key(parts);
        int semitones = drawn.map(wanted -> semitones(found, wanted)).orElse(0);
        Key key = request.key().map(Key::of).orElseGet(() -> Key.on(Math.floorMod(found.tonic() + semitones, 12), found.mode()));
        boolean keeps = request.key().isPresent() && request.constraints().keepToKey();
        List<Part> placed = moved(parts, semitones, pitch -> keeps ? inKey(pitch, key) : pitch);
        List<Part> playable = placed.stream().map(part -> part.withNotes(Band.playable(part.notes(), part.instrument()))).toList();
        boolean ends = request.constraints().cadence() && request.bars() > 1;
        List<Part> whole = ends ? BandEnding.of(playable, key, end - bar, end) : playable;
        List<Part> heard = whole.stream().filter(part -> !part.notes().isEmpty()).toList();
        Provenance provenance = model.provenance();
        KeySignature signature = key.signature(0);
        Score score = new Score(RESOLUTION, List.of(Tempo.ofBpm(0, request.quartersPerMinute().orElse(provenance.quartersPerMinute()))),
                List.of(meter), List.of(signature), List.of(), List.of(), heard, Choices.title(provenance, signature));
        Optional<String> fault = heard.isEmpty() ? Optional.of("is silent") : Degeneracy.inBand(heard, 0, end, bar);
        return new Attempt(Speller.spell(score), fault, Set.of());
    }

    /// The tracks as the model makes them, cut at the end.
    private List<Part> parts(RandomGenerator random, long bar, long end) {
        List<TrackKind> tracks = model.rolls().tracks();
        List<List<Note>> notes = new ArrayList<>();
        tracks.forEach(track -> notes.add(new ArrayList<>()));
        int phrases = (request.bars() + model.bars() - 1) / model.bars();
        List<float[]> noises = FormNoise.draw(model, phrases, random);
        for (int phrase = 0; phrase < phrases; phrase++) {
            PianoRoll roll = model.phrase(noises.get(phrase), meter);
            long from = phrase * model.bars() * bar;
            long until = Math.min(end, from + model.bars() * bar);
            for (int track = 0; track < tracks.size(); track++) {
                notes.get(track).addAll(Band.notes(model.rolls(), roll, track, from, until, RESOLUTION));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            parts.add(Band.part(tracks.get(track), notes.get(track)));
        }
        return parts;
    }

    private static Key key(List<Part> parts) {
        double[] weights = new double[12];
        for (Part part : parts) {
            if (!part.instrument().drums()) {
                part.notes().forEach(note -> weights[note.pitch().pitchClass()] += note.duration());
            }
        }
        return KeyFinder.find(weights).key();
    }

    /// The way from one key to another, the shorter one. Where one is major and the other minor it is that to the relative.
    private static int semitones(Key found, Key wanted) {
        Key from = found.mode() == wanted.mode() ? found : found.relative();
        return Math.floorMod(wanted.tonic() - from.tonic() + 6, 12) - 6;
    }

    /// Parts moved by semitones, drums excepted, and then one by one.
    private static List<Part> moved(List<Part> parts, int semitones, IntUnaryOperator then) {
        return parts.stream().map(part -> part.instrument().drums() ? part : part.withNotes(Band.moved(part.notes(), pitch -> {
            int moved = pitch + semitones;
            return then.applyAsInt(moved < 0 ? moved + 12 : moved > 127 ? moved - 12 : moved);
        }))).toList();
    }

    /// The nearest note of a key, the lower one of two.
    private static int inKey(int pitch, Key key) {
        PitchLimit.InKey scale = new PitchLimit.InKey(key);
        return scale.holds(pitch) ? pitch : pitch > 0 && scale.holds(pitch - 1) ? pitch - 1 : pitch + 1;
    }
}
