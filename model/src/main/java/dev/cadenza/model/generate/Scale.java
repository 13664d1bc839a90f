package dev.cadenza.model.generate;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The notes of a key.
///
/// @param pitchClasses 0 (C) .. 11 (B)
record Scale(Set<Integer> pitchClasses) {

    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    /// Natural minor with the raised leading tone beside the natural seventh.
    private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10, 11};

    static Scale of(KeySignature key) {
        int[] degrees = key.mode() == Mode.MAJOR ? MAJOR : MINOR;
        return new Scale(IntStream.of(degrees).mapToObj(degree -> (key.tonic() + degree) % 12).collect(Collectors.toSet()));
    }

    boolean contains(int pitch) {
        return pitchClasses.contains(pitch % 12);
    }
}
