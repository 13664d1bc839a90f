package dev.cadenza.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One request for each rule, which breaks it.
class SecurityTest {

    private static final String LISTENER = "{\"years\":3,\"plays\":true,\"level\":2,\"language\":\"en\"}";

    @TempDir
    static Path root;
    static Served served;
    static Client client;
    static String token;
    static int port;

    @BeforeAll
    static void serve() throws Exception {
        Files.writeString(root.resolve("secret.txt"), "secret");
        Path study = root.resolve("study");
        StudyFixture.make(study);
        Files.writeString(study.resolve("clips").resolve("other.wav"), "secret");
        served = new Served(study);
        client = new Client(served.address());
        token = served.address().getPath().split("/")[2];
        port = served.address().getPort();
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        served.close();
    }

    /// What is answered to bytes that no client would send.
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static String rawGet(String target, String host) throws IOException {
        return raw("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private static int status(String response) {
        return Integer.parseInt(response.split(" ", 3)[1]);
    }

    private static String host() {
        return "127.0.0.1:" + port;
    }

    @Test
    void theTokenIsLongAndRandom() {
        assertTrue(token.matches("[A-Za-z0-9_-]{24}"), token);
        assertEquals("127.0.0.1", served.address().getHost());
    }

    @Test
    void whateverIsNotBelowTheTokenIsTheSame404() throws Exception {
        String wrong = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        String usual = null;
        for (String path : List.of("/", "/t/", "/t", "/t/" + wrong + "/", "/t/" + wrong + "/api/study", "/api/study", "/favicon.ico", 
                "/t/" + token.substring(0, 23) + "/api/study", "/t/" + token + "A/api/study", "/t/" + token + "/nothing", "/T/" + token + "/",
                "/t/" + token + "/api", "/t/" + token + "/api/study/", "/t/" + token + "/clips/", "/t/" + token + "/study.json")) {
            String response = rawGet(path, host());
            assertEquals(404, status(response), path);
            String comparable = response.replaceAll("(?m)^Date: .*$", "");
            usual = usual == null ? comparable : usual;
            assertEquals(usual, comparable, path);
        }
        assertEquals(200, status(rawGet("/t/" + token + "/api/study", host())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/study/", "clips/../study.json", "clips/..%2fstudy.json", "clips/..%2Fstudy.json", "clips/%2e%2e/study.json", "clips/%2e%2e%2fstudy.json",
        "clips/..%252fstudy.json", "clips/..\\study.json", "clips/..%5cstudy.json", "clips/....//study.json", "clips/../../secret.txt", "clips//etc/passwd",
        "clips/%2fetc%2fpasswd", "clips/other.wav", "clips/clip000000000010.wav/../../study.json", "clips/clip000000000010.wav%00", "answers.db", "../../../etc/passwd",
        "clips/clip000000000010.wav;x=y", "clips/..;/study.json", "%2e%2e/secret.txt", "clips/%63lip000000000010.wav", "clips/\u00c0\u00ae/study.json", "page/index.html",
        "module-info.class", "LocalStudyHost.class"})
    void noPathLeadsOut(String path) throws Exception {
        String response = rawGet("/t/" + token + "/" + path, host());
        assertTrue(List.of(400, 404).contains(status(response)), response);
        assertFalse(response.contains("secret") || response.contains("cadenza-study") || response.contains("RIFF") || response.contains("root:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:PORT", "localhost.evil.example:PORT",
        "127.0.0.2:PORT", "[::1]:PORT", "0.0.0.0:PORT", "", "127.0.0.1:PORT@evil.example", "evil.example@127.0.0.1:PORT"})
    void onlyOurOwnNamesAreServed(String name) throws Exception {
        String response = rawGet("/t/" + token + "/api/study", name.replace("PORT", Integer.toString(port)));
        assertTrue(List.of(400, 403).contains(status(response)), name + ": " + response);
        assertFalse(response.contains("kinds of music"));
    }

    @Test
    void hostsAreNotHidden() throws Exception {
        String path = "/t/" + token + "/api/study";
        assertEquals(200, status(rawGet(path, "localhost:" + port)));
        assertEquals(200, status(rawGet(path, "LOCALHOST:" + port)));
        assertTrue(List.of(400, 403).contains(status(raw("GET " + path + " HTTP/1.1\r\nConnection: close\r\n\r\n"))));
        assertTrue(List.of(400, 403).contains(status(raw("GET " + path + " HTTP/1.0\r\n\r\n"))));
        assertTrue(List.of(400, 403).contains(status(raw("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))));
        assertTrue(List.of(400, 403, 404).contains(status(raw("GET http://evil.example" + path + " HTTP/1.1\r\nHost: " + host()
                + "\r\nConnection: close\r\n\r\n"))));
    }

    @Test
    void onlyOurOwnPageMayAsk() throws Exception {
        Map<String, String> json = Map.of("Content-Type", "application/json");
        assertEquals(403, client.post("api/listeners", LISTENER, json).statusCode(), "without an origin");
        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://" + host(), "http://localhost:" + port,
                "http://" + host() + ".evil.example", "http://" + host() + "/", "")) {
            Map<String, String> headers = new LinkedHashMap<>(json);
            headers.put("Origin", origin);
            HttpResponse<byte[]> posted = client.post("api/listeners", LISTENER, headers);
            assertEquals(403, posted.statusCode(), "posted from " + origin);
            assertEquals("WRONG_ORIGIN", Client.code(posted));
            assertEquals(403, client.get("api/study", Map.of("Origin", origin)).statusCode(), "read from " + origin);
        }
        assertEquals(200, client.get("api/study", Map.of("Origin", client.origin())).statusCode());
        for (String site : List.of("cross-site", "same-site", "none")) {
            Map<String, String> headers = new LinkedHashMap<>(json);
            headers.put("Origin", client.origin());
            headers.put("Sec-Fetch-Site", site);
            assertEquals(403, client.post("api/listeners", LISTENER, headers).statusCode(), site);
        }
        assertEquals(403, client.get("api/study", Map.of("Sec-Fetch-Site", "cross-site")).statusCode());
        assertEquals(403, client.get("clips/clip000000000010.wav", Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors",
                "Sec-Fetch-Dest", "audio")).statusCode());
        assertEquals(200, client.get("api/study", Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate",
                "Sec-Fetch-Dest", "document")).statusCode(), "a link that was followed");
        assertEquals(403, client.get("api/study", Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate",
                "Sec-Fetch-Dest", "iframe")).statusCode(), "a frame");
    }

    @Test
    void everyReplyIsStrict() throws Exception {
        for (HttpResponse<byte[]> response : List.of(client.get(""), client.get("api/study"), client.get("nothing"), client.get("/"),
                client.get("clips/clip000000000010.wav"), client.post("api/listeners", "{"))) {
            Map<String, List<String>> headers = response.headers().map();
            assertEquals(List.of("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"), headers.get("content-security-policy"));
            assertEquals(List.of("nosniff"), headers.get("x-content-type-options"));
            assertEquals(List.of("no-referrer"), headers.get("referrer-policy"));
            assertEquals(List.of("same-origin"), headers.get("cross-origin-resource-policy"));
            assertEquals(List.of("same-origin"), headers.get("cross-origin-opener-policy"));
            assertTrue(headers.containsKey("permissions-policy"));
            assertFalse(headers.containsKey("access-control-allow-origin") || headers.containsKey("server") || headers.containsKey("set-cookie"));
        }
        assertEquals(List.of("no-store"), client.get("api/study").headers().map().get("cache-control"));
        String broken = raw("NONSENSE\r\n\r\n");
        assertTrue(broken.contains("nosniff") && broken.contains("BAD_REQUEST") || broken.contains("400"), broken);
        assertFalse(broken.contains("etty"));
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")) {
            assertTrue(List.of(400, 405).contains(client.method(method, "api/study").statusCode()), method);
        }
        assertEquals(405, client.get("api/listeners").statusCode());
        assertEquals(405, client.post("api/study", "{}").statusCode());
    }

    /// A connection is used again after a refusal, so nothing of the refused content may be taken for the next request.
    @Test
    void whatFollowsARefusalIsUnderstood() throws Exception {
        String smuggled = "GET /t/" + token + "/clips/clip000000000010.wav HTTP/1.1\r\nHost: " + host() + "\r\n\r\n";
        String response = raw("POST /t/" + token + "/api/listeners HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: " + smuggled.length()
                + "\r\n\r\n" + smuggled + "GET /t/" + token + "/api/study HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n");
        assertEquals(403, status(response));
        assertTrue(response.contains("kinds of music") && !response.contains("RIFF"), response);
    }

    @Test
    void bodiesAreSmallAndJson() throws Exception {
        String large = LISTENER.replace("\"en\"", "\"" + "e".repeat(20_000) + "\"");
        assertEquals(413, client.post("api/listeners", large).statusCode());
        String head = "POST /t/" + token + "/api/listeners HTTP/1.1\r\nHost: " + host() + "\r\nOrigin: http://" + host()
                + "\r\nContent-Type: application/json\r\n";
        String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        assertEquals(413, status(raw(head + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(8) + "0\r\n\r\n")), "in chunks");
        assertEquals(400, status(raw(head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n")), "both lengths");
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp",
                "application/json; charset=utf-16", "text/plain; application/json")) {
            HttpResponse<byte[]> response = client.post("api/listeners", LISTENER, Map.of("Origin", client.origin(), "Content-Type", type));
            assertEquals(415, response.statusCode(), type);
        }
        assertEquals(415, client.post("api/listeners", LISTENER, Map.of("Origin", client.origin())).statusCode());
        assertEquals(200, client.post("api/listeners", LISTENER, Map.of("Origin", client.origin(), "Content-Type",
                "application/json; charset=UTF-8")).statusCode());
        for (String deep : List.of("[".repeat(8000), "{\"a\":".repeat(2500), "{\"years\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
                "{\"" + "a".repeat(10_000) + "\":1}", "{\"years\":" + "9".repeat(10_000) + "}")) {
            assertEquals(400, client.post("api/listeners", deep).statusCode());
        }
    }

    @Test
    void headersHaveALimit() throws Exception {
        String response = raw("GET /t/" + token + "/api/study HTTP/1.1\r\nHost: " + host() + "\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertEquals(431, status(response));
    }

    @Test
    void theAddressWithoutItsSlashLeadsToThePage() throws Exception {
        HttpResponse<byte[]> response = client.get(URI.create("/t/" + token).toString());
        assertEquals(308, response.statusCode());
        assertEquals(token + "/", response.headers().firstValue("Location").orElseThrow());
    }
}
