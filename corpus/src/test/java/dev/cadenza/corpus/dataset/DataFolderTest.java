package dev.cadenza.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.dataset.DataSet.Archive;
import dev.cadenza.corpus.dataset.FileServer.Manner;
import dev.cadenza.corpus.dataset.Manifest.Line;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.CadenzaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final long ROOM = 1_000_000;
    private static final Map<String, byte[]> FILES = new TreeMap<>(Map.of("repo-1/Jsb16thSeparated.json", noise(200_000, 1),
            "repo-1/jsb-chorales-8th.json", "{}".getBytes(StandardCharsets.UTF_8), "repo-1/README.md", noise(10, 2),
            "repo-1/other/unknown.json", noise(10, 3)));

    @TempDir
    private Path folder;

    private static byte[] noise(int bytes, int seed) {
        byte[] noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    private static byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0L);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private Manifest manifest() throws IOException {
        return new Manifest(List.of(line("Jsb16thSeparated.json"), line("jsb-chorales-8th.json")));
    }

    private Line line(String path) throws IOException {
        Path file = Files.write(folder.resolve("hashed"), FILES.get("repo-1/" + path));
        return new Line(Hashes.of(file), path);
    }

    private static DataSet set(URI address, Manifest manifest, String sha256, long most) {
        return new DataSet("jsb:8th", "Chorales", "some", "nowhere", "none", "It is ours.",
                new Archive(address, "1", 0, 200_000, most, sha256, manifest), new JsbLayout());
    }

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"), Duration.ofSeconds(20));
    }

    private CadenzaException refused(DataSet set) {
        return assertThrows(CadenzaException.class, () -> data().fetch(set, FetchListener.NONE));
    }

    private List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }

    @Test
    void keepsWhatIsCheckedAndFetchesItOnce() throws IOException {
        for (Manner manner : List.of(Manner.WELL, Manner.STATES_NO_LENGTH, Manner.REDIRECTS)) {
            try (FileServer server = new FileServer(archive(), manner)) {
                DataSet set = set(server.address(), manifest(), "", ROOM);
                DataFolder data = new DataFolder(folder.resolve("data-" + manner), Duration.ofSeconds(20));
                assertFalse(data.has(set));
                Path home = data.fetch(set, FetchListener.NONE);
                assertEquals(data.folder().resolve("jsb").resolve("1"), home);
                assertEquals(List.of("jsb/1/Jsb16thSeparated.json", "jsb/1/README.md", "jsb/1/jsb-chorales-8th.json"),
                        files(data.folder()), "no archive, no file that nobody vouches for");
                assertEquals(home, data.fetch(set, FetchListener.NONE));
                assertEquals(1, server.asked().size(), manner + ": the second time it is there");
            }
        }
    }

    @Test
    void aFileThatIsNotWhatItMustBeIsNamedAndNothingKept() throws IOException {
        Manifest wrong = new Manifest(List.of(line("Jsb16thSeparated.json"), new Line("0".repeat(64), "jsb-chorales-8th.json")));
        try (FileServer server = new FileServer(archive(), Manner.WELL)) {
            CadenzaException refused = refused(set(server.address(), wrong, "", ROOM));
            assertEquals("HASH_DIFFERS", refused.code());
            assertTrue(refused.getMessage().contains("the SHA-256 of jsb-chorales-8th.json should be " + "0".repeat(64) + " and is "
                    + line("jsb-chorales-8th.json").sha256()), refused.getMessage());
            assertEquals(List.of(), files(data().folder()));
        }
    }

    @Test
    void archivesWithoutManifestAreCheckedAsAWhole() throws IOException {
        Path file = Files.write(folder.resolve("archive"), archive());
        try (FileServer server = new FileServer(archive(), Manner.WELL)) {
            assertEquals("HASH_DIFFERS", refused(set(server.address(), Manifest.NONE, "1".repeat(64), ROOM)).code());
            data().fetch(set(server.address(), Manifest.NONE, Hashes.of(file), ROOM), FetchListener.NONE);
            assertEquals(4, files(data().folder()).size(), "all of it is kept");
        }
    }

    @Test
    void whatCameBeforeTheBreakIsGoneOnFrom() throws IOException {
        byte[] archive = archive();
        for (Manner later : List.of(Manner.WELL, Manner.IGNORES_RANGES)) {
            try (FileServer server = new FileServer(archive, Manner.BREAKS_OFF)) {
                DataFolder data = new DataFolder(folder.resolve("data-" + later), Duration.ofSeconds(20));
                DataSet set = set(server.address(), manifest(), "", ROOM);
                CadenzaException broken = assertThrows(CadenzaException.class, () -> data.fetch(set, FetchListener.NONE));
                assertEquals("DOWNLOAD_BROKEN", broken.code());
                byte[] part = Files.readAllBytes(data.folder().resolve("jsb/1.part"));
                assertEquals(archive.length / 2, part.length);
                server.behave(later);
                data.fetch(set, FetchListener.NONE);
                assertEquals(List.of("", "bytes=" + part.length + "-"), server.asked());
                assertArrayEquals(FILES.get("repo-1/Jsb16thSeparated.json"), Files.readAllBytes(data.of(set).resolve("Jsb16thSeparated.json")));
            }
        }
    }

    @Test
    void anArchiveThatIsThereAlreadyIsNotFetchedAgain() throws IOException {
        try (FileServer server = new FileServer(archive(), Manner.WELL)) {
            Files.createDirectories(data().folder().resolve("jsb"));
            Files.write(data().folder().resolve("jsb/1.part"), archive());
            data().fetch(set(server.address(), manifest(), "", ROOM), FetchListener.NONE);
            assertEquals(List.of("bytes=" + archive().length + "-", ""), server.asked(), "what is longer than the file begins anew");
        }
    }

    @Test
    void faultsOfServersAreToldApart() throws IOException {
        try (FileServer server = new FileServer(archive(), Manner.NOT_FOUND)) {
            DataSet set = set(server.address(), manifest(), "", ROOM);
            CadenzaException refused = refused(set);
            assertEquals("HTTP_STATUS", refused.code());
            assertTrue(refused.getMessage().startsWith(server.address() + ": the server answered 404"), refused.getMessage());
            server.behave(Manner.FALLS_SILENT);
            DataFolder hasty = new DataFolder(folder.resolve("hasty"), Duration.ofMillis(400));
            assertEquals("DOWNLOAD_STALLED", assertThrows(CadenzaException.class, () -> hasty.fetch(set, FetchListener.NONE)).code());
            server.behave(Manner.WELL);
            assertEquals("DOWNLOAD_TOO_LARGE", refused(set(server.address(), manifest(), "", 1000)).code());
            server.behave(Manner.STATES_NO_LENGTH);
            assertEquals("DOWNLOAD_TOO_LARGE", refused(set(server.address(), manifest(), "", 1000)).code());
        }
    }

    @Test
    void withoutANetworkThereIsAWayOut() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        URI address = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + closed + "/file");
        CadenzaException refused = refused(set(address, manifest(), "", ROOM));
        assertEquals("OFFLINE", refused.code());
        assertEquals(address + ": the server cannot be reached. Go online, or fetch the file elsewhere and name it with "
                + "--from FILE_OR_FOLDER.", refused.getMessage());
    }

    @Test
    void stoppingKeepsWhatHasCome() throws IOException {
        try (FileServer server = new FileServer(archive(), Manner.FALLS_SILENT)) {
            AtomicInteger told = new AtomicInteger();
            FetchListener impatient = new FetchListener() {
                @Override
                public void progress(String what, long done, long total) {
                    told.addAndGet(done > 0 ? 1 : 0);
                }

                @Override
                public boolean stopRequested() {
                    return told.get() > 0;
                }
            };
            DataSet set = set(server.address(), manifest(), "", ROOM);
            assertThrows(CancellationException.class, () -> data().fetch(set, impatient));
            assertEquals(List.of("jsb/1.part"), files(data().folder()));
        }
    }

    @Test
    void aKeptFileThatWasChangedIsNoticed() throws IOException {
        try (FileServer server = new FileServer(archive(), Manner.WELL)) {
            DataSet set = set(server.address(), manifest(), "", ROOM);
            Path home = data().fetch(set, FetchListener.NONE);
            Files.writeString(home.resolve("jsb-chorales-8th.json"), "{ }");
            CadenzaException refused = refused(set);
            assertEquals("HASH_DIFFERS", refused.code());
            assertTrue(refused.remedy().contains("Delete the folder " + home), refused.remedy());
        }
    }

    @Test
    void copiesFromElsewhereAreComparedAndMayDiffer() throws IOException {
        DataSet set = set(URI.create("http://localhost/"), manifest(), "", ROOM);
        Path copy = Files.createDirectories(folder.resolve("copy/inner"));
        for (String name : List.of("Jsb16thSeparated.json", "jsb-chorales-8th.json")) {
            Files.write(copy.resolve(name), FILES.get("repo-1/" + name));
        }
        assertEquals(List.of(), DataFolder.compare(set, folder.resolve("copy"), FetchListener.NONE));
        Files.writeString(copy.resolve("Jsb16thSeparated.json"), "{}");
        Files.delete(copy.resolve("jsb-chorales-8th.json"));
        assertEquals(List.of("This copy of Chorales is not the version that is known (1): of 2 files, 1 differ and 1 are missing."),
                DataFolder.compare(set, folder.resolve("copy"), FetchListener.NONE));
    }
}
