package dev.cadenza.app;

import dev.cadenza.evaluate.study.SimulatedListeners;
import dev.cadenza.evaluate.study.StudyAnalysis;
import dev.cadenza.evaluate.study.StudyAnswers;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.evaluate.study.StudyPage;
import dev.cadenza.evaluate.study.StudyResult;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;

/// Puts listening studies before listeners, and says what came out: what needs a [StudyHost].
final class HostedStudyCase {

    private static final String PAGE = "report.html";

    private final Task task;

    HostedStudyCase(Task task) {
        this.task = task;
    }

    private static StudyHost host() {
        return ServiceLoader.load(StudyHost.class).findFirst().orElseThrow(() -> new EnvironmentException("study", "NO_STUDY_HOST",
                "this program was started without what serving a study needs.",
                "Start it with ./cadenza study, or put cadenza-studio on the class path.", null));
    }

    /// Serves until the job is cancelled, which is its usual end.
    StudyServed serve(Command.ServeStudy command) {
        new StudyFolder(command.study()).design();
        StudyHost host = host();
        AtomicInteger began = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        task.untilCancelled(() -> host.serve(command.study(), new StudyHost.ServeSettings(command.host(), command.port()),
                new StudyHost.ServeListener() {
                    @Override
                    public void open(URI address) {
                        tell(new Event.Serving(address));
                    }

                    @Override
                    public void began(int listeners) {
                        began.set(listeners);
                        tell(new Event.Notice("Somebody began: " + listeners + " so far."));
                    }

                    @Override
                    public void finished(int listeners) {
                        finished.set(listeners);
                        tell(new Event.Notice("Somebody answered everything: " + listeners + " so far."));
                    }

                    @Override
                    public void troubled(CadenzaException why) {
                        tell(new Event.Notice(why.getMessage()));
                    }

                    /// A host speaks from many threads, a job from one at a time.
                    private synchronized void tell(Event event) {
                        task.tell(event);
                    }
                }));
        return new StudyServed(began.get(), finished.get());
    }

    StudyReported report(Command.ReportStudy command) {
        StudyFolder folder = new StudyFolder(command.study());
        StudyDesign design = folder.design();
        boolean rehearsed = command.rehearse().isPresent();
        StudyAnswers answers = rehearsed
                ? SimulatedListeners.plausible().take(design, command.rehearse().getAsInt(),
                        RandomGeneratorFactory.of("L64X128MixRandom").create(design.seed()))
                : host().answers(command.study());
        StudyResult result = result(folder, design, answers);
        Path page = command.out().map(out -> Destination.names(out, List.of(""), List.of(""), command.force()).getFirst())
                .orElse(folder.root().resolve(rehearsed ? "rehearsal.html" : PAGE));
        AtomicFiles.write(page, StudyPage.of(result, rehearsed).getBytes(StandardCharsets.UTF_8));
        task.written(page);
        return new StudyReported(page, result, rehearsed);
    }

    private static StudyResult result(StudyFolder folder, StudyDesign design, StudyAnswers answers) {
        try {
            return StudyAnalysis.of(design, answers);
        } catch (IllegalArgumentException e) {
            throw new InputException(folder.answers().toString(), new Place.Nowhere(), "ANSWERS_FOREIGN",
                    "the answers do not belong to the study beside them: " + e.getMessage() + ".",
                    "Put the study.json back that they were given to.", e);
        }
    }
}
