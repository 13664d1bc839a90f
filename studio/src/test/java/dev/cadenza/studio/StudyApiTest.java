package dev.cadenza.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.study.Answer;
import dev.cadenza.evaluate.study.Schedule;
import dev.cadenza.evaluate.study.StudyAnswers;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.evaluate.study.StudyJson;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StudyApiTest {

    private static final String KEY = "clip000000000010";

    @TempDir
    static Path root;
    static StudyFolder folder;
    static Served served;
    static Client client;

    @BeforeAll
    static void serve() throws Exception {
        folder = StudyFixture.make(root);
        served = new Served(root);
        client = new Client(served.address());
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        served.close();
    }

    private static String answers(JsonNode listener) {
        return "api/listeners/" + listener.path("listener").asString() + "/answers";
    }

    @Test
    void aStudySaysWhatItIs() throws Exception {
        JsonNode study = Client.json(client.get("api/study"));
        assertEquals("<b>Two</b> kinds of music", study.path("title").asString());
        assertEquals(Schedule.length(folder.design()), study.path("trials").asInt());
        assertEquals(Schedule.minutes(folder.design()), study.path("minutes").asInt());
        assertEquals(Set.of("title", "languages", "trials", "minutes"), new HashSet<>(study.propertyNames()));
    }

    @Test
    void aListenerGoesThroughAllTrials() throws Exception {
        JsonNode listener = client.begin();
        String id = listener.path("listener").asString();
        for (JsonNode trial : listener.path("trials")) {
            assertFalse(trial.has("correct") || trial.has("side"), "trials say what they should not: " + trial);
            assertEquals(204, client.post(answers(listener), Client.answer(trial, "left")).statusCode());
        }
        JsonNode again = Client.json(client.get("api/listeners/" + id));
        assertEquals(listener.path("trials"), again.path("trials"));
        assertEquals(IntStream.rangeClosed(1, listener.path("trials").size()).boxed().toList(),
                again.path("answered").valueStream().map(JsonNode::asInt).toList());
        assertTrue(served.events().stream().anyMatch(event -> event.startsWith("finished")));

        StudyAnswers kept = new LocalStudyHost().answers(root);
        int number = kept.listeners().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().number();
        List<Answer> own = kept.answers().stream().filter(answer -> answer.listener().equals(id)).toList();
        assertEquals(Schedule.of(folder.design(), number), own.stream().map(Answer::trial).toList());
        for (Answer answer : own) {
            assertEquals(12.5, answer.heardSeconds());
            if (answer instanceof Answer.OfRating rating) {
                assertEquals(List.of(1, 2, 3, 4, 7), List.copyOf(rating.ratings().values()));
            }
        }
        assertEquals(Schedule.of(folder.design(), number).stream().map(trial -> StudyJson.forListener(trial).toString()).toList(),
                listener.path("trials").valueStream().map(JsonNode::toString).toList());
    }

    @Test
    void theFirstAnswerStands() throws Exception {
        JsonNode listener = client.begin();
        JsonNode trial = listener.path("trials").valueStream().filter(one -> one.has("left")).findFirst().orElseThrow();
        assertEquals(204, client.post(answers(listener), Client.answer(trial, "left")).statusCode());
        assertEquals(204, client.post(answers(listener), Client.answer(trial, "left")).statusCode());
        HttpResponse<byte[]> other = client.post(answers(listener), Client.answer(trial, "right"));
        assertEquals(409, other.statusCode());
        assertEquals("ANSWERED_BEFORE", Client.code(other));
        assertEquals(1, Client.json(client.get("api/listeners/" + listener.path("listener").asString())).path("answered").size());
    }

    @Test
    void aHundredAtOnceAreAllKeptOnce() throws Exception {
        int before = new LocalStudyHost().answers(root).answers().size();
        List<JsonNode> listeners = List.of(client.begin(), client.begin(), client.begin(), client.begin());
        int trials = listeners.getFirst().path("trials").size();
        List<Callable<Integer>> posts = IntStream.range(0, 100).<Callable<Integer>>mapToObj(i -> () -> {
            JsonNode listener = listeners.get(i % 4);
            return client.post(answers(listener), Client.answer(listener.path("trials").get(i / 4 % trials), "right")).statusCode();
        }).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(posts)) {
                assertEquals(204, status.get());
            }
        }
        assertEquals(4 * Math.min(25, trials), new LocalStudyHost().answers(root).answers().size() - before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "{", "{}", "{\"years\":3}", "{\"years\":3,\"years\":3,\"plays\":true,\"level\":2,\"language\":\"en\"}",
        "{\"years\":3.5,\"plays\":true,\"level\":2,\"language\":\"en\"}", "{\"years\":-1,\"plays\":true,\"level\":2,\"language\":\"en\"}",
        "{\"years\":99999999999999999999,\"plays\":true,\"level\":2,\"language\":\"en\"}",
        "{\"years\":\"3\",\"plays\":true,\"level\":2,\"language\":\"en\"}", "{\"years\":3,\"plays\":1,\"level\":2,\"language\":\"en\"}",
        "{\"years\":3,\"plays\":true,\"level\":6,\"language\":\"en\"}", "{\"years\":3,\"plays\":true,\"level\":2,\"language\":\"xx\"}",
        "{\"years\":3,\"plays\":true,\"level\":2,\"language\":\"en\",\"admin\":true}",
        "{\"years\":3,\"plays\":true,\"level\":2,\"language\":\"en\"} {}", "{\"years\":[[[[[[1]]]]]],\"plays\":true,\"level\":2,\"language\":\"en\"}"})
    void senselessListenersAreRefused(String body) throws Exception {
        HttpResponse<byte[]> response = client.post("api/listeners", body);
        assertEquals(400, response.statusCode(), body);
        JsonNode told = Client.json(response);
        assertEquals(Set.of("code", "cause", "remedy"), new HashSet<>(told.propertyNames()));
        assertTrue(told.path("cause").asString().endsWith("."));
        assertTrue(told.path("remedy").asString().endsWith("."));
    }

    @Test
    void senselessAnswersAreRefused() throws Exception {
        JsonNode listener = client.begin();
        JsonNode pair = listener.path("trials").valueStream().filter(one -> one.has("left")).findFirst().orElseThrow();
        JsonNode rating = listener.path("trials").valueStream().filter(one -> one.has("clip")).findFirst().orElseThrow();
        String good = Client.answer(rating, "");
        for (String body : List.of(Client.answer(pair, "middle"), Client.answer(pair, "left").replace("12.5", "-1"),
                Client.answer(pair, "left").replace("12.5", "1e99"), Client.answer(pair, "left").replace("\"trial\":", "\"trial\":100"),
                Client.answer(pair, "left").replaceAll("\"trial\":\\d+", "\"trial\":0"), good.replace(":7", ":8"), good.replace(":7", ":0"),
                good.replace("\"expression\":7", "\"sound\":7"), good.replace(",\"expression\":7", ""),
                good.replace("\"expression\":7", "\"expression\":7,\"sound\":1"),
                good.replaceAll("\"ratings\":.*", "\"choice\":\"left\"}"))) {
            assertEquals(400, client.post(answers(listener), body).statusCode(), body);
        }
        assertEquals(204, client.post(answers(listener), good).statusCode());
        assertEquals(404, client.post("api/listeners/AAAAAAAAAAAAAAAAAAAAAAAA/answers", good).statusCode());
        assertEquals("NO_LISTENER", Client.code(client.get("api/listeners/nobody")));
    }

    @Test
    void clipsComeWholeAndInParts() throws Exception {
        byte[] bytes = StudyFixture.bytes(KEY);
        HttpResponse<byte[]> whole = client.get("clips/" + KEY + ".wav");
        assertEquals(200, whole.statusCode());
        assertArrayEquals(bytes, whole.body());
        assertEquals("audio/wav", whole.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("bytes", whole.headers().firstValue("Accept-Ranges").orElseThrow());
        assertTrue(whole.headers().firstValue("Content-Encoding").isEmpty());

        for (Map.Entry<String, int[]> range : Map.of("bytes=0-0", new int[] {0, 1}, "bytes=99990-", new int[] {99_990, 100_000},
                "bytes=-10", new int[] {99_990, 100_000}, "bytes=5-70000", new int[] {5, 70_001},
                "bytes=99999-200000", new int[] {99_999, 100_000}).entrySet()) {
            HttpResponse<byte[]> part = client.get("clips/" + KEY + ".wav", Map.of("Range", range.getKey()));
            int from = range.getValue()[0];
            int to = range.getValue()[1];
            assertEquals(206, part.statusCode(), range.getKey());
            assertArrayEquals(Arrays.copyOfRange(bytes, from, to), part.body());
            assertEquals("bytes " + from + "-" + (to - 1) + "/100000", part.headers().firstValue("Content-Range").orElseThrow());
        }
        HttpResponse<byte[]> beyond = client.get("clips/" + KEY + ".wav", Map.of("Range", "bytes=100000-"));
        assertEquals(416, beyond.statusCode());
        assertEquals("bytes */100000", beyond.headers().firstValue("Content-Range").orElseThrow());
        for (String odd : List.of("bytes=0-1,5-6", "bytes=5-2", "bytes=-", "lines=1-2", "bytes=a-b", "bytes=99999999999999999999-")) {
            assertEquals(200, client.get("clips/" + KEY + ".wav", Map.of("Range", odd)).statusCode(), odd);
        }
    }

    @Test
    void headTellsTheLengthAlone() throws Exception {
        HttpResponse<byte[]> head = client.method("HEAD", "clips/" + KEY + ".wav");
        assertEquals(200, head.statusCode());
        assertEquals(StudyFixture.CLIP_BYTES, head.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertEquals(0, head.body().length);
        assertEquals(404, client.method("HEAD", "clips/clip000000000099.wav").statusCode());
    }

    @Test
    void aClipThatWasChangedIsNotPlayed() throws Exception {
        String key = "clip000000000013";
        Files.write(folder.clip(key), new byte[100]);
        assertEquals("CLIP_CHANGED", Client.code(client.get("clips/" + key + ".wav")));
    }

    @Test
    void listenersAreToldApart() throws Exception {
        assertNotEquals(client.begin().path("listener"), client.begin().path("listener"));
    }
}
