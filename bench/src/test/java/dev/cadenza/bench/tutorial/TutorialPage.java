package dev.cadenza.bench.tutorial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of documentation with commands in it.
///
/// @param commands lines of the blocks marked `sh`, in their order, without comments
/// @param others lines of the blocks marked `console`, which need a network or a program that is not ours
/// @param promised files that the page sets in backticks and that its commands make
record TutorialPage(List<String> commands, List<String> others, Set<String> promised) {

    private static final Pattern PROMISE = Pattern.compile("`((?:corpus|music|my-[\\w-]+)/[\\w./-]*\\w)`");

    static TutorialPage read(Path file) throws IOException {
        List<String> commands = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Set<String> promised = new TreeSet<>();
        String fence = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("```")) {
                fence = fence.isEmpty() ? line : "";
            } else if (fence.equals("```sh")) {
                add(line, commands);
            } else if (fence.equals("```console")) {
                add(line, others);
            } else if (fence.isEmpty()) {
                PROMISE.matcher(line).results().map(found -> found.group(1)).forEach(promised::add);
            }
        }
        return new TutorialPage(List.copyOf(commands), List.copyOf(others), promised);
    }

    private static void add(String line, List<String> lines) {
        String command = line.replaceFirst("\\s+# .*", "").strip();
        if (!command.isEmpty() && !command.startsWith("#")) {
            lines.add(command);
        }
    }

    /// The same command at toy size: one epoch, and music of the model after it.
    static String atToySize(String command) {
        if (!command.startsWith("./cadenza train ")) {
            return command;
        }
        return with(with(command, "--epochs"), "--samples-every");
    }

    private static String with(String command, String flag) {
        Matcher found = Pattern.compile(flag + " \\d+").matcher(command);
        return found.find() ? found.replaceAll((MatchResult number) -> flag + " 1") : command + " " + flag + " 1";
    }

    /// The name that a promised file has at toy size: samples are those of the only epoch.
    static String nameAtToySize(String file) {
        return file.replaceAll("epoch-\\d+", "epoch-001");
    }
}
