package dev.cadenza.score.abc;

import dev.cadenza.score.Instrument;

/// One voice of a tune while it is read.
final class Voice {

    String id;
    final Draft draft;
    final NoteReader notes;
    final MusicParser music;
    String name = "";
    Instrument instrument = Instrument.PIANO;

    Voice(String id, Draft draft, NoteReader notes, MusicParser music) {
        this.id = id;
        this.draft = draft;
        this.notes = notes;
        this.music = music;
    }

    /// Semitones by which it sounds higher than written, from here on.
    void shift(int semitones, int line) {
        Measure.Context context = draft.context();
        draft.change(new Measure.Context(context.key(), context.meter(), context.tempo(), semitones), line);
    }
}
