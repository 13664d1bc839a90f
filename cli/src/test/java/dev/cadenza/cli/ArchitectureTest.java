package dev.cadenza.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house that a machine can check. Layers are checked on what this build has compiled; `train` and
/// `bench`, which the command line does not need, by their sources.
class ArchitectureTest {

    private static final int LONGEST_FILE = 600;

    @Test
    void nothingPointsUpward() {
        List<String> modules = Checkout.MODULES;
        JavaClasses classes = new ClassFileImporter().importPaths(modules.stream()
                .map(module -> Checkout.root().resolve(module).resolve("target/classes")).filter(Files::isDirectory).toList());
        for (int below = 0; below < modules.size() - 1; below++) {
            String[] above = modules.subList(below + 1, modules.size()).stream()
                    .map(module -> "dev.cadenza." + module + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("dev.cadenza." + modules.get(below) + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(above).allowEmptyShould(true).check(classes);
        }
        noClasses().that().resideInAnyPackage("dev.cadenza.render..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.cadenza.corpus..", "dev.cadenza.model..").check(classes);
        noClasses().that().resideInAnyPackage("dev.cadenza.evaluate..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.cadenza.model..", "dev.cadenza.render..").check(classes);
        noClasses().that().resideInAnyPackage("dev.cadenza.app..", "dev.cadenza.cli..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.cadenza.train..").check(classes);
    }

    /// Two faces of the same application. `studio` is checked by its sources: this build need not have compiled it.
    @Test
    void commandLineAndStudioNeverSeeEachOther() {
        for (Path file : Checkout.sources(".java")) {
            String module = Checkout.root().relativize(file).getName(0).toString();
            String other = Map.of("cli", "studio", "studio", "cli").getOrDefault(module, "");
            assertTrue(other.isEmpty() || !Checkout.text(file).matches("(?s).*\\bdev\\.cadenza\\." + other + "\\b.*"),
                    file + " mentions " + other);
        }
    }

    @Test
    void onlyTrainingSeesNativeLibraries() {
        for (Path file : Checkout.sources(".java")) {
            String module = Checkout.root().relativize(file).getName(0).toString();
            if (!Set.of("train", "bench").contains(module)) {
                assertTrue(!Checkout.text(file).matches("(?s).*\\bimport (static )?org\\.bytedeco\\b.*"), file.toString());
            }
        }
    }

    @Test
    void everyPackageLiesInItsModule() {
        Pattern declared = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
        for (Path file : Checkout.sources(".java")) {
            String module = Checkout.root().relativize(file).getName(0).toString();
            Matcher matcher = declared.matcher(Checkout.text(file));
            if (matcher.find()) {
                String name = matcher.group(1);
                assertTrue((name + ".").startsWith("dev.cadenza." + module + "."), file + " declares " + name);
            }
        }
    }

    @Test
    void filesStayShort() {
        for (Path file : Checkout.sources(".java")) {
            long lines = Checkout.text(file).lines().count();
            assertTrue(lines <= LONGEST_FILE, file + " has " + lines + " lines");
        }
    }

    @Test
    void theLauncherBuildsWhatTheCommandLineUses() {
        Matcher list = Pattern.compile("PLAY_MODULES=\"([^\"]*)\"").matcher(Checkout.text(Checkout.root().resolve("cadenza")));
        assertTrue(list.find());
        Set<String> needed = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of("cli"));
        while (!open.isEmpty()) {
            String module = open.removeLast();
            if (needed.add(module)) {
                Matcher uses = Pattern.compile("<artifactId>cadenza-(\\w+)</artifactId></dependency>")
                        .matcher(Checkout.text(Checkout.root().resolve(module).resolve("pom.xml")));
                uses.results().forEach(use -> open.add(use.group(1)));
            }
        }
        assertEquals(needed, new TreeSet<>(List.of(list.group(1).split(" "))));
    }

    /// ARCHITECTURE.md sets the names of types and files in backticks; those that look like ours must exist.
    @Test
    void namesInTheArchitectureExist() {
        Path document = Checkout.root().resolve("ARCHITECTURE.md");
        Set<String> types = new TreeSet<>();
        Checkout.sources(".java").forEach(file -> types.add(file.getFileName().toString().replace(".java", "")));
        for (String line : Checkout.text(document).replaceAll("(?s)```.*?```", "").lines().toList()) {
            Matcher names = Pattern.compile("`([^`]+)`").matcher(line);
            while (names.find()) {
                String name = names.group(1);
                if (name.matches("[A-Z][A-Za-z]+(\\.[A-Z][A-Za-z]+)*") && !name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
                    assertTrue(types.contains(Stream.of(name.split("\\.")).findFirst().orElseThrow()), "no type is named " + name);
                } else if (name.matches("[\\w.-]+(/[\\w.-]+)+/?")) {
                    assertTrue(Files.exists(Checkout.root().resolve(name)), "there is no " + name);
                }
            }
        }
    }
}
