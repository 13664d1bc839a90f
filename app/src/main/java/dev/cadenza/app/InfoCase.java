package dev.cadenza.app;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.Division;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.midi.MidiReadOptions;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Says what files hold; a bad file costs only itself.
final class InfoCase {

    private InfoCase() {
    }

    static List<FileReport> run(Command.Info command, Task task) {
        List<FileReport> reports = new ArrayList<>();
        for (Path file : command.files()) {
            task.check();
            FileReport report = report(file, command.strict());
            reports.add(report);
            task.tell(new Event.Read(report));
        }
        return reports;
    }

    private static FileReport report(Path file, boolean strict) {
        try {
            return accepted(file, MidiReader.read(file, strict ? MidiReadOptions.STRICT : MidiReadOptions.TOLERANT));
        } catch (CadenzaException e) {
            OptionalLong offset = e.place() instanceof Place.ByteOffset place ? OptionalLong.of(place.offset()) : OptionalLong.empty();
            return new FileReport(file, "", 0, 0, OptionalInt.empty(), 0, "", false, List.of(), List.of(),
                    Optional.of(new FileReport.Finding(e.code(), offset, told(e))));
        }
    }

    /// The message without file and place, which a report states by themselves.
    private static String told(CadenzaException e) {
        String place = e.place() instanceof Place.Nowhere ? "" : ", " + e.place();
        String prefix = e.source() + place + ": ";
        return e.getMessage().startsWith(prefix) ? e.getMessage().substring(prefix.length()) : e.getMessage();
    }

    private static FileReport accepted(Path file, MidiRead read) {
        Score score = read.score();
        int notes = score.parts().stream().mapToInt(part -> part.notes().size()).sum();
        OptionalInt ticks = switch (read.header().division()) {
            case Division.TicksPerQuarter quarter -> OptionalInt.of(quarter.ticks());
            case Division.Smpte smpte -> OptionalInt.empty();
        };
        return new FileReport(file, "MIDI " + read.header().format(), notes, score.parts().size(), ticks, read.seconds(),
                key(score), !score.keys().isEmpty(), meters(score), read.diagnostics().stream().map(InfoCase::finding).toList(), Optional.empty());
    }

    private static String key(Score score) {
        if (!score.keys().isEmpty()) {
            return Key.of(score.keys().getFirst()).toString();
        }
        KeyFinder.Finding found = KeyFinder.find(score);
        return found.confidence() > 0 ? found.key().toString() : "";
    }

    private static List<String> meters(Score score) {
        List<Meter> meters = score.meters().isEmpty() ? List.of(Meter.common()) : score.meters();
        return meters.stream().map(Meter::toString).distinct().toList();
    }

    private static FileReport.Finding finding(Diagnostic diagnostic) {
        OptionalLong offset = diagnostic.place() instanceof Place.ByteOffset(long at) ? OptionalLong.of(at) : OptionalLong.empty();
        return new FileReport.Finding(diagnostic.code(), offset, diagnostic.message());
    }
}
