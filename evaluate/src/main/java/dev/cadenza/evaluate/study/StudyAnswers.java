package dev.cadenza.evaluate.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// All answers of a study.
///
/// @param listeners in the order in which they came; some may have answered nothing
/// @param answers at most one to each trial of a listener
public record StudyAnswers(List<Listener> listeners, List<Answer> answers) {

    private record Asked(String listener, int trial) {
    }

    public StudyAnswers {
        listeners = List.copyOf(listeners);
        answers = List.copyOf(answers);
        Set<String> known = new HashSet<>();
        if (!listeners.stream().map(Listener::id).allMatch(known::add)) {
            throw new IllegalArgumentException("two listeners have the same name");
        }
        if (!answers.stream().map(Answer::listener).allMatch(known::contains)) {
            throw new IllegalArgumentException("an answer is of nobody known");
        }
        Set<Asked> asked = new HashSet<>();
        if (!answers.stream().allMatch(answer -> asked.add(new Asked(answer.listener(), answer.trial().id())))) {
            throw new IllegalArgumentException("a trial was answered twice");
        }
    }
}
