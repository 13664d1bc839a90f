package dev.cadenza.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourceTest {

    @TempDir
    Path folder;

    /// The hash of `abc` is that of FIPS 180-2, appendix B.1; the other was made with `sha256sum a/b.mid c.mid | sha256sum`.
    @Test
    void hashesAreThoseOfSha256sum() throws IOException {
        Path first = Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("b.mid"), "abc");
        Path second = Files.writeString(folder.resolve("c.mid"), "");
        assertEquals(new DataSource("b.mid", "not stated",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3), DataSource.file(first, 3));
        DataSource files = DataSource.files(folder, new TreeMap<>(Map.of("c.mid", second, "a/b.mid", first)), 2);
        assertEquals("91a5ff198453dd35b6252e5a95e0cd5c178754111161231dee58403b200e990e", files.sha256());
        Files.writeString(second, "d");
        assertNotEquals(files, DataSource.files(folder, new TreeMap<>(Map.of("c.mid", second, "a/b.mid", first)), 2));
        Files.delete(second);
        assertThrows(InputException.class, () -> DataSource.file(second, 1));
    }
}
