package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The upper voices keep together.
class SpacingTest {

    private static int symbol(int pitch) {
        return pitch - SatbTokenizer.SIXTEENTHS.lowest() + VoiceGrid.FIRST_PITCH;
    }

    /// A chord of C; at the third step the soprano rises from C5 to D5.
    private static GridDraft draft() {
        int[] symbols = {symbol(72), symbol(60), symbol(55), symbol(40), VoiceGrid.HOLD, VoiceGrid.HOLD, VoiceGrid.HOLD, VoiceGrid.HOLD,
            symbol(74), VoiceGrid.HOLD, VoiceGrid.HOLD, VoiceGrid.HOLD};
        return new GridDraft(SatbTokenizer.SIXTEENTHS, new VoiceGrid(4, symbols, new int[SatbTokenizer.SIXTEENTHS.contextRows().size()][3]));
    }

    @ParameterizedTest
    @CsvSource({"1, 60, 2, true", "1, 59, 2, false", "1, 60, 3, false", "1, 62, 3, true", "2, 48, 2, true", "2, 47, 2, false",
        "0, 73, 2, false", "3, 20, 3, true"})
    void noMoreThanAnOctaveApart(int voice, int pitch, int end, boolean allowed) {
        assertEquals(allowed, new GridRule.Spacing().allows(draft(), 0, voice, symbol(pitch), pitch, end));
    }
}
