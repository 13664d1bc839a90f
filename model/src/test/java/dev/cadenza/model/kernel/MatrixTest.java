package dev.cadenza.model.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.model.checkpoint.Tensor;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 66})
    void productsAreWhatTheDefinitionSays(int columns) {
        Random random = new Random(columns);
        for (int rows : new int[] {1, 5, 64, 129}) {
            float[] data = random(random, rows * columns);
            float[] x = random(random, columns);
            for (Tensor tensor : new Tensor[] {Tensor.of(data, rows, columns), Tensor.of(data, rows, columns).halved()}) {
                Matrix matrix = Matrix.of(tensor);
                float[] y = random(random, rows);
                double[] expected = new double[rows];
                for (int i = 0; i < rows; i++) {
                    expected[i] = y[i];
                    for (int j = 0; j < columns; j++) {
                        expected[i] += (double) tensor.at(i * columns + j) * x[j];
                    }
                }
                matrix.addProduct(x, y);
                for (int i = 0; i < rows; i++) {
                    assertEquals(expected[i], y[i], 1e-4);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aColumnIsWhatAVectorWithASingleOneGives(boolean half) {
        Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        Matrix matrix = Matrix.of(half ? tensor.halved() : tensor);
        float[] y = {10, 20};
        matrix.addColumn(2, y);
        assertArrayEquals(new float[] {13, 26}, y);
        float[] entry = new float[3];
        Matrix.table(half ? tensor.halved() : tensor).addColumn(1, entry);
        assertArrayEquals(new float[] {4, 5, 6}, entry);
    }

    private static float[] random(Random random, int count) {
        float[] data = new float[count];
        for (int i = 0; i < count; i++) {
            data[i] = (float) random.nextGaussian();
        }
        return data;
    }
}
