package dev.cadenza.cli;

import dev.cadenza.app.Command.Fetch;
import dev.cadenza.app.Command.Import;
import dev.cadenza.app.Fetched;
import dev.cadenza.app.Imported;
import dev.cadenza.corpus.dataset.DataSet;
import dev.cadenza.corpus.dataset.DataSets;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Makes a corpus of your music, to learn from.",
        description = {"", "PATH is a folder, an archive (.zip, .tar, .tar.gz, .tar.xz) or a file: MIDI, MusicXML, ABC, chorales as"
            + " JSON. Every piece is read, checked and kept or dropped with a reason; bad files are listed and never stop it. The"
            + " pieces are split into those to learn from, to choose by and to measure by. What became of each stands in"
            + " pieces.jsonl of the corpus, the report in report.txt. An import that was killed goes on where it was when it is started"
            + " again.",
            "", "PATH may also be the name of one published data set: jsb, nottingham, pop909, lakh, rolls. It is fetched once, after"
            + " its licence and size were shown and agreed to, checked and kept in ~/.cadenza/data (or what CADENZA_DATA names)."},
        footer = {"",
            "Examples:",
            "  cadenza import my-midi-files                  makes corpus/my-midi-files",
            "  cadenza import songs.zip more-songs --name songs --licence CC0",
            "  cadenza import tunes.abc --valid 0.2 --test 0",
            "  cadenza import songs --only-metres 4/4 --min-bars 8 --near drop",
            "  cadenza import nottingham                     fetches a data set, if you agree",
            "  cadenza import jsb --from JSB-Chorales-dataset.zip   # uses a copy of it",
            "  cadenza train corpus/songs --recipe melody --out my-model",
            "  cadenza info corpus/songs                     says again what is in it"})
final class ImportCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Folders, archives and files; or a data set's name.")
    private List<Path> paths;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "",
            description = "What the corpus is called. Default: the name of the first PATH.")
    private String name;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR",
            description = "Folder of the corpus. Default: corpus/NAME. Where it exists, a number is added.")
    private Path out;

    @Option(names = "--from", paramLabel = "PATH",
            description = "Where the data set lies already: its archive or folder. Nothing is fetched then.")
    private Path from;

    @Option(names = "--accept-licence", description = "Fetch the data set without asking.")
    private boolean accepted;

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
    private RuleFlags rules;

    @Mixin
    private TalkFlags talk;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Imported imported = session.run(command(), talk.silent(), event -> { });
        if (talk.json()) {
            session.json(CorpusText.json(imported));
        } else if (!talk.quiet()) {
            CorpusText.lines(imported).forEach(session::line);
        }
        return ExitCode.OK;
    }

    private Import command() throws InterruptedException {
        Optional<DataSet> set = dataSet();
        if (set.isEmpty()) {
            return command(paths, name, layout, licence);
        }
        Path source = from != null ? from : fetched(set.get()).folder();
        return command(List.of(source), name.isEmpty() ? set.get().name().replace(':', '-') : name, set.get().name(),
                licence.isEmpty() ? set.get().licence() : licence);
    }

    private Import command(List<Path> sources, String called, String laidOut, String under) {
        return new Import(sources, called, Optional.ofNullable(out), laidOut, valid, test, seed, under, force,
                threads == null ? OptionalInt.empty() : OptionalInt.of(threads), rules.rules(), rules.near());
    }

    /// The data set that is named; what is a file or folder here is none, unless it is said where the data set lies.
    private Optional<DataSet> dataSet() {
        Optional<DataSet> set = paths.size() > 1 ? Optional.empty() : DataSets.named(paths.getFirst().toString());
        if (from != null && set.isEmpty()) {
            throw new RequestException("--from", "FROM_WITHOUT_NAME", "it says where a data set lies, and none is named.",
                    "Name one (" + DataSets.known().stream().map(DataSet::name).collect(Collectors.joining(", "))
                    + "), or leave --from out.");
        }
        return from == null && Files.exists(paths.getFirst()) ? Optional.empty() : set;
    }

    private Fetched fetched(DataSet set) throws InterruptedException {
        try {
            return session.run(new Fetch(set.name(), accepted), talk.silent(), event -> { });
        } catch (RequestException e) {
            if (!e.code().equals("LICENCE_NOT_ACCEPTED") || !session.agrees(set.terms(), "Fetch it?")) {
                throw e;
            }
            return session.run(new Fetch(set.name(), true), talk.silent(), event -> { });
        }
    }
}
