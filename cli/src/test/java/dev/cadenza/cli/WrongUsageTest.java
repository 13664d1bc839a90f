package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUsageTest {

    /// Each exits with 2, prints nothing to standard output, and names the flag (the second word) in one or two lines.
    @ParameterizedTest
    @ValueSource(strings = {"compose --bars 0", "compose --bars many", "compose --tempo 5", "compose --key H", "compose --meter 4",
        "compose --instruments kazoo", "compose --takes 0", "compose --temperature 11", "compose --top-k -1", "compose --top-p 2",
        "compose --min-p 1", "compose --to mp3", "compose --steps 10", "compose --model no-such-model", "compose --style polka",
        "compose --style melody --model x", "compose --seed x", "compose --from-window --steps 0", "continue", "accompany", "accompany x --key H", "accompany x --takes 0", "harmonize", "harmonize x --takes 0", "harmonize x --voice", "fill", "fill x --bars", "fill x --key H",
        "interpolate x", "interpolate x y --steps 65", "vary", "vary x --amount -1", "vary x --takes 0", "vary x --more beauty", "render", "play",
        "train", "train x --out y --epochs 0", "train x --out y --threads 0", "train x --out y --checkpoint-every -1",
        "train x --epochs 1", "info --vocabulary no-such", "info --vocabulary remi --steps 7", "info --vocabulary remi --steps 0",
        "info --vocabulary remi+mystery", "info --vocabulary tracks", "info song.mid --vocabulary remi", "info song.mid --steps 4",
        "study new --b y", "study new --a x --b y --clips 1", "study new --a x --b y --seconds 2", "study new --a x --b y --question why",
        "study new --a x --b y --scales taste", "study new --a x --b y --question none --scales none", "study serve",
        "study serve x --port 65536", "study report", "study report x --rehearse 0"})
    void isOneSentenceAndExitTwo(String arguments) {
        Captured run = Captured.run(arguments.split(" "));
        assertEquals(ExitCode.USAGE, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("cadenza: ") && run.err().lines().count() <= 2, run.err());
        assertTrue(!run.err().contains("Exception"), run.err());
    }
}
