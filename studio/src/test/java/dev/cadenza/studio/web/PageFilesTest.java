package dev.cadenza.studio.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {

    private static final Map<String, String> FILES = Map.of("page/index.html", "<html>", "page/assets/a-1.js", "a()",
            "page/assets/b.css", "b {}", "page/run.exe", "x", "beside.html", "x");

    @TempDir
    Path folder;

    /// What is served when a class and its page lie in `place`.
    private static PageFiles beside(Path place) throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
            return PageFiles.beside(loader.loadClass(Empty.class.getName()));
        }
    }

    private static Map<String, byte[]> files() throws IOException {
        String folder = Empty.class.getPackageName().replace('.', '/') + "/";
        Map<String, byte[]> files = new TreeMap<>();
        FILES.forEach((name, text) -> files.put(folder + name, text.getBytes(StandardCharsets.UTF_8)));
        try (var in = Empty.class.getResourceAsStream("Empty.class")) {
            files.put(folder + "Empty.class", in.readAllBytes());
        }
        return files;
    }

    private static void check(PageFiles page) {
        assertEquals(List.of("assets/a-1.js", "assets/b.css", "index.html"), page.names());
        Routes routes = page.addTo(new Routes());
        assertEquals("<html>", text(routes, ""));
        assertEquals("<html>", text(routes, "index.html"));
        assertEquals("a()", text(routes, "assets/a-1.js"));
        for (String other : List.of("beside.html", "run.exe", "Empty.class", "../beside.html", "assets/../index.html", "assets", "assets/")) {
            assertThrows(ApiFault.class, () -> routes.find("GET", other), other);
        }
    }

    private static String text(Routes routes, String path) {
        Reply reply = routes.find("GET", path).route().apply(new Call(Map.of(), _ -> Optional.empty(), () -> null));
        return new String(assertInstanceOf(Reply.Page.class, reply).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aFolder() throws Exception {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        check(beside(folder));
    }

    @Test
    void anArchiveWithALongName() throws Exception {
        Path jar = folder.resolve("a b!#%41.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                entries.putNextEntry(new JarEntry(file.getKey()));
                entries.write(file.getValue());
            }
        }
        check(beside(jar));
    }

    @Test
    void none() {
        PageFiles page = PageFiles.beside(Empty.class);
        assertEquals(List.of(), page.names());
        assertEquals(true, text(page.addTo(new Routes()), "").contains("Install Node"));
    }
}
