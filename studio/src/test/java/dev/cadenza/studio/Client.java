package dev.cadenza.studio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A listener's browser, as far as the server can tell.
public final class Client implements AutoCloseable {

    static {
        // A client of ours may say what it likes; a browser's page may not.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    public Client(URI base) {
        this.base = base;
    }

    /// The origin of the page.
    public String origin() {
        return "http://" + base.getAuthority();
    }

    public HttpResponse<byte[]> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET(), headers);
    }

    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return get(path, Map.of());
    }

    public HttpResponse<byte[]> method(String method, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody()), Map.of());
    }

    /// As the page posts.
    public HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, Map.of("Origin", origin(), "Content-Type", "application/json"));
    }

    public HttpResponse<byte[]> post(String path, String body, Map<String, String> headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, Map<String, String> headers) throws IOException, InterruptedException {
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    public static String code(HttpResponse<byte[]> response) {
        return json(response).path("code").asString("");
    }

    /// Begins as a new listener.
    public JsonNode begin() throws IOException, InterruptedException {
        return json(post("api/listeners", "{\"years\":3,\"plays\":true,\"level\":2,\"language\":\"en\"}"));
    }

    /// A right answer to a trial as it was sent.
    public static String answer(JsonNode trial, String choice) {
        String head = "{\"trial\":" + trial.path("id").asInt() + ",\"heardSeconds\":12.5,";
        return head + (trial.path("kind").asString().equals("rating")
                ? "\"ratings\":{\"structure\":1,\"harmony\":2,\"melody\":3,\"rhythm\":4,\"expression\":7}}" : "\"choice\":\"" + choice + "\"}");
    }

    @Override
    public void close() {
        http.close();
    }
}
