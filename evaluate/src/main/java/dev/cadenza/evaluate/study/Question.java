package dev.cadenza.evaluate.study;

import java.util.Arrays;
import java.util.Optional;

/// What is asked about two clips. The listener must choose one: two-alternative forced choice.
public enum Question {
    COMPOSED_BY_A_PERSON("composed_by_a_person", "Which of the two was composed by a person?"),
    PREFER("prefer", "Which do you prefer?");

    private final String code;
    private final String sentence;

    Question(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /// As it stands in JSON.
    public String code() {
        return code;
    }

    /// As it is put to the listener, in English.
    public String sentence() {
        return sentence;
    }

    /// The question of a code.
    public static Optional<Question> ofCode(String code) {
        return Arrays.stream(values()).filter(question -> question.code.equals(code)).findFirst();
    }
}
