package dev.cadenza.studio.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of the page, read once from beside the classes. What is not among them cannot be asked for, whatever a path says.
public final class PageFiles {

    /// The file that an address ending in a slash stands for.
    static final String START = "index.html";

    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"), Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"), Map.entry("ico", "image/x-icon"),
            Map.entry("json", "application/json"), Map.entry("txt", "text/plain;charset=utf-8"));

    private static final Reply.Page MISSING = new Reply.Page(404, TYPES.get("txt"), ("This build of Cadenza has no page: Node was missing "
            + "when it was built. Install Node 20 or later and build again.\n").getBytes(StandardCharsets.UTF_8));

    private final Map<String, Reply.Page> files;

    private PageFiles(Map<String, Reply.Page> files) {
        this.files = files;
    }

    /// The files below `page/` beside a class; none where the page was not built.
    public static PageFiles beside(Class<?> type) {
        URL start = type.getResource("page/" + START);
        if (start == null) {
            return new PageFiles(Map.of());
        }
        try {
            URI address = start.toURI();
            if (!address.getScheme().equals("jar")) {
                return in(Path.of(address).getParent());
            }
            String inside = address.toString().substring(address.toString().indexOf("!/") + 1);
            Path jar = Path.of(URI.create(address.getRawSchemeSpecificPart().split("!/", 2)[0]));
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                return in(files.getPath(inside).getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PageFiles in(Path folder) throws IOException {
        Map<String, Reply.Page> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
                if (type != null) {
                    files.put(name, new Reply.Page(200, type, Files.readAllBytes(file)));
                }
            }
        }
        return new PageFiles(files);
    }

    /// Adds a route for each file, and one for the page itself.
    public Routes addTo(Routes routes) {
        Reply start = files.getOrDefault(START, MISSING);
        routes.get("", _ -> start);
        files.forEach((name, file) -> routes.get(name, _ -> file));
        return routes;
    }

    /// What can be asked for.
    List<String> names() {
        return List.copyOf(files.keySet());
    }
}
