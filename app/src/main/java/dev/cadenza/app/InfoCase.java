package dev.cadenza.app;

import dev.cadenza.corpus.exchange.MusicFile;
import dev.cadenza.corpus.exchange.MusicReader;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Part;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.Shown;
import dev.cadenza.score.midi.Strictness;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.TempoMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Says what files hold; a bad file costs only itself.
final class InfoCase {

    private InfoCase() {
    }

    static List<FileReport> run(Command.Info command, Task task) {
        List<FileReport> reports = new ArrayList<>();
        for (Path file : command.files()) {
            for (FileReport report : reports(file, command.strict())) {
                task.check();
                reports.add(report);
                task.tell(new Event.Read(report));
            }
            task.check();
        }
        return reports;
    }

    private static List<FileReport> reports(Path file, boolean strict) {
        try {
            MusicFile music = MusicReader.read(file, strict ? Strictness.STRICT : Strictness.TOLERANT);
            return music.pieces().stream().map(piece -> switch (piece) {
                case MusicFile.Read read -> accepted(file, music, read);
                case MusicFile.Refused refused -> refused(file, refused.name(), refused.cause());
            }).toList();
        } catch (CadenzaException e) {
            return List.of(refused(file, "", e));
        }
    }

    private static FileReport refused(Path file, String piece, CadenzaException e) {
        return new FileReport(file, piece, "", 0, 0, OptionalInt.empty(), 0, "", false, List.of(), FileReport.Contents.NONE, List.of(),
                Optional.of(new FileReport.Finding(e.code(), e.place(), told(e))));
    }

    /// The message without file and place, which a report states by themselves.
    private static String told(CadenzaException e) {
        String place = e.place() instanceof Place.Nowhere ? "" : ", " + e.place();
        String prefix = Shown.text(e.source() + place) + ": ";
        return e.getMessage().startsWith(prefix) ? e.getMessage().substring(prefix.length()) : e.getMessage();
    }

    private static FileReport accepted(Path file, MusicFile music, MusicFile.Read read) {
        Score score = read.score();
        int notes = score.parts().stream().mapToInt(part -> part.notes().size()).sum();
        return new FileReport(file, read.name(), music.form(), notes, score.parts().size(),
                music.framed() ? OptionalInt.empty() : OptionalInt.of(score.resolution()), TempoMap.of(score).seconds(read.endTick()),
                key(score), !score.keys().isEmpty(), meters(score), contents(score),
                read.diagnostics().stream().map(InfoCase::finding).toList(), Optional.empty());
    }

    private static FileReport.Contents contents(Score score) {
        Map<String, Integer> also = new LinkedHashMap<>();
        for (Holding holding : Holding.values()) {
            if (holding.in(score) > 0) {
                also.put(holding.one(), holding.in(score));
            }
        }
        return new FileReport.Contents(score.metadata().title(), score.metadata().composer(),
                score.parts().stream().map(Part::name).filter(name -> !name.isEmpty()).toList(), BarMap.of(score).bars(score.end()),
                score.keys().stream().map(key -> Key.of(key).toString()).distinct().toList(), also);
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
        return new FileReport.Finding(diagnostic.code(), diagnostic.place(), diagnostic.message());
    }
}
