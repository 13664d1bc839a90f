package dev.cadenza.bench.corpus;

import dev.cadenza.corpus.collection.CorpusFacts;
import dev.cadenza.corpus.collection.ImportListener;
import dev.cadenza.corpus.collection.ImportRequest;
import dev.cadenza.corpus.collection.ImportSource;
import dev.cadenza.corpus.collection.Importer;
import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.corpus.read.FilesLayout;
import dev.cadenza.corpus.read.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Measures an import: files and megabytes a second, and the most memory that the process ever held (Linux only). Arguments:
/// the number of threads, a folder for the corpus, and folders of music, every file of which is read by itself.
final class ImportSpeed {

    private ImportSpeed() {
    }

    public static void main(String[] args) throws IOException {
        int threads = Integer.parseInt(args[0]);
        FilesLayout layout = new FilesLayout();
        List<Path> roots = Arrays.stream(args).skip(2).map(Path::of).toList();
        long files = 0;
        long bytes = 0;
        for (Path root : roots) {
            for (Item item : layout.items(root)) {
                files++;
                for (Path file : item.files()) {
                    bytes += Files.size(file);
                }
            }
        }
        List<ImportSource> sources = roots.stream().map(root -> new ImportSource(root, _ -> layout, "")).toList();
        long begin = System.nanoTime();
        Path folder = Importer.run(new ImportRequest(sources, "speed", Path.of(args[1]), 0.1, 0.1, 1, true, threads), ImportListener.NONE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        CorpusFacts facts = StoredCorpus.open(folder).facts();
        System.out.printf("%d threads, %d files, %.1f MB: %.1f s, %.0f files/s, %.2f MB/s; peak memory %s%n", threads, files, bytes / 1e6,
                seconds, files / seconds, bytes / 1e6 / seconds, peak());
        System.out.printf("kept %d (repaired %d), dropped %d %s; repairs %s; near %s%n", facts.counts().kept(), facts.counts().repaired(),
                facts.counts().dropped(), facts.dropped(), facts.repairs().stream().map(r -> r.code() + " " + r.pieces()).toList(),
                facts.near());
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceFirst("VmHWM:\\s*", "")).findFirst().orElse("unknown");
    }
}
