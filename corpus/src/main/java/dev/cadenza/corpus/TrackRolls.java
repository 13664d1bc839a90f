package dev.cadenza.corpus;

import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Bands as piano rolls with named tracks, as in MuseGAN (Dong et al., 2018), with the onsets of notes kept apart.
///
/// Of a score it keeps, for each track, the notes of all parts whose first instrument belongs to it, moved to the nearest
/// step and one step long at least; metres; and length: the music ends with the last note. Where notes of one pitch overlap
/// in a track, each begins at its place and all end with the last of them. Parts that belong to no track, dynamics, tempos,
/// keys, chords and words are left out.
///
/// `encode(decode(e)).equals(e)` holds for what `encode` makes, and for every roll with these tracks that sounds in its last
/// step.
///
/// @param stepsPerQuarter a divisor of 480
/// @param tracks from the first to the last track of a roll
public record TrackRolls(int stepsPerQuarter, List<TrackKind> tracks) implements Representation<PianoRoll> {

    /// Stable name.
    public static final String NAME = "tracks";

    private static final int VELOCITY = 80;

    /// @throws IllegalArgumentException where a value is out of range, or a name, a program or the drums are in two tracks
    public TrackRolls {
        Grid.checked(stepsPerQuarter);
        tracks = List.copyOf(tracks);
        Set<Object> taken = new HashSet<>();
        for (TrackKind track : tracks) {
            boolean fresh = taken.add(track.name()) && (!track.drums() || taken.add(true));
            for (int program : track.programs()) {
                fresh &= taken.add(program);
            }
            if (!fresh) {
                throw new IllegalArgumentException("track " + track.name() + " shares its name or an instrument with another");
            }
        }
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("a roll needs a track");
        }
    }

    /// The five tracks of [TrackKind#FIVE].
    public TrackRolls(int stepsPerQuarter) {
        this(stepsPerQuarter, TrackKind.FIVE);
    }

    /// The number of the track that a part belongs to, or -1 where it belongs to none.
    public int track(Part part) {
        for (int track = 0; track < tracks.size(); track++) {
            boolean drums = part.instrument().drums();
            if (drums ? tracks.get(track).drums() : tracks.get(track).programs().contains(part.instrument().program())) {
                return track;
            }
        }
        return -1;
    }

    /// {@inheritDoc} A score without notes for any track gives a roll without steps.
    ///
    /// @throws dev.cadenza.score.CadenzaException.RequestException TOO_LONG
    @Override
    public PianoRoll encode(Score score) {
        Grid grid = Grid.on(score, stepsPerQuarter);
        List<List<StepNote>> notes = new ArrayList<>();
        tracks.forEach(track -> notes.add(new ArrayList<>()));
        for (Part part : score.parts()) {
            int track = track(part);
            if (track >= 0) {
                notes.get(track).addAll(Lines.notes(part, grid));
            }
        }
        int steps = notes.stream().flatMap(List::stream).mapToInt(StepNote::end).max().orElse(0);
        List<PianoRoll.Track> rolls = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            rolls.add(roll(tracks.get(track).name(), notes.get(track)));
        }
        return new PianoRoll(steps, rolls, Bars.of(score, grid, steps));
    }

    /// Notes of one pitch that lie behind each other or overlap are written once, so that many long notes at one place
    /// take no longer than one.
    private static PianoRoll.Track roll(String name, List<StepNote> notes) {
        BitSet onsets = new BitSet();
        int[] written = new int[PianoRoll.PITCHES];
        BitSet held = new BitSet();
        for (StepNote note : notes.stream().sorted((a, b) -> Integer.compare(a.start(), b.start())).toList()) {
            onsets.set(note.start() * PianoRoll.PITCHES + note.pitch());
            for (int step = Math.max(note.start(), written[note.pitch()]); step < note.end(); step++) {
                held.set(step * PianoRoll.PITCHES + note.pitch());
            }
            written[note.pitch()] = Math.max(written[note.pitch()], note.end());
        }
        held.andNot(onsets);
        return new PianoRoll.Track(name, onsets, held);
    }

    /// {@inheritDoc} One part a track, empty ones too, with the first instrument of the track; 480 ticks a quarter.
    ///
    /// @throws IllegalArgumentException where the roll has other tracks
    @Override
    public Score decode(PianoRoll roll) {
        if (!roll.tracks().stream().map(PianoRoll.Track::name).toList().equals(tracks.stream().map(TrackKind::name).toList())) {
            throw new IllegalArgumentException("not these tracks: " + roll);
        }
        List<Part> parts = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            TrackKind kind = tracks.get(track);
            parts.add(new Part(kind.name(), kind.instrument(), notes(roll.tracks().get(track))));
        }
        return new Score(Grid.RESOLUTION, List.of(), roll.bars().meters(stepsPerQuarter, Integer.MAX_VALUE), List.of(),
                List.of(), List.of(), parts, Metadata.NONE);
    }

    private List<Note> notes(PianoRoll.Track track) {
        BitSet onsets = track.onsets();
        BitSet held = track.held();
        List<Note> notes = new ArrayList<>();
        for (int bit = onsets.nextSetBit(0); bit >= 0; bit = onsets.nextSetBit(bit + 1)) {
            int end = bit + PianoRoll.PITCHES;
            while (held.get(end)) {
                end += PianoRoll.PITCHES;
            }
            long onset = Grid.tick(bit / PianoRoll.PITCHES, stepsPerQuarter);
            notes.add(new Note(onset, Grid.tick(end / PianoRoll.PITCHES, stepsPerQuarter) - onset,
                    Pitch.of(bit % PianoRoll.PITCHES), VELOCITY));
        }
        return notes;
    }
}
