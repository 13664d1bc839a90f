package dev.cadenza.corpus.dataset;

import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.Severity;
import java.util.List;

/// What had to be repaired to read a MIDI file.
final class Repairs {

    private Repairs() {
    }

    static List<String> of(MidiRead read) {
        return read.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).map(Diagnostic::code).distinct().toList();
    }
}
