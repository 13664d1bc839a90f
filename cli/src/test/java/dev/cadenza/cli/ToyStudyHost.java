package dev.cadenza.cli;

import dev.cadenza.app.StudyHost;
import dev.cadenza.evaluate.study.SimulatedListeners;
import dev.cadenza.evaluate.study.StudyAnswers;
import dev.cadenza.evaluate.study.StudyFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGeneratorFactory;

/// Stands in for the host that needs a web server: two listeners come while it serves, and twelve have answered.
public final class ToyStudyHost implements StudyHost {

    /// Opened when a study is served.
    static volatile CountDownLatch serving = new CountDownLatch(1);

    @Override
    public void serve(Path study, ServeSettings settings, ServeListener listener) {
        listener.open(URI.create("http://" + settings.host() + ":8080/t/secret/"));
        listener.began(1);
        listener.began(2);
        listener.finished(1);
        serving.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public StudyAnswers answers(Path study) {
        if (study.getFileName().toString().startsWith("unheard")) {
            return new StudyAnswers(List.of(), List.of());
        }
        return new SimulatedListeners(0.8, 0.1, 0.4, 0.1, -1, 0.2, 1, 0).take(new StudyFolder(study).design(), 12,
                RandomGeneratorFactory.of("L64X128MixRandom").create(1));
    }
}
