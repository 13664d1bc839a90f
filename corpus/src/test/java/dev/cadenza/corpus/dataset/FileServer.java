package dev.cadenza.corpus.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// A server on this machine that sends one file over HTTP, well or badly.
final class FileServer implements AutoCloseable {

    /// How it behaves.
    enum Manner { WELL, IGNORES_RANGES, BREAKS_OFF, FALLS_SILENT, NOT_FOUND, REDIRECTS, STATES_NO_LENGTH }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final byte[] content;
    private volatile Manner manner;

    FileServer(byte[] content, Manner manner) throws IOException {
        this.content = content.clone();
        this.manner = manner;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> answer(socket));
                } catch (IOException e) {
                    // The server was closed, which ends the loop.
                }
            }
        });
    }

    URI address() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getLocalPort() + "/file");
    }

    void behave(Manner now) {
        manner = now;
    }

    /// What was asked for so far: the range of each request for the file, or an empty text.
    List<String> asked() {
        return List.copyOf(ranges);
    }

    private void answer(Socket socket) {
        try (socket; OutputStream out = socket.getOutputStream()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String path = in.readLine();
            String range = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                range = line.toLowerCase(Locale.ROOT).startsWith("range: ") ? line.substring(7) : range;
            }
            if (path != null) {
                respond(path.contains("/elsewhere"), range, out);
            }
        } catch (IOException | InterruptedException e) {
            // The other side went away.
        }
    }

    private void respond(boolean elsewhere, String range, OutputStream out) throws IOException, InterruptedException {
        if (!elsewhere) {
            ranges.add(range);
        }
        int from = range.isEmpty() || manner == Manner.IGNORES_RANGES ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (manner == Manner.NOT_FOUND) {
            head(out, "404 Not Found", "Content-Length: 0");
        } else if (manner == Manner.REDIRECTS && !elsewhere) {
            head(out, "302 Found", "Location: /elsewhere", "Content-Length: 0");
        } else if (from > 0 && from >= content.length) {
            head(out, "416 Range Not Satisfiable", "Content-Length: 0");
        } else {
            file(out, from);
        }
    }

    private void file(OutputStream out, int from) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>();
        if (from > 0) {
            fields.add("Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        if (manner != Manner.STATES_NO_LENGTH) {
            fields.add("Content-Length: " + (content.length - from));
        }
        head(out, from > 0 ? "206 Partial Content" : "200 OK", fields.toArray(String[]::new));
        boolean half = manner == Manner.BREAKS_OFF || manner == Manner.FALLS_SILENT;
        out.write(content, from, half ? (content.length - from) / 2 : content.length - from);
        out.flush();
        if (manner == Manner.FALLS_SILENT) {
            end.await();
        }
    }

    private static void head(OutputStream out, String status, String... fields) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
    }
}
