package dev.cadenza.bench.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every input that fuzzing ever found a fault with, and some of each format to start from, read again.
class RegressionInputsTest {

    private static final Path INPUTS = Path.of("src/test/resources/fuzz");

    @TestFactory
    Stream<DynamicTest> everyInputIsReadOrRefused() throws IOException {
        return inputs().stream().map(file -> DynamicTest.dynamicTest(INPUTS.relativize(file).toString(), () -> {
            Target target = Target.named(file.getParent().getFileName().toString());
            byte[] bytes = Files.readAllBytes(file);
            assertDoesNotThrow(() -> Fuzz.read(target, bytes));
        }));
    }

    @Test
    void everyFormatHasInputs() throws IOException {
        List<String> titles = inputs().stream().map(file -> file.getParent().getFileName().toString()).distinct().sorted().toList();
        assertEquals(Arrays.stream(Target.values()).map(Target::title).sorted().toList(), titles);
    }

    private static List<Path> inputs() throws IOException {
        try (Stream<Path> all = Files.walk(INPUTS)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
