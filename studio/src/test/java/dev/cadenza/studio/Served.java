package dev.cadenza.studio;

import dev.cadenza.app.StudyHost.ServeListener;
import dev.cadenza.app.StudyHost.ServeSettings;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.studio.web.WebLimits;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A study that is being served on a thread of its own.
public final class Served implements AutoCloseable, ServeListener {

    private final BlockingQueue<URI> addresses = new LinkedBlockingQueue<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final Thread thread;
    private final URI address;

    public Served(Path study) throws InterruptedException {
        this(study, "127.0.0.1", WebLimits.USUAL);
    }

    public Served(Path study, String host, WebLimits limits) throws InterruptedException {
        thread = Thread.ofPlatform().start(() -> {
            try {
                new LocalStudyHost(limits).serve(study, new ServeSettings(host, 0), this);
            } catch (Throwable e) {
                fault.set(e);
                addresses.add(URI.create("failed:"));
            }
        });
        address = addresses.poll(30, TimeUnit.SECONDS);
        if (fault.get() != null) {
            throw new IllegalStateException(fault.get());
        }
    }

    /// Of the page.
    public URI address() {
        return address;
    }

    /// Further addresses beside the first.
    List<URI> others() {
        return List.copyOf(addresses);
    }

    List<String> events() {
        return events;
    }

    @Override
    public void open(URI found) {
        addresses.add(found);
    }

    @Override
    public void began(int listeners) {
        events.add("began " + listeners);
    }

    @Override
    public void finished(int listeners) {
        events.add("finished " + listeners);
    }

    @Override
    public void troubled(CadenzaException why) {
        events.add("troubled " + why.code());
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join(10_000);
        if (thread.isAlive() || fault.get() != null) {
            throw new IllegalStateException("it did not stop as it should", fault.get());
        }
    }
}
