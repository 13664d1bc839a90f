package dev.cadenza.cli;

import dev.cadenza.app.Made;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// New pieces in words, and as JSON.
final class MadeText {

    private MadeText() {
    }

    /// Three lines: what was made, where it lies and, where something can be heard, how.
    static List<String> lines(Made made) {
        String key = made.key().isEmpty() ? "" : " in " + made.key();
        String parts = made.parts() == 1 ? "one part" : made.parts() + " parts";
        String listen = listen(made.files());
        List<String> lines = List.of(
                "Made " + made.bars() + (made.bars() == 1 ? " bar" : " bars") + key + " for " + parts + ", " + length(made.seconds())
                        + ", with the model " + made.model() + " (again: --seed " + made.seed() + ").",
                "Files: " + files(made.files()),
                "Listen: " + listen);
        return listen.isEmpty() ? lines.subList(0, 2) : lines;
    }

    /// The first file, and the endings of the others. The last is the record, which has one dot only; others may have two.
    private static String files(List<Path> files) {
        int name = files.getLast().toString().lastIndexOf('.');
        return files.getFirst() + files.stream().skip(1).map(file -> " " + file.toString().substring(name)).collect(Collectors.joining());
    }

    private static String listen(List<Path> files) {
        return ending(files, ".wav").map(wav -> "open " + wav + " with any player").orElse("")
                + ending(files, ".mid").map(mid -> (ending(files, ".wav").isPresent() ? ", or " : "") + "cadenza play " + mid).orElse("");
    }

    private static Optional<Path> ending(List<Path> files, String ending) {
        return files.stream().filter(file -> file.toString().endsWith(ending)).findFirst();
    }

    /// A length of music as players show it: `0:38`.
    static String length(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }

    /// One object for each piece.
    static ObjectNode json(List<Made> pieces) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode takes = node.putArray("takes");
        for (Made made : pieces) {
            ObjectNode take = takes.addObject();
            take.put("model", made.model()).put("seed", made.seed()).put("bars", made.bars()).put("parts", made.parts())
                    .put("notes", made.notes()).put("key", made.key().isEmpty() ? null : made.key()).put("seconds", made.seconds());
            ArrayNode files = take.putArray("files");
            made.files().forEach(file -> files.add(file.toString()));
            ArrayNode notices = take.putArray("notices");
            made.notices().forEach(notices::add);
        }
        return node;
    }
}
