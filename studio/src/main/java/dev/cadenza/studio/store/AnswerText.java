package dev.cadenza.studio.store;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.study.Answer;
import dev.cadenza.evaluate.study.Choice;
import dev.cadenza.evaluate.study.StudyJson;
import dev.cadenza.evaluate.study.Trial;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// An answer as it stands in the database: `left`, `right`, or `structure=5 harmony=4`.
final class AnswerText {

    private AnswerText() {
    }

    static String of(Answer answer) {
        return switch (answer) {
            case Answer.OfPair pair -> pair.choice().code();
            case Answer.OfCheck check -> check.choice().code();
            case Answer.OfRating rating -> rating.ratings().entrySet().stream()
                    .map(scale -> StudyJson.code(scale.getKey()) + "=" + scale.getValue()).collect(Collectors.joining(" "));
        };
    }

    /// @throws IllegalArgumentException where the text does not answer the trial
    static Answer read(String listener, Trial trial, String text, double heardSeconds) {
        return switch (trial) {
            case Trial.Pair pair -> new Answer.OfPair(listener, pair, choice(text), heardSeconds);
            case Trial.Check check -> new Answer.OfCheck(listener, check, choice(text), heardSeconds);
            case Trial.Rating rating -> new Answer.OfRating(listener, rating, ratings(text), heardSeconds);
        };
    }

    private static Choice choice(String text) {
        for (Choice choice : Choice.values()) {
            if (choice.code().equals(text)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("no choice");
    }

    private static Map<Aspect, Integer> ratings(String text) {
        Map<Aspect, Integer> ratings = new EnumMap<>(Aspect.class);
        for (String one : text.split(" ")) {
            String[] sides = one.split("=", 2);
            Aspect scale = StudyJson.scale(sides[0]).orElseThrow(() -> new IllegalArgumentException("no scale"));
            if (sides.length != 2 || !sides[1].matches("[1-7]") || ratings.put(scale, Integer.parseInt(sides[1])) != null) {
                throw new IllegalArgumentException("no rating");
            }
        }
        return ratings;
    }
}
