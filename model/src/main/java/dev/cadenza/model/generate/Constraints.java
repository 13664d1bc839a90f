package dev.cadenza.model.generate;

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
public record Constraints(boolean keepToKey, boolean keepToRange, boolean voiceLeading, boolean keepSounding,
                          boolean cadence) {

    /// All of them.
    public static Constraints usual() {
        return new Constraints(true, true, true, true, true);
    }

    /// The grammar alone: what comes out can be read as music, and is the model's own.
    public static Constraints none() {
        return new Constraints(false, false, false, false, false);
    }
}
