package dev.cadenza.cli;

import dev.cadenza.app.Command.NewStudy;
import dev.cadenza.app.StudyMade;
import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.study.Question;
import dev.cadenza.evaluate.study.Side;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyJson;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Shown;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "new", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Makes a listening study of two kinds of music.",
        description = {"", "Draws pieces of both sides by the seed, cuts their beginnings at a bar line, renders all in one way and"
            + " equally loud, and writes them under names that reveal nothing. Music is read from files, folders and corpora made by"
            + " cadenza import, whose test share is taken first.",
            "", "So that the notes are judged and not the recording, all parts but drums are played on a piano, at a steady tempo and with"
            + " the same gentle dynamics; --as-written leaves each file its own sound."},
        footer = {"",
            "Examples:",
            "  cadenza study new --a takes --b corpus/bach",
            "  cadenza study new --a takes --b bach-files handel-files --clips 12 --seconds 15 --seed 7",
            "  cadenza study new --a old-takes --b new-takes --question prefer --title \"Two kinds of songs\"",
            "  cadenza study new --a takes --b corpus/songs --scales melody,rhythm --minutes 10"})
final class StudyNewCommand implements Callable<Integer> {

    private static final String NONE = "none";

    private final Session session;

    @Option(names = "--a", paramLabel = "PATH", arity = "1..*", required = true,
            description = "The music that is judged: files, folders or corpora.")
    private List<Path> a;

    @Option(names = "--b", paramLabel = "PATH", arity = "1..*", required = true,
            description = "What it is compared with, usually composed by people: likewise.")
    private List<Path> b;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", defaultValue = "study",
            description = "Folder of the study. Default: ${DEFAULT-VALUE}. Where it exists, a number is added.")
    private Path out;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "A listening study",
            description = "What listeners see above it; it should not say what is compared. Default: ${DEFAULT-VALUE}.")
    private String title;

    @Option(names = "--clips", paramLabel = "N", defaultValue = "20", description = "Clips of each side. Default: ${DEFAULT-VALUE}.")
    private int clips;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "18",
            description = "About how long a clip is; it ends at a bar line. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--question", paramLabel = "WHAT", defaultValue = "both",
            description = "What is asked about pairs: person (which was composed by a person?), prefer (which do you prefer?), both,"
                + " none. Default: ${DEFAULT-VALUE}.")
    private String question;

    @Option(names = "--scales", paramLabel = "LIST", defaultValue = "structure,harmony,melody,rhythm,expression",
            description = "What single clips are rated by, from 1 to 7, separated by commas; or none. Default: ${DEFAULT-VALUE}.")
    private String scales;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "15",
            description = "About how long one listener is busy. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Decides which pieces are taken, and the order for each listener. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--as-written", description = "Keep dynamics, tempo changes, pedals and instruments of the files.")
    private boolean asWritten;

    @Option(names = "--tempo", paramLabel = "BPM",
            description = "Play all at one tempo, in quarter notes a minute. Default: each piece at its own; pieces that state none at that"
                + " of the others.")
    private Double tempo;

    @Option(names = "--soundfont", paramLabel = "FILE", description = "SoundFont 2 file for the sound.")
    private Optional<Path> soundFont;

    @Option(names = {"-f", "--force"}, description = "Replace a study that exists and that nobody has answered.")
    private boolean force;

    @Mixin
    private TalkFlags talk;

    StudyNewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        StudyMade made = session.run(new NewStudy(a, b, out, title, clips, seconds, questions(), aspects(), minutes, seed, !asWritten,
                tempo == null ? OptionalDouble.empty() : OptionalDouble.of(tempo), soundFont, force), talk.silent(), event -> { });
        if (talk.json()) {
            session.json(json(made));
        } else if (!talk.quiet()) {
            String folder = Shown.text(made.folder().toString());
            StudyDesign design = made.design();
            session.line("Made " + folder + ": " + design.of(Side.A).size() + " clips of " + Shown.text(design.nameA()) + " and "
                    + design.of(Side.B).size() + " of " + Shown.text(design.nameB()) + ", " + made.trials() + " questions for each listener (about "
                    + made.minutes() + (made.minutes() == 1 ? " minute)." : " minutes)."));
            session.line("Serve it: cadenza study serve " + folder);
        }
        return ExitCode.OK;
    }

    private List<Question> questions() {
        return switch (question) {
            case "person" -> List.of(Question.COMPOSED_BY_A_PERSON);
            case "prefer" -> List.of(Question.PREFER);
            case "both" -> List.of(Question.values());
            case NONE -> List.of();
            default -> throw new RequestException("--question", "QUESTION_UNKNOWN", "there is no question '" + question + "'.",
                    "Choose person, prefer, both or none.");
        };
    }

    private List<Aspect> aspects() {
        return scales.equals(NONE) ? List.of() : Arrays.stream(scales.split(",", -1)).map(String::strip).distinct()
                .map(code -> StudyJson.scale(code).orElseThrow(() -> new RequestException("--scales", "SCALE_UNKNOWN",
                        "there is no scale '" + code + "'.", "Choose from " + StudyDesign.SCALES.stream().map(StudyJson::code)
                        .collect(Collectors.joining(", ")) + ", or none."))).toList();
    }

    private static ObjectNode json(StudyMade made) {
        return JsonNodeFactory.instance.objectNode().put("folder", made.folder().toString()).put("clips_a", made.design().of(Side.A).size())
                .put("clips_b", made.design().of(Side.B).size()).put("lufs", made.design().loudness()).put("trials", made.trials())
                .put("minutes", made.minutes());
    }
}
