package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.read.Repair;
import dev.cadenza.corpus.read.ScoreFiles;
import dev.cadenza.score.midi.MidiRead;
import java.util.List;

/// What had to be repaired to read a MIDI file.
final class Repairs {

    private Repairs() {
    }

    static List<Repair> of(MidiRead read) {
        return ScoreFiles.repairs(read.diagnostics());
    }
}
