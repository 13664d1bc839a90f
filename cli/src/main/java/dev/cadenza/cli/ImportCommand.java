package dev.cadenza.cli;

import dev.cadenza.app.Command.Import;
import dev.cadenza.app.Imported;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Makes a corpus of your music, to learn from.",
        description = {"", "PATH is a folder, an archive (.zip, .tar, .tar.gz, .tar.xz) or a file: MIDI, MusicXML, ABC, chorales as"
            + " JSON. Every piece is read, checked and kept or dropped with a reason; bad files are listed and never stop it. The"
            + " pieces are split into those to learn from, to choose by and to measure by. What became of each stands in"
            + " pieces.jsonl of the corpus, the report in report.txt."},
        footer = {"",
            "Examples:",
            "  cadenza import my-midi-files                  makes corpus/my-midi-files",
            "  cadenza import songs.zip more-songs --name songs --licence CC0",
            "  cadenza import tunes.abc --valid 0.2 --test 0",
            "  cadenza train corpus/songs --recipe melody --out my-model",
            "  cadenza info corpus/songs                     says again what is in it"})
final class ImportCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Folders, archives and files.")
    private List<Path> paths;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "",
            description = "What the corpus is called. Default: the name of the first PATH.")
    private String name;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR",
            description = "Folder of the corpus. Default: corpus/NAME. Where it exists, a number is added.")
    private Path out;

    @Option(names = "--layout", paramLabel = "NAME", defaultValue = "",
            description = "How the files lie: files (every file by itself), or the name of a published data set. Default: found out.")
    private String layout;

    @Option(names = "--valid", paramLabel = "SHARE", defaultValue = "0.1",
            description = "Share of the pieces to choose by, where the source states no split. Default: ${DEFAULT-VALUE}.")
    private double valid;

    @Option(names = "--test", paramLabel = "SHARE", defaultValue = "0.1",
            description = "Share of the pieces to measure by, likewise. Default: ${DEFAULT-VALUE}.")
    private double test;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides the split. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--licence", paramLabel = "TEXT", defaultValue = "",
            description = "The music's licence, to be kept with it and with models that learn from it.")
    private String licence;

    @Option(names = {"-t", "--threads"}, paramLabel = "T", description = "Files read at a time. Default: as many as processors.")
    private Integer threads;

    @Option(names = {"-f", "--force"}, description = "Replace a corpus that exists.")
    private boolean force;

    @Mixin
    private TalkFlags talk;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Imported imported = session.run(new Import(paths, name, Optional.ofNullable(out), layout, valid, test, seed, licence, force,
                threads == null ? OptionalInt.empty() : OptionalInt.of(threads)), talk.silent(), event -> { });
        if (talk.json()) {
            session.json(CorpusText.json(imported));
        } else if (!talk.quiet()) {
            CorpusText.lines(imported).forEach(session::line);
        }
        return ExitCode.OK;
    }
}
