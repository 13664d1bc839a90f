package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.Aspect;
import java.util.List;

/// One thing that a listener is asked. Clips are named by their keys.
public sealed interface Trial {

    /// Its place in the session of its listener, from 1.
    int id();

    /// Two clips, one of side A and one of side B, and a question.
    record Pair(int id, Question question, String left, String right) implements Trial {
        /// The clip that was chosen.
        public String chosen(Choice choice) {
            return choice == Choice.LEFT ? left : right;
        }
    }

    /// One clip, rated from 1 to 7 on each scale.
    record Rating(int id, String clip, List<Aspect> scales) implements Trial {
        public Rating {
            scales = List.copyOf(scales);
        }
    }

    /// Two clips, one of them random notes: "Which of the two is scrambled?" Listeners never learn which is.
    ///
    /// @param correct which one is random notes
    record Check(int id, String left, String right, Choice correct) implements Trial {
        /// What is asked, as it stands in JSON.
        public static final String INSTRUCTION = "scrambled";
    }
}
