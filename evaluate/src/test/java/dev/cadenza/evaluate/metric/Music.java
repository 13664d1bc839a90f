package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.List;

/// Small pieces of our own.
final class Music {

    static final int RESOLUTION = 24;

    private Music() {
    }

    /// A note by quarters.
    static Note note(double quarter, double quarters, int pitch) {
        return new Note(Math.round(quarter * RESOLUTION), Math.round(quarters * RESOLUTION), Pitch.of(pitch), 80);
    }

    static Part part(Note... notes) {
        return new Part("part", Instrument.PIANO, Arrays.stream(notes).sorted(Note.ORDER).toList());
    }

    static Part drums(double... quarters) {
        return new Part("kit", Instrument.DRUM_KIT, Arrays.stream(quarters).mapToObj(at -> note(at, 0.25, 36)).toList());
    }

    static Score score(Part... parts) {
        return score(RESOLUTION, Meter.common(), parts);
    }

    static Score score(int resolution, Meter meter, Part... parts) {
        return new Score(resolution, List.of(), List.of(meter), List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    /// A melody of notes that follow each other, each of some quarters.
    static Part line(double quarters, int... pitches) {
        Note[] notes = new Note[pitches.length];
        for (int i = 0; i < pitches.length; i++) {
            notes[i] = note(i * quarters, quarters, pitches[i]);
        }
        return part(notes);
    }

    static double value(String metric, Score score) {
        return Metrics.named(metric).orElseThrow().of(Hearing.of(score));
    }
}
