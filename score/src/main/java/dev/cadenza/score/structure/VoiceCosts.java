package dev.cadenza.score.structure;

/// What it costs, in semitones, to hear notes as one voice; see [VoiceSeparation].
///
/// @param step of each semitone from the voice's last note
/// @param register of each semitone from where the voice has been of late
/// @param gap of each quarter note of silence before the note, up to four
/// @param overlap of a note that begins while the voice's last one sounds on
/// @param chord of a note that joins another of the same onset in its voice
/// @param fresh of a voice that has not been heard before
/// @param rank of each voice between it and the one that the note's rank tells, where as many notes sound as there are voices
/// @param crossing of each voice that sounds on the wrong side
public record VoiceCosts(double step, double register, double gap, double overlap, double chord, double fresh, double crossing,
        double rank) {

    /// Chosen on half of the chorales and quartets of `docs/reference/structure.md`.
    public static final VoiceCosts USUAL = new VoiceCosts(1, 0.4, 0, 24, 19, 0, 6, 60);
}
