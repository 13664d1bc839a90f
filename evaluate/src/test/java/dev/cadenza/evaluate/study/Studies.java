package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.study.StudyDesign.AttentionCheck;
import java.util.ArrayList;
import java.util.List;

/// Designs for tests.
final class Studies {

    private Studies() {
    }

    static Clip clip(String prefix, int number, Side side) {
        String digits = Integer.toString(number);
        String key = prefix + "0".repeat(16 - prefix.length() - digits.length()) + digits;
        return new Clip(key, side, prefix + number + ".mid", 1 + number, 8, 15, "0".repeat(64));
    }

    static StudyDesign of(int clipsA, int clipsB, int minutes, List<Question> questions, long seed) {
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < clipsA; i++) {
            clips.add(clip("a", i, Side.A));
        }
        for (int i = 0; i < clipsB; i++) {
            clips.add(clip("b", i, Side.B));
        }
        for (int i = 0; i < 4; i++) {
            clips.add(clip("c", i, Side.CHECK));
        }
        return new StudyDesign("Two kinds of music", List.of("en"), seed, minutes, questions, StudyDesign.SCALES, "takes", "corpus", -20,
                clips, List.of(new AttentionCheck(clips.get(clipsA + clipsB).key(), clips.get(clipsA + clipsB + 1).key()),
                new AttentionCheck(clips.get(clipsA + clipsB + 2).key(), clips.get(clipsA + clipsB + 3).key())));
    }

    static StudyDesign usual() {
        return of(20, 20, 15, List.of(Question.values()), 7);
    }
}
