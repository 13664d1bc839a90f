package dev.cadenza.corpus;

import dev.cadenza.score.Instrument;
import java.util.List;
import java.util.stream.IntStream;

/// A track of a [PianoRoll] and what is played in it.
///
/// @param name not empty
/// @param drums whether it holds the drums; then `programs` is empty
/// @param programs General MIDI programs that belong to it; the first is the one it is given when decoded
public record TrackKind(String name, boolean drums, List<Integer> programs) {

    /// The five tracks of MuseGAN (Dong et al., 2018), which counts other instruments among the strings. Percussive
    /// instruments and sound effects (112..127) are left out here.
    public static final List<TrackKind> FIVE = List.of(
            new TrackKind("Bass", false, range(32, 39)),
            new TrackKind("Drums", true, List.of()),
            new TrackKind("Guitar", false, range(24, 31)),
            new TrackKind("Piano", false, range(0, 7)),
            new TrackKind("Strings", false, IntStream.concat(IntStream.rangeClosed(48, 111),
                    IntStream.concat(IntStream.rangeClosed(8, 23), IntStream.rangeClosed(40, 47))).boxed().toList()));

    /// @throws IllegalArgumentException where the name is empty, a program is none, or there are none but for drums
    public TrackKind {
        programs = List.copyOf(programs);
        if (name.isBlank() || drums != programs.isEmpty()) {
            throw new IllegalArgumentException("a track needs a name, and programs unless it is for drums: " + name);
        }
        if (programs.stream().anyMatch(program -> program < 0 || program > 127)) {
            throw new IllegalArgumentException("programs lie between 0 and 127, not " + programs);
        }
    }

    /// What plays it when it is decoded.
    public Instrument instrument() {
        return drums ? Instrument.DRUM_KIT : new Instrument(programs.getFirst(), false);
    }

    /// Programs from one to another.
    public static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
