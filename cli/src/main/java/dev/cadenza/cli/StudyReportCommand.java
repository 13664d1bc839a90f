package dev.cadenza.cli;

import dev.cadenza.app.Command.ReportStudy;
import dev.cadenza.app.StudyReported;
import dev.cadenza.evaluate.study.StudyResultJson;
import dev.cadenza.evaluate.study.StudyText;
import dev.cadenza.score.Shown;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "report", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Says what came out of a listening study, and how sure one may be.",
        description = {"", "Prints it in sentences and writes a page with pictures: how often listeners told the two apart, what they"
            + " preferred, how they rated, by training, without those who took random notes for music. Works while listeners are"
            + " still busy.",
            "", "With --rehearse, listeners are simulated (somewhat better than guessing, with a weak taste): that shows what so many"
            + " could tell, and nothing about the music."},
        footer = {"",
            "Examples:",
            "  cadenza study report study",
            "  cadenza study report study --json",
            "  cadenza study report study --out result.html",
            "  cadenza study report study --rehearse 20"})
final class StudyReportCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "DIR", description = "Folder of the study.")
    private Path study;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE",
            description = "The page. Default: report.html in the folder of the study, which is replaced.")
    private Optional<Path> out;

    @Option(names = "--rehearse", paramLabel = "N", description = "Take N simulated listeners instead of the real ones.")
    private Integer rehearse;

    @Option(names = {"-f", "--force"}, description = "Replace the page of --out where it exists.")
    private boolean force;

    @Mixin
    private TalkFlags talk;

    StudyReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        StudyReported reported = session.run(new ReportStudy(study, out, force, rehearse == null ? OptionalInt.empty()
                : OptionalInt.of(rehearse)), talk.silent(), event -> { });
        if (talk.json()) {
            ObjectNode json = StudyResultJson.of(reported.result());
            session.json(json.put("rehearsed", reported.rehearsed()).put("page", reported.page().toString()));
        } else if (!talk.quiet()) {
            if (reported.rehearsed()) {
                session.line("A rehearsal with simulated listeners; it says nothing about the music.");
            }
            StudyText.sentences(reported.result()).forEach(sentence -> session.line(Shown.text(sentence)));
            session.line("Wrote " + Shown.text(reported.page().toString()));
        }
        return ExitCode.OK;
    }
}
