package dev.cadenza.cli;

import dev.cadenza.app.Command.Convert;
import dev.cadenza.app.Converted;
import dev.cadenza.app.Format;
import dev.cadenza.corpus.exchange.RollGrid;
import dev.cadenza.score.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "convert", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Turns files of music into files of other kinds.",
        description = {"", "Reads MIDI (.mid, .kar, .rmi), MusicXML (.musicxml, .xml, .mxl), ABC, and the JSON scores, CSV of notes"
            + " and piano rolls (.npz, .roll.json, .mat) that it writes. Of several files the last is the one to make, whose ending"
            + " says its format; with --to or --out, all are read.",
            "", "A file with several tunes makes a file of each, with numbers. What a format cannot hold is told. Files that exist stay:"
            + " a number is added, unless --force."},
        footer = {"",
            "Examples:",
            "  cadenza convert song.mid song.musicxml",
            "  cadenza convert song.musicxml song.abc",
            "  cadenza convert score.mxl score.mid --repeats       as it is played",
            "  cadenza convert tunes.abc --to mid,mxl --out tunes/",
            "  cadenza convert *.mid --to npz --steps 4 --out rolls/"})
final class ConvertCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to read; without --to and --out, the last is the"
            + " file to make.")
    private List<Path> files;

    @Option(names = {"-o", "--out"}, paramLabel = "NAME",
            description = "The file to make, its name without ending, or a folder. Default: the current folder.")
    private Optional<String> out;

    @Option(names = "--to", paramLabel = "FORMATS",
            description = "What to make, separated by commas: mid, wav, musicxml, mxl, abc, json, csv, npz, roll, mat, png.")
    private Optional<String> to;

    @Option(names = "--repeats", description = "Play repeats, endings, da capo and dal segno out.")
    private boolean repeats;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "" + RollGrid.USUAL_STEPS,
            description = "Steps of a quarter note in piano rolls. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--soundfont", paramLabel = "FILE", description = "SoundFont 2 file for sound.")
    private Optional<Path> soundFont;

    @Option(names = {"-f", "--force"}, description = "Replace files that exist.")
    private boolean force;

    @Mixin
    private TalkFlags talk;

    @Spec
    private CommandSpec spec;

    ConvertCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Converted> all = session.run(command(), talk.silent(), event -> { });
        boolean failed = false;
        for (Converted one : all) {
            failed |= one.error().isPresent();
            if (talk.json()) {
                session.json(json(one));
            } else {
                one.error().ifPresent(session::complain);
                if (!talk.quiet()) {
                    one.written().forEach(file -> session.line("Wrote " + Shown.text(file.toString())));
                    one.losses().forEach(session::line);
                }
            }
        }
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    private Convert command() {
        boolean lastIsMade = out.isEmpty() && to.isEmpty();
        if (lastIsMade && files.size() < 2) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "Name the file to make, or a format with --to (" + Format.known() + ").");
        }
        List<Path> sources = lastIsMade ? files.subList(0, files.size() - 1) : files;
        return new Convert(sources, lastIsMade ? files.getLast().toString() : out.orElse(""),
                to.isPresent() ? Format.list("--to", to.get()) : List.of(), repeats, steps, force, soundFont);
    }

    private static ObjectNode json(Converted one) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", one.file().toString());
        ArrayNode written = node.putArray("files");
        one.written().forEach(file -> written.add(file.toString()));
        ArrayNode losses = node.putArray("losses");
        one.losses().forEach(losses::add);
        node.put("error", one.error().orElse(null));
        return node;
    }
}
