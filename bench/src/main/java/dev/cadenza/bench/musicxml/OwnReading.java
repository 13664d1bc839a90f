package dev.cadenza.bench.musicxml;

import dev.cadenza.bench.musicxml.Account.Struck;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.musicxml.MusicXmlCount;
import dev.cadenza.score.musicxml.MusicXmlRead;
import dev.cadenza.score.musicxml.MusicXmlReader;
import dev.cadenza.score.notation.MusicXmlWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What our reader finds in scores, as lines of [Account]; and, on request, the scores written again.
///
/// Usage: `OwnReading LIST ROOT OUT.tsv [WRITTEN]`: LIST is a file of names below ROOT, one a line; WRITTEN a folder that
/// takes `NAME.musicxml` of each.
public final class OwnReading {

    private static final Pattern TIMES = Pattern.compile("\\(([0-9]+) times\\)");

    private OwnReading() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("usage: OwnReading LIST ROOT OUT.tsv [WRITTEN]");
            System.exit(2);
        }
        Path root = Path.of(arguments[1]);
        try (PrintStream out = new PrintStream(arguments[2], StandardCharsets.UTF_8)) {
            for (String name : Files.readAllLines(Path.of(arguments[0]))) {
                try {
                    MusicXmlRead read = MusicXmlReader.read(root.resolve(name));
                    out.println(account(read).line(name));
                    if (arguments.length > 3) {
                        Path file = Path.of(arguments[3]).resolve(name + ".musicxml");
                        Files.createDirectories(file.getParent());
                        Files.write(file, MusicXmlWriter.write(read.score()));
                    }
                } catch (CadenzaException e) {
                    out.println(Account.UNREADABLE.line(name));
                    System.err.println(e.getMessage());
                }
            }
        }
    }

    /// A diagnostic as its code and how often it was made.
    private static String code(Diagnostic diagnostic) {
        Matcher times = TIMES.matcher(diagnostic.message());
        return diagnostic.code() + "=" + (times.find() ? times.group(1) : "1");
    }

    private static Account account(MusicXmlRead read) {
        MusicXmlCount count = read.count();
        Score score = read.score();
        List<Struck> struck = new ArrayList<>();
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                struck.add(new Struck((double) note.onset() / score.resolution(), note.pitch().midi()));
            }
        }
        struck.sort(Comparator.comparingDouble(Struck::quarters));
        return new Account(true, count.notes(), count.graces(), count.cues(), count.bars(), count.ties(), struck,
                read.diagnostics().stream().map(OwnReading::code).collect(Collectors.joining(" ")));
    }
}
