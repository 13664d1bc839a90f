package dev.cadenza.score.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Score;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever signs stand where, the outcome is the stretches of the order, one behind the other.
class PlaythroughProperties {

    @Property
    void lengthsAddUp(@ForAll("forms") String form) {
        Score score = Form.score("a " + form + " b");
        List<Stretch> order;
        try {
            order = PlayOrder.of(score);
        } catch (RequestException e) {
            assertEquals("REPEATS_TOO_LONG", e.code());
            return;
        }
        Score played = Playthrough.of(score);
        assertTrue(played.repeats().isEmpty());
        assertEquals(order.stream().mapToLong(Stretch::length).sum(), played.end());
        // No bar is lost or cut: as many notes as bars, each as long as one.
        assertEquals(played.end() / Form.BAR, played.parts().getFirst().notes().size());
        assertTrue(played.parts().getFirst().notes().stream().allMatch(note -> note.duration() == Form.BAR));
        assertEquals(played, Playthrough.of(played));
    }

    @Property
    void allWithoutSignsIsTheSame(@ForAll("letters") String form) {
        Score score = Form.score(form);
        assertEquals(score, Playthrough.of(score));
        assertEquals(score, Joining.of(score, List.of(new Stretch(0, score.end(), 1)), false));
        long middle = Form.BAR;
        assertEquals(score, Joining.of(score, List.of(new Stretch(0, middle, 1), new Stretch(middle, score.end(), 1)), true));
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of("a", "b", "c", "|:", ":|", ":|3", "[1", "[2", "[12", "]", "S", "O", ">O", "F", "DC", "DS")
                .list().ofMinSize(1).ofMaxSize(30).map(list -> String.join(" ", list));
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of("a", "b", "c").list().ofMinSize(2).ofMaxSize(20).map(list -> String.join(" ", list));
    }
}
