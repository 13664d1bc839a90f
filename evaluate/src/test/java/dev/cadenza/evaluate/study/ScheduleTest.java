package dev.cadenza.evaluate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static List<Trial.Pair> pairs(List<Trial> trials, Question question) {
        return trials.stream().filter(Trial.Pair.class::isInstance).map(Trial.Pair.class::cast)
                .filter(pair -> pair.question() == question).toList();
    }

    private static List<String> rated(List<Trial> trials) {
        return trials.stream().filter(Trial.Rating.class::isInstance).map(trial -> ((Trial.Rating) trial).clip()).toList();
    }

    @Property(tries = 60)
    void everyClipIsHeardEquallyOften(@ForAll @IntRange(min = 1, max = 25) int a, @ForAll @IntRange(min = 1, max = 25) int b,
            @ForAll @IntRange(min = 1, max = 40) int minutes, @ForAll long seed) {
        StudyDesign design = Studies.of(a, b, minutes, List.of(Question.values()), seed);
        Map<Question, Map<String, Integer>> heard = new HashMap<>();
        Map<String, Integer> ratings = new HashMap<>();
        Map<String, Clip> clips = design.byKey();
        for (int listener = 0; listener < 30; listener++) {
            List<Trial> trials = Schedule.of(design, listener);
            assertEquals(Schedule.length(design), trials.size());
            assertEquals(IntStream.rangeClosed(1, trials.size()).boxed().toList(), trials.stream().map(Trial::id).toList());
            for (Question question : Question.values()) {
                List<String> keys = new ArrayList<>();
                int left = 0;
                for (Trial.Pair pair : pairs(trials, question)) {
                    keys.add(pair.left());
                    keys.add(pair.right());
                    assertNotEquals(clips.get(pair.left()).side(), clips.get(pair.right()).side(), "one of each side");
                    left += clips.get(pair.left()).side() == Side.A ? 1 : 0;
                }
                assertEquals(keys.size(), new HashSet<>(keys).size(), "no clip twice in one question");
                assertTrue(Math.abs(2 * left - pairs(trials, question).size()) <= 1, "A is on the left half of the time");
                keys.forEach(key -> heard.computeIfAbsent(question, _ -> new HashMap<>()).merge(key, 1, Integer::sum));
            }
            Set<String> once = new HashSet<>(rated(trials));
            assertEquals(rated(trials).size(), once.size(), "no clip is rated twice");
            once.forEach(key -> ratings.merge(key, 1, Integer::sum));
        }
        heard.values().forEach(counts -> assertEven(design, counts));
        assertEven(design, ratings);
    }

    private static void assertEven(StudyDesign design, Map<String, Integer> counts) {
        for (Side side : List.of(Side.A, Side.B)) {
            List<Integer> times = design.of(side).stream().map(clip -> counts.getOrDefault(clip.key(), 0)).toList();
            // A listener across the border of two rounds skips one clip.
            assertTrue(Collections.max(times) - Collections.min(times) <= 2, side + ": " + times);
        }
    }

    @Test
    void isTheSameForTheSameListenerAndAnotherForTheNext() {
        assertEquals(Schedule.of(Studies.usual(), 3), Schedule.of(Studies.usual(), 3));
        assertNotEquals(Schedule.of(Studies.usual(), 3), Schedule.of(Studies.usual(), 4));
        assertNotEquals(Schedule.of(Studies.usual(), 3), Schedule.of(Studies.of(20, 20, 15, List.of(Question.values()), 8), 3));
    }

    @Test
    void keepsToTheTimeItIsGiven() {
        StudyDesign design = Studies.usual();
        assertTrue(Schedule.minutes(design) >= 13 && Schedule.minutes(design) <= 15, Schedule.minutes(design) + " minutes");
        assertTrue(Schedule.length(Studies.of(20, 20, 30, List.of(Question.values()), 7)) > Schedule.length(design));
        assertTrue(Schedule.minutes(Studies.of(2, 2, 60, List.of(Question.PREFER), 7)) < 10, "few clips are soon heard");
    }

    @Test
    void checksComeSpreadAndNeverFirst() {
        StudyDesign design = Studies.usual();
        int left = 0;
        for (int listener = 0; listener < 40; listener++) {
            List<Trial> trials = Schedule.of(design, listener);
            List<Integer> places = IntStream.range(0, trials.size()).filter(i -> trials.get(i) instanceof Trial.Check).boxed().toList();
            assertEquals(2, places.size());
            assertTrue(places.getFirst() > 0 && places.getLast() - places.getFirst() > 1, places.toString());
            for (int place : places) {
                Trial.Check check = (Trial.Check) trials.get(place);
                boolean correct = design.checks().stream().anyMatch(one -> one.random().equals(
                        check.correct() == Choice.LEFT ? check.left() : check.right()));
                assertTrue(correct);
                left += check.correct() == Choice.LEFT ? 1 : 0;
            }
        }
        assertTrue(left > 20 && left < 60, "sides are mixed: " + left + " of 80");
    }

    @Test
    void asksInBlocksWhoseOrderChanges() {
        Set<String> orders = new HashSet<>();
        for (int listener = 0; listener < 40; listener++) {
            List<String> kinds = Schedule.of(Studies.usual(), listener).stream().filter(trial -> !(trial instanceof Trial.Check))
                    .map(trial -> trial instanceof Trial.Pair pair ? pair.question().code() : "rating").toList();
            List<String> blocks = IntStream.range(0, kinds.size()).filter(i -> i == 0 || !kinds.get(i).equals(kinds.get(i - 1)))
                    .mapToObj(kinds::get).toList();
            assertEquals(3, blocks.size(), "each block is of one piece");
            orders.add(String.join(" ", blocks));
        }
        assertEquals(6, orders.size());
    }
}
