package dev.cadenza.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.app.StudyHost;
import dev.cadenza.app.StudyHost.ServeSettings;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.studio.web.WebLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {

    @TempDir
    Path root;

    @BeforeEach
    void make() throws IOException {
        StudyFixture.make(root);
    }

    private CadenzaException refused(String host, int port) {
        CadenzaException told = assertThrows(CadenzaException.class, () -> new LocalStudyHost().serve(root, new ServeSettings(host, port),
                new Silent()));
        assertTrue(told.getMessage().endsWith("."), told.getMessage());
        assertFalse(told.remedy().isEmpty());
        return told;
    }

    /// Would never see a server, as none starts.
    private static final class Silent implements StudyHost.ServeListener {
        @Override
        public void open(URI address) {
            throw new AssertionError("it serves");
        }

        @Override
        public void began(int listeners) {
            throw new AssertionError("it serves");
        }

        @Override
        public void finished(int listeners) {
            throw new AssertionError("it serves");
        }
    }

    @Test
    void itIsFoundAsAService() {
        assertInstanceOf(LocalStudyHost.class, ServiceLoader.load(StudyHost.class).findFirst().orElseThrow());
    }

    @Test
    void twoServersDoNotShareAStudy() throws Exception {
        try (Served first = new Served(root)) {
            assertEquals("STUDY_IN_USE", refused("127.0.0.1", 0).code());
            assertTrue(first.address().toString().startsWith("http://127.0.0.1:"));
        }
        try (Served second = new Served(root)) {
            assertEquals(0, second.others().size());
        }
    }

    @Test
    void aTakenPortIsToldInWords() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertEquals("CANNOT_LISTEN", assertInstanceOf(EnvironmentException.class, refused("127.0.0.1", other.getLocalPort())).code());
        }
        assertEquals("CANNOT_LISTEN", refused("192.0.2.1", 0).code());
        assertEquals("UNKNOWN_HOST", assertInstanceOf(RequestException.class, refused("no.such.host.invalid", 0)).code());
    }

    @Test
    void brokenStudiesAreToldInWords() throws Exception {
        Files.delete(root.resolve("clips").resolve("clip000000000015.wav"));
        assertEquals("NO_CLIP", assertInstanceOf(InputException.class, refused("127.0.0.1", 0)).code());
        Files.createSymbolicLink(root.resolve("clips").resolve("clip000000000015.wav"), root.resolve("clips").resolve("clip000000000014.wav"));
        assertEquals("NO_CLIP", refused("127.0.0.1", 0).code(), "a link");
        Files.delete(root.resolve("study.json"));
        assertEquals("NO_STUDY", refused("127.0.0.1", 0).code());
    }

    @Test
    void allAddressesOfTheMachineCanBeOpened() throws Exception {
        try (Served served = new Served(root, "0.0.0.0", WebLimits.USUAL)) {
            List<URI> addresses = new ArrayList<>(served.others());
            addresses.addFirst(served.address());
            assertEquals("127.0.0.1", addresses.getFirst().getHost());
            for (URI address : addresses) {
                assertFalse(address.getHost().equals("0.0.0.0"), "one cannot open that");
                try (Client client = new Client(address)) {
                    assertEquals(200, client.get("api/study").statusCode(), address.toString());
                    assertEquals(200, client.post("api/listeners", "{\"years\":0,\"plays\":false,\"level\":1,\"language\":\"en\"}").statusCode());
                }
            }
        }
    }

    @Test
    void theLoopbackOfTheNewProtocolWorks() throws Exception {
        if (InetAddress.getByName("::1") instanceof Inet6Address && hasSix()) {
            try (Served served = new Served(root, "::1", WebLimits.USUAL); Client client = new Client(served.address())) {
                assertTrue(served.address().toString().startsWith("http://[0:0:0:0:0:0:0:1]:"), served.address().toString());
                assertEquals(200, client.get("api/study").statusCode());
            }
        }
    }

    private static boolean hasSix() {
        try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aBuildWithoutAPageSaysSoAndOneWithItServesIt() throws Exception {
        try (Served served = new Served(root); Client client = new Client(served.address())) {
            String text = new String(client.get("").body(), StandardCharsets.UTF_8);
            boolean built = LocalStudyHost.class.getResource("page/index.html") != null;
            assertTrue(built ? text.contains("<html") : text.contains("Install Node"), text);
        }
    }

    @Test
    void whenNothingCanBeKeptBothSidesAreTold() throws Exception {
        String listener = "{\"years\":0,\"plays\":false,\"level\":1,\"language\":\"en\"}";
        String database = "jdbc:sqlite:" + root.resolve("answers.db");
        try (Served served = new Served(root); Client client = new Client(served.address())) {
            try (Connection meddler = DriverManager.getConnection(database); Statement statement = meddler.createStatement()) {
                statement.execute("ALTER TABLE listener RENAME TO hidden");
            }
            for (int i = 0; i < 3; i++) {
                HttpResponse<byte[]> response = client.post("api/listeners", listener);
                assertEquals(503, response.statusCode());
                assertEquals("CANNOT_KEEP", Client.code(response));
                assertFalse(new String(response.body(), StandardCharsets.UTF_8).contains(root.toString()), "no path of ours");
            }
            try (Connection meddler = DriverManager.getConnection(database); Statement statement = meddler.createStatement()) {
                statement.execute("ALTER TABLE hidden RENAME TO listener");
            }
            assertEquals(200, client.post("api/listeners", listener).statusCode());
            assertEquals(List.of("troubled STORE_FAILED", "began 1"), served.events());
        }
    }

    private static Socket connect(Served served) throws IOException {
        Socket socket = new Socket("127.0.0.1", served.address().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String post(Served served) {
        return "POST " + served.address().getPath() + "api/listeners HTTP/1.1\r\nHost: " + served.address().getAuthority() + "\r\nOrigin: http://"
                + served.address().getAuthority() + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";
    }

    /// Letters that come one by one keep a connection from being idle for ever; the server does not wait for ever.
    @Test
    void whoDawdlesIsCutOff() throws Exception {
        try (Served served = new Served(root, "127.0.0.1", new WebLimits(8, 10_000, 400, 400)); Socket body = connect(served); Socket head = connect(served)) {
            send(body, post(served) + "{");
            Thread dripping = Thread.ofVirtual().start(() -> {
                try {
                    send(head, "GET / HTTP/1.1\r\nX: ");
                    while (true) {
                        send(head, "x");
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // Cut off.
                }
            });
            assertTrue(rest(body).contains("TOO_SLOW"));
            assertEquals("", rest(head));
            dripping.join();
        }
    }

    @Test
    void connectionsAreCounted() throws Exception {
        try (Served served = new Served(root, "127.0.0.1", new WebLimits(3, 10_000, 10_000, 10_000))) {
            List<Socket> held = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                held.add(connect(served));
                send(held.getLast(), post(served));
            }
            try (Socket waiting = connect(served)) {
                send(waiting, "GET " + served.address().getPath() + "api/study HTTP/1.1\r\nHost: " + served.address().getAuthority()
                        + "\r\nConnection: close\r\n\r\n");
                waiting.setSoTimeout(300);
                assertThrows(SocketTimeoutException.class, () -> waiting.getInputStream().read());
                waiting.setSoTimeout(20_000);
                for (Socket socket : held) {
                    socket.close();
                }
                assertTrue(rest(waiting).startsWith("HTTP/1.1 200"));
            }
        }
    }

    @Test
    void itStopsWhileSomebodyListens() throws Exception {
        Served served = new Served(root);
        try (Socket socket = connect(served)) {
            send(socket, "GET " + served.address().getPath() + "api/study HTTP/1.1\r\nHost: " + served.address().getAuthority() + "\r\n\r\n");
            assertEquals('H', socket.getInputStream().read());
            send(socket, post(served));
            served.close();
            rest(socket);
        } catch (IOException e) {
            // Cut off in either way.
        }
        assertThrows(IOException.class, () -> connect(served).close());
        assertFalse(Files.exists(root.resolve("answers.db-wal")), "all is in the database");
    }
}
