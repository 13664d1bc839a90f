package dev.cadenza.model.deepbach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.model.Models;
import dev.cadenza.model.Toys;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import dev.cadenza.score.Score;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is drawn does not depend on who else is at work.
class DeepBachThreadsTest {

    private static final int PIECES = 8;

    private static Gibbs model(Reading reading) {
        return (Gibbs) Models.of(Toys.checkpoint(new ModelSpec.DeepBach(reading, 8, 8, 1, 8, 0), SatbTokenizer.SIXTEENTHS, 1, 0.25));
    }

    private static Score chorale(Gibbs model, int seed) {
        return Composer.compose(model, new GenerationRequest.Compose(2, Optional.empty(), OptionalDouble.empty(), Optional.empty(), List.of(),
                new Start.Nothing(), SamplerSettings.usual(), Constraints.none(), seed, 1), 1).getFirst().score();
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void logitsAreTheSameOnAnyNumberOfThreads(Reading reading) {
        int[] symbols = new int[4 * 24];
        Arrays.setAll(symbols, cell -> cell % 12 < 4 ? VoiceGrid.FIRST_PITCH + 20 - 5 * (cell % 4) : VoiceGrid.HOLD);
        VoiceGrid grid = new VoiceGrid(4, symbols, new int[SatbTokenizer.SIXTEENTHS.contextRows().size()][symbols.length / 4]);
        int[] cells = IntStream.range(0, symbols.length).toArray();
        Gibbs model = model(reading);
        assertArrayEquals(model.logits(grid, cells, 1), model.logits(grid, cells, 3));
    }

    /// Now and then this hung while both used the common pool: whoever waits for a piece held the workers that were to make it.
    @Test
    void piecesMadeInsideParallelTasksAreTheSame() {
        Gibbs model = model(Reading.NEIGHBOURS);
        List<Score> pieces = assertTimeoutPreemptively(Duration.ofSeconds(60),
                () -> IntStream.range(0, PIECES).parallel().mapToObj(seed -> chorale(model, seed)).toList());
        assertEquals(IntStream.range(0, PIECES).mapToObj(seed -> chorale(model, seed)).toList(), pieces);
    }
}
