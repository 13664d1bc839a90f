package dev.cadenza.model.generate;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TrackKind;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.model.Adversarial;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Speller;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Tracks that join a piece. The model hears the piece phrase by phrase; what the piece holds stays as it is.
///
/// @param wanted numbers of the tracks that join, ascending
/// @param phrases of the piece
/// @param scale the notes that fit it
record Accompaniment(Adversarial model, GenerationRequest.Accompany request, List<Integer> wanted, List<Phrase> phrases,
                     LocalScale scale) implements Maker {

    /// Instruments that belong to no track of the model count as this one.
    private static final Instrument OTHER = new Instrument(48, false);
    private static final int USUAL = 80;
    private static final int ACCENT = 6;
    private static final int SOFTEST = 30;
    private static final int LOUDEST = 115;
    private static final int MOST_BARS = 100_000;

    /// @throws RequestException where the model or the piece is not suited
    static Accompaniment of(Adversarial model, GenerationRequest.Accompany request) {
        if (!model.accompanies()) {
            throw new RequestException("--model", "MODEL_UNSUITED", "this model makes all of its tracks anew and joins none.",
                    "Choose one that accompanies; cadenza models lists those there are.");
        }
        Score given = request.given();
        List<Integer> wanted = wanted(model.rolls(), request.tracks(), given);
        long bars = BarMap.of(given).bars(given.end());
        if (bars > MOST_BARS) {
            throw new RequestException("FILE", "TOO_LONG", "the music has " + bars + " bars; at most " + MOST_BARS
                    + " are accompanied.", "Cut it into shorter pieces.");
        }
        List<Phrase> phrases = new ArrayList<>();
        for (Phrase phrase : Phrase.of(given, model.bars())) {
            if (Band.makes(model, phrase.meter())) {
                phrases.add(phrase);
            } else if (!shortened(phrase, model, given.resolution())) {
                throw new RequestException("FILE", "METER_UNSUITED", "from bar " + (1 + BarMap.of(given).bar(phrase.start()))
                        + " on the music is in " + phrase.meter() + "; this model accompanies " + Band.words(model.meters()) + ".",
                        "Choose music in these metres, or cut the rest off.");
            }
        }
        if (phrases.isEmpty()) {
            throw new RequestException("FILE", "NO_BARS", "the music has no whole bar.", "Choose longer music.");
        }
        return new Accompaniment(model, request, wanted, phrases, LocalScale.of(given, request.key(), (int) bars));
    }

    /// Whether a phrase is one bar that is shorter than any of the model's: an upbeat, or what is left of a bar.
    private static boolean shortened(Phrase phrase, Adversarial model, int resolution) {
        return phrase.end() - phrase.start() == phrase.meter().barTicks(resolution)
                && model.meters().stream().allMatch(meter -> phrase.meter().barTicks(resolution) < meter.barTicks(resolution));
    }

    private static List<Integer> wanted(TrackRolls rolls, List<String> names, Score given) {
        Set<Integer> wanted = new TreeSet<>();
        for (String name : names) {
            int track = 0;
            while (track < rolls.tracks().size() && !rolls.tracks().get(track).name().equalsIgnoreCase(name.strip())) {
                track++;
            }
            if (track == rolls.tracks().size()) {
                throw new RequestException("--tracks", "TRACK_UNKNOWN", "this model has no track '" + name.strip() + "'.", "It has "
                        + rolls.tracks().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))
                        + ".");
            }
            for (Part part : given.parts()) {
                if (!part.notes().isEmpty() && rolls.track(part) == track) {
                    throw new RequestException("--tracks", "TRACK_THERE", "the music has a part of that kind ("
                            + name.strip().toLowerCase(Locale.ROOT) + ") already, and what it has stays as it is.",
                            "Ask for another track, or take the part out first.");
                }
            }
            wanted.add(track);
        }
        return List.copyOf(wanted);
    }

    @Override
    public Attempt make(long seed) {
        RandomGenerator random = Composer.random(seed);
        Score given = request.given();
        List<List<Note>> notes = new ArrayList<>();
        wanted.forEach(track -> notes.add(new ArrayList<>()));
        List<float[]> noises = FormNoise.draw(model, phrases.size(), random);
        for (int at = 0; at < phrases.size(); at++) {
            Phrase phrase = phrases.get(at);
            PianoRoll roll = model.accompaniment(noises.get(at), phrase.meter(), heard(phrase));
            long until = Math.min(phrase.end(), given.end());
            for (int i = 0; i < notes.size(); i++) {
                notes.get(i).addAll(Band.notes(model.rolls(), roll, wanted.get(i), phrase.start(), until, given.resolution()));
            }
        }
        List<Part> fresh = new ArrayList<>();
        Set<String> silent = new TreeSet<>();
        for (int i = 0; i < notes.size(); i++) {
            TrackKind track = model.rolls().tracks().get(wanted.get(i));
            fresh.add(Band.part(track, placed(notes.get(i), track.instrument())));
            if (notes.get(i).isEmpty()) {
                silent.add(track.name().toLowerCase(Locale.ROOT));
            }
        }
        Optional<String> fault = silent.isEmpty() ? Optional.empty() : Optional.of("leaves out the " + String.join(" and the ", silent));
        List<Part> parts = new ArrayList<>(given.parts());
        parts.addAll(request.constraints().cadence() ? ended(fresh) : fresh);
        return new Attempt(given.withParts(parts), fault, Set.of());
    }

    /// Where the piece comes to rest on its tonic, all come to rest with it.
    private List<Part> ended(List<Part> fresh) {
        Score given = request.given();
        long end = given.end();
        long last = given.parts().stream().flatMap(part -> part.notes().stream()).mapToLong(Note::onset).max().orElse(end);
        if (end - last < given.resolution() || !scale.known()) {
            return fresh;
        }
        Key key = scale.key(last);
        boolean home = given.parts().stream().filter(part -> !part.instrument().drums()).flatMap(part -> part.notes().stream())
                .filter(note -> note.end() > last).allMatch(note -> key.tonicTriad().contains(note.pitch().pitchClass()));
        return home ? BandEnding.of(fresh, key, last, end) : fresh;
    }

    /// What the model hears of a phrase: all that is there, with silence behind it where it is short.
    private PianoRoll heard(Phrase phrase) {
        Score given = request.given();
        List<Part> parts = new ArrayList<>();
        for (Part part : given.parts()) {
            List<Note> notes = part.notes().stream()
                    .filter(note -> note.onset() < phrase.end() && note.end() > phrase.start())
                    .map(note -> {
                        long onset = Math.max(0, note.onset() - phrase.start());
                        long end = Math.min(note.end(), phrase.end()) - phrase.start();
                        return new Note(onset, end - onset, note.pitch(), note.velocity());
                    }).sorted(Note.ORDER).toList();
            Instrument instrument = model.rolls().track(part) < 0 ? OTHER : part.instrument();
            parts.add(new Part(part.name(), instrument, notes));
        }
        Meter meter = phrase.meter();
        PianoRoll roll = model.rolls().encode(new Score(given.resolution(), List.of(), List.of(meter), List.of(), List.of(),
                List.of(), parts, Metadata.NONE));
        int steps = model.bars() * Band.barSteps(model.rolls(), meter);
        List<PianoRoll.Track> tracks = roll.tracks().stream().map(track -> new PianoRoll.Track(track.name(),
                cut(track.onsets(), steps), cut(track.held(), steps))).toList();
        return PianoRoll.of(tracks, new Plan(steps, meter, 0, Optional.empty(), true), model.rolls().stepsPerQuarter());
    }

    private static BitSet cut(BitSet bits, int steps) {
        return bits.get(0, steps * PianoRoll.PITCHES);
    }

    /// Notes where they fit the piece, spelled in its key, about as loud as it is, with bars and beats to be heard.
    private List<Note> placed(List<Note> notes, Instrument instrument) {
        Constraints wanted = request.constraints();
        List<Note> fitting = !wanted.keepToKey() || instrument.drums() ? notes : notes.stream().map(note -> new Note(note.onset(),
                note.duration(), Pitch.of(scale.nearest(note.onset(), note.pitch().midi())), note.velocity())).toList();
        List<Note> playable = Band.ordered(wanted.keepToRange() ? Band.playable(fitting, instrument) : fitting);
        BarMap bars = BarMap.of(request.given());
        int loudness = loudness();
        return playable.stream().map(note -> {
            BarMap.Position position = bars.position(note.onset());
            int accent = position.beat() == 0 ? ACCENT : position.beat() == Math.rint(position.beat()) ? 0 : -ACCENT;
            Key key = scale.known() ? scale.key(note.onset()) : new Key(0, Mode.MAJOR);
            Pitch pitch = instrument.drums() ? note.pitch() : Speller.spell(note.pitch().midi(), key);
            return new Note(note.onset(), note.duration(), pitch, Math.clamp(loudness + accent, SOFTEST, LOUDEST));
        }).sorted(Note.ORDER).toList();
    }

    /// A little softer than what is accompanied.
    private int loudness() {
        return (int) Math.round(request.given().parts().stream().flatMap(part -> part.notes().stream()).mapToInt(Note::velocity)
                .average().orElse(USUAL)) - ACCENT;
    }
}
