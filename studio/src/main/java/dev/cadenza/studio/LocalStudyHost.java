package dev.cadenza.studio;

import dev.cadenza.app.StudyHost;
import dev.cadenza.evaluate.study.StudyAnswers;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.studio.store.AnswerStore;
import dev.cadenza.studio.study.StudyRoutes;
import dev.cadenza.studio.web.AccessToken;
import dev.cadenza.studio.web.PageFiles;
import dev.cadenza.studio.web.Routes;
import dev.cadenza.studio.web.WebLimits;
import dev.cadenza.studio.web.WebServer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Serves listening studies from this machine, and keeps the answers in the folder of the study.
public final class LocalStudyHost implements StudyHost {

    private final WebLimits limits;

    /// For the service loader.
    public LocalStudyHost() {
        this(WebLimits.USUAL);
    }

    LocalStudyHost(WebLimits limits) {
        this.limits = limits;
    }

    @Override
    public void serve(Path study, ServeSettings settings, ServeListener listener) {
        try {
            serveUntilInterrupted(new StudyFolder(study), settings, listener);
        } catch (RuntimeException e) {
            // An interrupt while things are opened makes them fail; it was only asked to stop.
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        Thread.currentThread().interrupt();
    }

    private void serveUntilInterrupted(StudyFolder folder, ServeSettings settings, ServeListener listener) {
        StudyDesign design = folder.design();
        try (AnswerStore store = AnswerStore.open(folder, design, AccessToken.fresh().text())) {
            Routes routes = new Routes();
            new StudyRoutes(folder, design, store, listener, () -> AccessToken.fresh().text()).addTo(routes);
            PageFiles.beside(LocalStudyHost.class).addTo(routes);
            try (WebServer server = WebServer.start(settings.host(), settings.port(), new AccessToken(store.token()), routes, limits)) {
                server.addresses().forEach(listener::open);
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            // This is how it ends. The flag is down here, so that server and store were closed in peace.
        }
    }

    @Override
    public StudyAnswers answers(Path study) {
        StudyFolder folder = new StudyFolder(study);
        return AnswerStore.read(folder, folder.design());
    }
}
