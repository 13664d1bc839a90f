package dev.cadenza.evaluate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.Aspect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudyAnalysisTest {

    private static final StudyDesign DESIGN = Studies.usual();

    /// One who always finds the person, always prefers side B, rates A with 3 and B with 5, and fails or passes the checks.
    private static List<Answer> certain(Listener listener, boolean passes) {
        List<Answer> answers = new ArrayList<>();
        Map<String, Clip> clips = DESIGN.byKey();
        for (Trial trial : Schedule.of(DESIGN, listener.number())) {
            answers.add(switch (trial) {
                case Trial.Pair pair -> new Answer.OfPair(listener.id(), pair,
                        clips.get(pair.left()).side() == Side.B ? Choice.LEFT : Choice.RIGHT, 30);
                case Trial.Rating rating -> {
                    Map<Aspect, Integer> points = new EnumMap<>(Aspect.class);
                    rating.scales().forEach(scale -> points.put(scale, clips.get(rating.clip()).side() == Side.A ? 3 : 5));
                    yield new Answer.OfRating(listener.id(), rating, points, 15);
                }
                case Trial.Check check -> new Answer.OfCheck(listener.id(), check, passes ? check.correct() : check.correct().other(), 30);
            });
        }
        return answers;
    }

    private static StudyResult result(int trained, int novices, int inattentive) {
        List<Listener> listeners = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < trained + novices + inattentive; i++) {
            Skill skill = i < trained ? new Skill(10, true, 4) : new Skill(0, false, 1);
            Listener listener = new Listener(i, "listener " + i, skill);
            listeners.add(listener);
            answers.addAll(certain(listener, i < trained + novices));
        }
        listeners.add(new Listener(99, "came and went", new Skill(0, false, 1)));
        return StudyAnalysis.of(DESIGN, new StudyAnswers(listeners, answers));
    }

    @Test
    void countsWhatIsThere() {
        StudyResult result = result(6, 4, 2);
        assertEquals(12, result.listeners(), "one answered nothing");
        assertEquals(2, result.inattentive());
        GroupResult all = result.main().orElseThrow();
        assertEquals(10, all.listeners());
        assertEquals(all.toldApart().orElseThrow().answers(), all.toldApart().orElseThrow().hits());
        assertEquals(0, all.prefersA().orElseThrow().hits());
        assertTrue(all.strengths().orElseThrow().differences().getFirst().value() < -2);
        assertEquals(5, all.scales().size());
        for (ScaleDifference scale : all.scales()) {
            assertEquals(-2, scale.difference(), 1e-9);
            assertEquals(-1, scale.effect(), 1e-9);
            assertEquals(3, scale.meanA(), 1e-9);
            assertTrue(scale.significant() && scale.adjusted() >= scale.p());
        }
        assertEquals(List.of("all listeners", "novices", "trained musicians", "all listeners", "novices", "trained musicians"),
                result.groups().stream().map(StudyText::group).toList());
        assertEquals(List.of(10, 4, 6, 12, 6, 6), result.groups().stream().map(GroupResult::listeners).toList());
        assertEquals(Side.B, result.clips().getFirst().clip().side());
        assertEquals(Side.A, result.clips().getLast().clip().side());
    }

    @Test
    void isToldInWords() {
        String text = String.join(" ", StudyText.sentences(result(6, 4, 2)));
        assertTrue(text.contains("they seldom erred"), text);
        assertTrue(text.contains("corpus is preferred"), text);
        assertTrue(text.contains("takes is rated lower for structure (-2.0)"), text);
        assertTrue(text.contains("2 more took random notes for music"), text);
        assertEquals(List.of("Nobody has listened yet."), StudyText.sentences(StudyAnalysis.of(DESIGN, new StudyAnswers(List.of(), List.of()))));
        assertTrue(StudyText.sentences(result(0, 0, 1)).getFirst().contains("say nothing"));
        assertTrue(StudyText.sentences(result(1, 0, 0)).getLast().contains("So few"));
        Proportion guess = new Proportion(58, 100, 20, new Interval(0.51, 0.65), new Interval(0.48, 0.68), new Interval(0.5, 0.66));
        assertEquals("Listeners told them apart in 58 of 100 pairs (95 %: 51-65): slightly better than guessing.", StudyText.toldApart(guess));
    }

    @Test
    void aPageAndJsonHoldItWhateverTheListeners() {
        for (StudyResult result : List.of(result(6, 4, 2), result(1, 0, 0), result(0, 0, 1), result(0, 0, 0), result(2, 0, 0),
                StudyAnalysis.of(DESIGN, SimulatedListeners.plausible().take(DESIGN, 15, Draws.random(4))))) {
            String page = StudyPage.of(result, false);
            assertTrue(page.startsWith("<!DOCTYPE html>") && page.contains(DESIGN.title()));
            assertFalse(page.contains("NaN") || page.contains("Infinity") || page.contains("<script"), page);
            JsonNode json = JsonMapper.shared().readTree(StudyResultJson.of(result).toString());
            assertEquals(result.listeners(), json.get("listeners").asInt());
            assertEquals(result.groups().size(), json.get("groups").size());
        }
        assertTrue(StudyPage.of(result(6, 4, 2), false).contains("trained musicians (6)"));
        assertTrue(StudyPage.of(result(6, 4, 2), true).contains("REHEARSAL"));
    }

    @Test
    void thoseWhoDoNotListenAreFoundAndLeftOut() {
        SimulatedListeners half = new SimulatedListeners(0.9, 0, 0.5, 0, 0, 0, 1, 0.5);
        StudyResult result = StudyAnalysis.of(DESIGN, half.take(DESIGN, 60, Draws.random(3)));
        assertTrue(result.inattentive() > 12 && result.inattentive() < 40, result.inattentive() + " of 60");
        double attentive = result.main().orElseThrow().toldApart().orElseThrow().share();
        double all = result.groups().stream().filter(group -> !group.attentiveOnly()).findFirst().orElseThrow().toldApart().orElseThrow().share();
        assertTrue(attentive > all + 0.04, attentive + " beside " + all);
    }

    @Test
    void answersToAnotherStudyAreRefused() {
        Answer foreign = new Answer.OfPair("x", new Trial.Pair(1, Question.PREFER, "q000000000000000", "q000000000000001"), Choice.LEFT, 0);
        StudyAnswers answers = new StudyAnswers(List.of(new Listener(0, "x", new Skill(0, false, 1))), List.of(foreign));
        assertThrows(IllegalArgumentException.class, () -> StudyAnalysis.of(DESIGN, answers));
        assertThrows(IllegalArgumentException.class, () -> new StudyAnswers(answers.listeners(), List.of(foreign, foreign)));
    }

    @Test
    void trainingMakesGroups() {
        assertEquals(Skill.Group.NOVICE, new Skill(1, false, 2).group());
        assertEquals(Skill.Group.AMATEUR, new Skill(1, true, 2).group());
        assertEquals(Skill.Group.AMATEUR, new Skill(8, false, 3).group());
        assertEquals(Skill.Group.TRAINED, new Skill(6, true, 2).group());
        assertEquals(Skill.Group.TRAINED, new Skill(0, false, 5).group());
        assertThrows(IllegalArgumentException.class, () -> new Skill(-1, true, 3));
    }
}
