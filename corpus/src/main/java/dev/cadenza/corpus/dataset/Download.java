package dev.cadenza.corpus.dataset;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.OutputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Fetches one file over HTTP. What has come before is gone on from where the server can do that. A server that falls
/// silent is not waited for.
///
/// @param address where the file lies
/// @param file where it is put; what is there already is taken for its beginning
/// @param mostBytes more is not fetched
/// @param patience how long a server may be silent
record Download(URI address, Path file, long mostBytes, Duration patience) {

    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final int POLL_MILLIS = 50;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int OUT_OF_RANGE = 416;

    /// A fault of writing, to be told from one of the network.
    private static final class DiskException extends IOException {
        private static final long serialVersionUID = 1L;

        DiskException(IOException cause) {
            super(cause);
        }
    }

    /// How far a transfer is.
    private record Transfer(AtomicLong bytes, AtomicLong total, AtomicLong lastNanos) {

        Transfer() {
            this(new AtomicLong(), new AtomicLong(), new AtomicLong(System.nanoTime()));
        }

        void at(long now) {
            bytes.set(now);
            lastNanos.set(System.nanoTime());
        }
    }

    /// Fetches the file.
    ///
    /// @throws EnvironmentException OFFLINE, HTTP_STATUS, DOWNLOAD_BROKEN, DOWNLOAD_STALLED or DOWNLOAD_TOO_LARGE
    /// @throws OutputException where the file cannot be written
    /// @throws CancellationException where it was stopped; what has come is kept
    void fetch(FetchListener listener) {
        Transfer transfer = new Transfer();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread worker = Thread.ofVirtual().name("download").unstarted(() -> {
            try {
                transfer(transfer);
            } catch (IOException | InterruptedException | RuntimeException e) {
                failure.set(e);
            }
        });
        worker.start();
        boolean stalled = false;
        boolean stopped = false;
        try {
            while (!stalled && !stopped && !worker.join(Duration.ofMillis(POLL_MILLIS))) {
                stalled = System.nanoTime() - transfer.lastNanos.get() > patience.toNanos();
                stopped = listener.stopRequested();
                long total = transfer.total.get() > 0 ? transfer.total.get() : mostBytes;
                listener.progress("fetching", Math.min(transfer.bytes.get(), total), total);
            }
        } catch (InterruptedException e) {
            throw new CancellationException();
        } finally {
            end(worker);
        }
        if (failure.get() != null) {
            throw stopped ? new CancellationException() : failed(failure.get(), stalled, transfer);
        }
    }

    /// Ends the transfer where it has not ended by itself; what has come is then whole on disk.
    private static void end(Thread worker) {
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void transfer(Transfer transfer) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTING).followRedirects(Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1).build();
        try {
            long before = Files.exists(file) ? Files.size(file) : 0;
            HttpResponse<InputStream> response = ask(client, before);
            if (response.statusCode() == OUT_OF_RANGE && before > 0) {
                response.body().close();
                before = 0;
                response = ask(client, before);
            }
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                boolean goesOn = status == PARTIAL && before > 0
                        && response.headers().firstValue("Content-Range").orElse("").startsWith("bytes " + before + "-");
                if (status != OK && !goesOn) {
                    throw answered(status);
                }
                long start = goesOn ? before : 0;
                long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
                if (start + length > mostBytes) {
                    throw tooLarge();
                }
                transfer.total.set(length < 0 ? 0 : start + length);
                save(body, start, transfer);
            }
        } finally {
            client.shutdownNow();
        }
    }

    private HttpResponse<InputStream> ask(HttpClient client, long from) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience).header("User-Agent", "cadenza");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private void save(InputStream body, long start, Transfer transfer) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = start;
        transfer.at(bytes);
        try (OutputStream out = start > 0 ? Files.newOutputStream(file, StandardOpenOption.APPEND) : Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    throw tooLarge();
                }
                try {
                    out.write(buffer, 0, read);
                } catch (IOException e) {
                    throw new DiskException(e);
                }
                transfer.at(bytes);
            }
        }
        if (transfer.total.get() > 0 && bytes < transfer.total.get()) {
            throw new IOException("it ended early");
        }
    }

    private CadenzaException failed(Throwable e, boolean stalled, Transfer transfer) {
        String reached = transfer.bytes.get() + (transfer.total.get() > 0 ? " of " + transfer.total.get() : "") + " bytes";
        if (stalled) {
            return problem("DOWNLOAD_STALLED", "the server has been silent for " + patience.toSeconds() + " seconds, after "
                    + reached + ".", again(), e);
        }
        return switch (e) {
            case CadenzaException known -> known;
            case DiskException disk -> new OutputException(file.toString(), "CANNOT_WRITE",
                    "the file cannot be written (" + disk.getCause().getMessage() + ").", "Check that there is space left.", disk);
            case UnknownHostException _, ConnectException _, HttpConnectTimeoutException _ -> problem("OFFLINE",
                    "the server cannot be reached.", "Go online, or fetch the file elsewhere and name it with --from FILE_OR_FOLDER.", e);
            case IOException _ -> problem("DOWNLOAD_BROKEN", "the connection broke after " + reached + ".", again(), e);
            default -> problem("DOWNLOAD_BROKEN", "the server's answer makes no sense.", again(), e);
        };
    }

    private EnvironmentException answered(int status) {
        return problem("HTTP_STATUS", "the server answered " + status + (status == 404 ? " (not found)" : "") + " instead of sending the file.",
                "Fetch the data set elsewhere, and name it with --from FILE_OR_FOLDER.", null);
    }

    private EnvironmentException tooLarge() {
        return problem("DOWNLOAD_TOO_LARGE", "the server sends more than the " + mostBytes + " bytes that are expected at most.",
                "Fetch the data set elsewhere, and name it with --from FILE_OR_FOLDER.", null);
    }

    private static String again() {
        return "Run the command again, which goes on from there where the server allows it; or fetch the file elsewhere and name it with "
                + "--from FILE_OR_FOLDER.";
    }

    private EnvironmentException problem(String code, String cause, String remedy, Throwable origin) {
        return new EnvironmentException(address.toString(), code, cause, remedy, origin);
    }
}
