package dev.cadenza.studio.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/// Closes connections that have not sent a whole request for too long. The idle time alone does not help against those who send
/// a letter now and then to keep many connections (slowloris).
final class SlowConnections extends AbstractLifeCycle implements Connection.Listener {

    private static final long SWEEP_MILLIS = 250;
    private static final long BUSY = Long.MAX_VALUE;

    private final Scheduler scheduler;
    private final long longestMillis;
    /// When each connection began to wait for its request, or that it has one.
    private final Map<Connection, Long> waitingSince = new ConcurrentHashMap<>();

    SlowConnections(Scheduler scheduler, long longestMillis) {
        this.scheduler = scheduler;
        this.longestMillis = longestMillis;
    }

    @Override
    protected void doStart() {
        scheduler.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        waitingSince.put(connection, now());
    }

    @Override
    public void onClosed(Connection connection) {
        waitingSince.remove(connection);
    }

    /// A request has come, and its connection may take its time until it is answered.
    void busy(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        waitingSince.computeIfPresent(connection, (_, _) -> BUSY);
        Request.addCompletionListener(request, _ -> waitingSince.computeIfPresent(connection, (_, _) -> now()));
    }

    private void sweep() {
        long now = now();
        waitingSince.forEach((connection, since) -> {
            if (since != BUSY && now - since > longestMillis) {
                connection.getEndPoint().close();
            }
        });
        if (isRunning()) {
            scheduler.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
