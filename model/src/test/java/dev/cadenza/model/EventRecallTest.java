package dev.cadenza.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventRecallTest {

    @Property(tries = 200)
    void whatItRecallsStoodBehindTheSamePast(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int vocabulary) {
        Random random = new Random(seed);
        int[] tokens = new int[3000];
        EventRecall recall = new EventRecall();
        for (int i = 0; i < tokens.length; i++) {
            boolean again = i > 200 && i / 50 % 3 == 0;
            tokens[i] = again ? tokens[i - 150] : random.nextInt(vocabulary);
            recall.append(tokens[i]);
            int next = recall.next();
            if (next < 0) {
                assertEquals(-1, recall.token());
                continue;
            }
            assertTrue(next <= i, "only what has come can be recalled");
            assertEquals(tokens[next], recall.token());
            assertTrue(recall.length() >= 3);
            for (int back = 0; back < recall.length(); back++) {
                assertEquals(tokens[i - back], tokens[next - 1 - back], "token " + back + " before the end");
            }
        }
    }

    @Test
    void aRepeatedPassageIsRecalledToItsEnd() {
        Random random = new Random(4);
        int[] passage = random.ints(400, 0, 300).toArray();
        EventRecall recall = new EventRecall();
        for (int token : passage) {
            recall.append(token);
        }
        for (int i = 0; i < 5; i++) {
            recall.append(1000 + i);
        }
        int right = 0;
        for (int i = 0; i < passage.length; i++) {
            right += recall.token() == passage[i] ? 1 : 0;
            recall.append(passage[i]);
        }
        assertTrue(right >= passage.length - 3, right + " of " + passage.length + " foretold");
    }
}
