package dev.cadenza.model.generate;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.constraint.Cadence;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is made certain rather than left to the model. A mask never leaves nothing to choose: where it would, it is
/// passed over, and the take says so.
///
/// @param keepToKey only notes of the scale of the key that was asked for; in minor the raised leading tone belongs to it
///                  as well as the natural seventh
/// @param keepToRange only pitches that each voice has in the training data, or that voices usually have; of named instruments
///                    what they can play
/// @param voiceLeading no voice above the one over it, no two in unison for longer than two quarter notes, and no two in
///                     parallel fifths or octaves; for
///                          music in several voices
/// @param keepSounding no voice rests for longer than half a bar; a single melody does not go round in circles; in a stream
///                     of events something begins in every bar, and no more than eight instruments come in
/// @param cadence the music ends with the tonic (a complete triad in several voices), held to the bar line
/// @param homePull how many nats less likely a note outside of the piece's key is to begin than the model has it, 0 or more;
///                 for music in several voices on a grid; a single melody, whose notes tell less of the key, is pulled by a
///                 quarter of it. Models wander from key to key in a few bars where nothing holds them
/// @param limits what single notes keep to beside that; the quarter notes of a limit begin where new music begins
/// @param closing the last two chords, where that is asked for; one that does not come home takes the place of `cadence`
public record Constraints(boolean keepToKey, boolean keepToRange, boolean voiceLeading, boolean keepSounding,
                          boolean cadence, double homePull, List<PitchLimit> limits, Optional<Cadence> closing) {

    /// Measured: what makes the shipped models keep to a scale as much as human music does.
    private static final double USUAL_PULL = 2;

    public Constraints {
        limits = List.copyOf(limits);
        GenerationRequest.require("--home-pull", homePull >= 0 && homePull <= 100, "must be between 0 and 100, not " + homePull);
    }

    /// Without limits on single notes.
    public Constraints(boolean keepToKey, boolean keepToRange, boolean voiceLeading, boolean keepSounding, boolean cadence,
                       double homePull) {
        this(keepToKey, keepToRange, voiceLeading, keepSounding, cadence, homePull, List.of(), Optional.empty());
    }

    /// The same with other limits on single notes. Chords and scales say themselves which notes may
    /// come, whatever the key, and ranges what may be reached.
    public Constraints limited(List<PitchLimit> other, Optional<Cadence> ending) {
        boolean free = other.stream().noneMatch(limit -> limit instanceof OnChords || limit instanceof PitchLimit.InScale);
        boolean ranged = other.stream().anyMatch(limit -> limit instanceof PitchLimit.InRanges);
        return new Constraints(keepToKey && free, keepToRange && !ranged, voiceLeading, keepSounding, cadence,
                free ? homePull : 0, other, ending);
    }

    /// Whether the music comes home to the tonic: not where the last chord is said to be another.
    ///
    /// @param key of the piece, as far as it is known
    /// @param last quarter notes since new music began at which the last chord begins
    boolean closesAt(Optional<KeySignature> key, double last) {
        boolean elsewhere = closing.filter(close -> !close.closesOnTonic()).isPresent()
                || limits.stream().anyMatch(limit -> limit instanceof OnChords chords && chords.chordAt(last)
                        .filter(chord -> key.isEmpty() || !isTonic(chord, Key.of(key.get()))).isPresent());
        return cadence && !elsewhere;
    }

    private static boolean isTonic(Chord chord, Key key) {
        int third = (key.tonic() + (key.mode() == Mode.MAJOR ? 4 : 3)) % 12;
        return chord.root().pitchClass() == key.tonic() && chord.bass().pitchClass() == key.tonic()
                && chord.pitchClasses().contains(third);
    }

    /// The limits, with the one that brings the closing chords about.
    ///
    /// @param key of the piece; without one nothing is closed
    List<PitchLimit> limits(Optional<KeySignature> key, double last, double beatQuarters) {
        List<PitchLimit> all = new ArrayList<>();
        closing.ifPresent(close -> key.ifPresent(home -> all.add(close.limit(Key.of(home), last, beatQuarters))));
        all.addAll(limits);
        return all;
    }

    /// All of them.
    public static Constraints usual() {
        return new Constraints(true, true, true, true, true, USUAL_PULL);
    }

    /// The grammar alone: what comes out can be read as music, and is the model's own.
    public static Constraints none() {
        return new Constraints(false, false, false, false, false, 0);
    }
}
