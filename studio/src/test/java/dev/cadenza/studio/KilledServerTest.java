package dev.cadenza.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.app.StudyHost.ServeListener;
import dev.cadenza.app.StudyHost.ServeSettings;
import dev.cadenza.evaluate.study.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KilledServerTest {

    private static final int BEFORE_THE_END = 40;

    @TempDir
    Path root;

    /// A process of its own that serves until it is killed.
    static final class Victim {

        private Victim() {
        }

        public static void main(String[] args) {
            new LocalStudyHost().serve(Path.of(args[0]), new ServeSettings("127.0.0.1", 0), new ServeListener() {
                @Override
                public void open(URI address) {
                    System.out.println(address);
                }

                @Override
                public void began(int listeners) {
                    // Not needed here.
                }

                @Override
                public void finished(int listeners) {
                    // Not needed here.
                }
            });
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesTheServer() throws Exception {
        StudyFixture.make(root);
        Set<String> acknowledged = new ConcurrentSkipListSet<>();
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Victim.class.getName(), root.toString())).redirectErrorStream(true).start();
        URI address;
        try (BufferedReader out = process.inputReader()) {
            address = URI.create(out.readLine());
            CountDownLatch enough = new CountDownLatch(BEFORE_THE_END);
            List<Thread> listeners = List.of(listening(address, acknowledged, enough), listening(address, acknowledged, enough),
                    listening(address, acknowledged, enough));
            assertTrue(enough.await(30, TimeUnit.SECONDS), "the server did not take answers");
            process.destroyForcibly();
            for (Thread listener : listeners) {
                listener.join(10_000);
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(128 + 9, process.exitValue(), "killed by SIGKILL");

        // Neither a reader nor the next server needs anything to be put in order first.
        Set<String> read = kept();
        assertTrue(read.containsAll(acknowledged), "lost: " + acknowledged.stream().filter(one -> !read.contains(one)).toList());
        assertTrue(read.size() <= acknowledged.size() + 3, "one of each listener may have been on its way");
        try (Served again = new Served(root); Client client = new Client(again.address())) {
            assertEquals(address.getPath(), again.address().getPath(), "the same token");
            assertEquals(read, kept());
            for (String one : acknowledged) {
                String[] parts = one.split(" ");
                assertTrue(Client.json(client.get("api/listeners/" + parts[0])).path("answered").valueStream()
                        .anyMatch(trial -> trial.asInt() == Integer.parseInt(parts[1])), one);
            }
        }
        assertEquals(read, kept());
    }

    private Set<String> kept() {
        List<Answer> answers = new LocalStudyHost().answers(root).answers();
        Set<String> names = answers.stream().map(answer -> answer.listener() + " " + answer.trial().id())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(answers.size(), names.size(), "nothing twice");
        return names;
    }

    /// Somebody after somebody else, answering as fast as they can until nobody is there any more.
    private static Thread listening(URI address, Set<String> acknowledged, CountDownLatch enough) {
        return Thread.ofPlatform().start(() -> {
            try (Client client = new Client(address)) {
                while (true) {
                    JsonNode listener = client.begin();
                    String id = listener.path("listener").asString();
                    for (JsonNode trial : listener.path("trials")) {
                        if (client.post("api/listeners/" + id + "/answers", Client.answer(trial, "left")).statusCode() == 204) {
                            acknowledged.add(id + " " + trial.path("id").asInt());
                            enough.countDown();
                        }
                    }
                }
            } catch (IOException e) {
                // The server is gone, as it should be.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
