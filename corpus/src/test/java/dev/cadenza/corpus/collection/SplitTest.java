package dev.cadenza.corpus.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.corpus.collection.Split.Unit;
import dev.cadenza.corpus.read.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Property(tries = 200)
    void clustersAreNeverTornAndSharesAreNotExceeded(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int pieces,
            @ForAll @IntRange(min = 1, max = 20) int clusters) {
        Random random = new Random(seed);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            units.add(new Unit("piece " + i, Share.OPEN, random.nextInt(clusters + 1)));
        }
        List<Share> shares = Split.of(units, seed, 0.2, 0.1);
        for (int cluster = 1; cluster <= clusters; cluster++) {
            Set<Share> sides = EnumSet.noneOf(Share.class);
            for (int i = 0; i < pieces; i++) {
                if (units.get(i).cluster() == cluster) {
                    sides.add(shares.get(i));
                }
            }
            assertEquals(true, sides.size() <= 1, sides.toString());
        }
        assertEquals(true, Collections.frequency(shares, Share.VALID) <= Math.max(1, Math.round(pieces * 0.2)));
        assertEquals(0, Collections.frequency(shares, Share.OPEN));
    }

    @Test
    void whatIsLikeAPublishedPieceGoesWithIt() {
        List<Share> shares = Split.of(List.of(new Unit("a", Share.TEST, 1), new Unit("b", Share.OPEN, 1), new Unit("c", Share.VALID, 2),
                new Unit("d", Share.TRAIN, 2), new Unit("e", Share.OPEN, 2), new Unit("f", Share.OPEN, 0)), 1, 0, 0);
        assertEquals(List.of(Share.TEST, Share.TEST, Share.VALID, Share.TRAIN, Share.TRAIN, Share.TRAIN), shares);
    }
}
