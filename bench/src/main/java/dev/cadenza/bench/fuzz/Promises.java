package dev.cadenza.bench.fuzz;

import dev.cadenza.corpus.exchange.CsvNotes;
import dev.cadenza.corpus.exchange.JsonScore;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.abc.AbcReader;
import dev.cadenza.score.abc.AbcTune;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.midi.MidiForm;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.midi.MidiWriter;
import dev.cadenza.score.midi.NoteCount;
import dev.cadenza.score.musicxml.MusicXmlReader;
import dev.cadenza.score.notation.MusicXmlWriter;
import dev.cadenza.score.structure.MetreFinder;
import dev.cadenza.score.theory.ScoreStatistics;
import dev.cadenza.score.theory.Speller;

/// What must hold of everything that was read.
final class Promises {

    /// Longer music is not written again: an input must not take seconds.
    private static final int MOST_NOTES = 2000;
    private static final int MOST_QUARTERS = 4000;

    private Promises() {
    }

    static void midi(byte[] bytes) {
        MidiRead read = MidiReader.read("fuzz", bytes);
        NoteCount count = read.noteCount();
        hold(count.ons() == count.notes() + count.dropped(), "note-ons are lost: " + count);
        long notes = read.score().parts().stream().mapToLong(part -> part.notes().size()).sum();
        hold(count.notes() == notes, notes + " notes, but " + count);
        inOrder(read.score());
        if (small(read.score())) {
            Score again = MidiReader.read("fuzz", MidiWriter.write(read.score())).score();
            hold(MidiForm.of(read.score()).equals(again), "what is written is not what was read");
        }
    }

    static void musicXml(byte[] bytes) {
        Score score = MusicXmlReader.read(bytes, "fuzz").score();
        inOrder(score);
        inOrder(Playthrough.of(score));
        if (small(score)) {
            inOrder(MusicXmlReader.read(MusicXmlWriter.write(score), "fuzz, written").score());
        }
    }

    static void abc(byte[] bytes) {
        for (AbcTune tune : AbcReader.read(bytes, "fuzz")) {
            switch (tune) {
                case AbcTune.Read read -> {
                    inOrder(read.score());
                    inOrder(Playthrough.of(read.score()));
                }
                case AbcTune.Refused refused -> said(refused.cause().getMessage());
            }
        }
    }

    static void json(byte[] bytes) {
        Score score = JsonScore.read(bytes, "fuzz");
        hold(score.equals(JsonScore.read(JsonScore.write(score), "fuzz, written")), "what is written is not what was read");
    }

    static void csv(byte[] bytes) {
        Score score = CsvNotes.read(bytes, "fuzz");
        // A table without notes has no place for the resolution.
        hold(score.parts().isEmpty() || score.equals(CsvNotes.read(CsvNotes.write(score), "fuzz, written")), "what is written is not what was read");
    }

    /// Whatever a file holds, what is found in it is found in time, and is music.
    static void analysis(byte[] bytes) {
        Score score = MidiReader.read("fuzz", bytes).score();
        inOrder(MetreFinder.repaired(score));
        ScoreStatistics.of(score);
        Speller.spell(score);
    }

    static void said(String message) {
        hold(message != null && !message.isBlank(), "refused without a word");
    }

    private static boolean small(Score score) {
        return score.parts().stream().mapToInt(part -> part.notes().size()).sum() <= MOST_NOTES
                && score.end() <= (long) MOST_QUARTERS * score.resolution();
    }

    private static void inOrder(Score score) {
        for (Part part : score.parts()) {
            Note before = null;
            for (Note note : part.notes()) {
                hold(before == null || Note.ORDER.compare(before, note) <= 0, "notes out of order");
                before = note;
            }
        }
    }

    private static void hold(boolean kept, String otherwise) {
        if (!kept) {
            throw new AssertionError(otherwise);
        }
    }
}
