package dev.cadenza.score.structure;

import java.util.List;

/// What speaks for a note, or a step, of the melody; see [MelodyFinder].
///
/// @param note weights of what [MelodyNotes] says of a note
/// @param step weights of what it says of two notes that follow each other
/// @param part weights of what [MelodyPart] says of a part
public record MelodyWeights(List<Double> note, List<Double> step, List<Double> part) {

    /// Chosen on half of the data sets of `docs/reference/structure.md`.
    public static final MelodyWeights USUAL = new MelodyWeights(
            List.of(1.4, -0.6, 0.21, 0.52, 1.21, 0.5, 0.3, 0.72, -0.08, 0.0),
            List.of(0.09, 1.8, 0.92, 0.56),
            List.of(0.0, 2.0, 0.2, 0.25, 0.12, 0.0));

    public MelodyWeights {
        note = List.copyOf(note);
        step = List.copyOf(step);
        part = List.copyOf(part);
        if (note.size() != MelodyNotes.NOTE || step.size() != MelodyNotes.STEP || part.size() != MelodyPart.COUNT) {
            throw new IllegalArgumentException("there are " + MelodyNotes.NOTE + ", " + MelodyNotes.STEP + " and "
                    + MelodyPart.COUNT + " weights");
        }
    }
}
