package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import org.junit.jupiter.api.Test;

class KeyGuessTest {

    @Test
    void aTuneIsHeardInEveryKey() {
        int[] tune = {0, 0, 7, 7, 9, 9, 7, 5, 5, 4, 4, 2, 2, 0};
        int[] minor = {0, 2, 3, 5, 7, 8, 11, 0, 7, 3, 0};
        for (KeySignature key : KeyGuess.keys()) {
            double[] weights = new double[12];
            for (int degree : key.mode() == Mode.MAJOR ? tune : minor) {
                weights[(degree + key.tonic()) % 12]++;
            }
            assertEquals(key, KeyGuess.of(weights));
        }
    }
}
