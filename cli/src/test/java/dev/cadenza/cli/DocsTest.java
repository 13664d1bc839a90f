package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What pages tell a reader to type is what the command line understands, and what they point to is there. Nothing is executed.
class DocsTest {

    private static final List<Path> PAGES = Stream.concat(
            Stream.of("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "starter/README.md")
                    .map(Checkout.root()::resolve),
            Checkout.below(Checkout.root().resolve("docs")).stream().filter(file -> file.toString().endsWith(".md"))).toList();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```[^\\n]*\\n(.*?)^ *```");
    /// A link or a picture; the address ends before a title.
    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)[^)]*\\)|(?m)^\\[[^\\]]+\\]:\\s*(\\S+)|(?:src|href)=\"([^\"]+)\"");

    private static CommandLine line() {
        return new Cli(new Terminal(System.out, System.err, false, false, Captured.HOME, List.of()), new Interruption()).commandLine();
    }

    /// The commands of a page or of a help text, each without the name of the program.
    private static List<List<String>> commands(String text) {
        return text.replace("\\\n", " ").lines().map(one -> one.strip().replaceFirst("^\\$ ", ""))
                .filter(one -> one.matches("(\\./)?cadenza\\s.*"))
                .map(ShellWords::of).map(words -> words.subList(1, words.size())).toList();
    }

    private static List<List<String>> commandsOf(Path page) {
        List<List<String>> all = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Checkout.text(page));
        while (blocks.find()) {
            all.addAll(commands(blocks.group(1)));
        }
        return all;
    }

    private static void parses(List<String> words, Object where) {
        try {
            line().parseArgs(words.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new AssertionError(where + ": cadenza " + String.join(" ", words) + ": " + e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void commandsInPagesAreUnderstood(Path page) {
        commandsOf(page).forEach(words -> parses(words, page));
    }

    @Test
    void thePagesForReadersHoldCommands() {
        for (String page : List.of("README.md", "README.zh-CN.md", "docs/tutorial/harmonize-a-melody.md", "docs/tutorial/own-music.md",
                "docs/tutorial/a-game-band.md", "docs/tutorial/melodies-between.md", "docs/how-to/evaluate.md", "docs/how-to/listening-study.md")) {
            assertTrue(!commandsOf(Checkout.root().resolve(page)).isEmpty(), "no command was found in " + page);
        }
        List<List<String>> read = commandsOf(Checkout.root().resolve("README.md"));
        List<List<String>> chinese = commandsOf(Checkout.root().resolve("README.zh-CN.md"));
        assertEquals(read, chinese, "both READMEs show the same commands");
    }

    static Stream<CommandLine> verbs() {
        return line().getSubcommands().values().stream().flatMap(verb -> Stream.concat(Stream.of(verb), verb.getSubcommands().values().stream()))
                .filter(verb -> !verb.getCommandName().equals("help"));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void examplesInTheHelpAreUnderstood(CommandLine verb) {
        commands(verb.getUsageMessage(CommandLine.Help.Ansi.OFF)).forEach(words -> parses(words, "help of " + verb.getCommandName()));
    }

    @Test
    void aWrongCommandWouldBeFound() {
        assertThrows(AssertionError.class, () -> parses(List.of("fill", "a.mid", "--voices", "alto"), "here"));
        assertThrows(AssertionError.class, () -> parses(List.of("harmonise", "a.mid"), "here"));
        assertThrows(AssertionError.class, () -> parses(List.of("compose", "--bars", "many"), "here"));
        assertEquals(List.of(List.of("fill", "a b.mid", "--chords", "I | IV V")),
                commands("  $ ./cadenza fill \"a b.mid\" \\\n    --chords 'I | IV V'   # a comment\ncadenzas\n"));
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void whatPagesPointToIsThere(Path page) {
        String text = Checkout.text(page);
        Matcher links = LINK.matcher(BLOCK.matcher(text).replaceAll("").replaceAll("`[^`\\n]*`", ""));
        while (links.find()) {
            String address = Stream.of(1, 2, 3).map(links::group).filter(one -> one != null).findFirst().orElseThrow();
            if (address.matches("(?i)[a-z][a-z+.-]*:.*")) {
                continue;
            }
            String[] halves = address.split("#", 2);
            Path target = halves[0].isEmpty() ? page : page.resolveSibling(halves[0]).normalize();
            assertTrue(Files.exists(target), page + " points to " + address + ", and there is no " + target);
            if (halves.length == 2 && target.toString().endsWith(".md")) {
                assertTrue(headings(target).contains(halves[1]), page + " points to " + address + ", and there is no such heading");
            }
        }
    }

    /// Names of the headings of a page, as its links write them.
    private static List<String> headings(Path page) {
        return Checkout.text(page).lines().filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("^#+ ", "").strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
