package dev.cadenza.app;

import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// What a score may hold beside its notes, in the words of a person.
enum Holding {
    TEMPOS("tempo", score -> score.tempos().size()),
    METERS("time signature", score -> score.meters().size()),
    KEYS("key signature", score -> score.keys().size()),
    CHORDS("chord symbol", score -> score.chords().size()),
    MARKERS("marker", score -> score.markers().size()),
    REPEATS("repeat sign", score -> score.repeats().size()),
    LYRICS("lyric", parts(part -> part.lyrics().size())),
    GRACES("grace note", parts(part -> part.notation().graces().size())),
    MARKS("mark", parts(part -> part.notation().marks().size())),
    CONTROLS("control", parts(part -> part.controls().size()));

    private static final Set<Holding> NOT_IN_MIDI = EnumSet.of(REPEATS, GRACES, MARKS);
    private static final Set<Holding> NOT_IN_NOTATION = EnumSet.of(CONTROLS);
    private static final Set<Holding> NOT_IN_ROLLS = EnumSet.complementOf(EnumSet.of(TEMPOS, METERS));

    private final String one;
    private final ToIntFunction<Score> count;

    Holding(String one, ToIntFunction<Score> count) {
        this.one = one;
        this.count = count;
    }

    private static ToIntFunction<Score> parts(ToIntFunction<Part> each) {
        return score -> score.parts().stream().mapToInt(each).sum();
    }

    /// One of them, in a word or two.
    String one() {
        return one;
    }

    int in(Score score) {
        return count.applyAsInt(score);
    }

    /// `1 lyric`, `3 lyrics`.
    String words(int number) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /// What of a score a format has no place for.
    static Map<Holding, Integer> lost(Score score, Format format) {
        Set<Holding> without = switch (format) {
            case MID -> NOT_IN_MIDI;
            case MUSICXML, MXL, ABC -> NOT_IN_NOTATION;
            case CSV -> EnumSet.allOf(Holding.class);
            case NPZ, ROLL, MAT -> NOT_IN_ROLLS;
            case JSON, WAV, PNG -> EnumSet.noneOf(Holding.class);
        };
        Map<Holding, Integer> lost = new EnumMap<>(Holding.class);
        for (Holding holding : without) {
            if (holding.in(score) > 0) {
                lost.put(holding, holding.in(score));
            }
        }
        return lost;
    }

    /// What is lost, in one sentence: `12 grace notes and 3 lyrics are not in a CSV of notes.`; empty where nothing is.
    static String sentence(Map<Holding, Integer> lost, Format format) {
        if (lost.isEmpty()) {
            return "";
        }
        List<String> words = lost.entrySet().stream().map(entry -> entry.getKey().words(entry.getValue())).toList();
        String all = words.size() == 1 ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
        boolean single = lost.size() == 1 && lost.values().iterator().next() == 1;
        return all + (single ? " is" : " are") + " not in " + format.title() + "."
                + (lost.containsKey(REPEATS) ? " --repeats plays repeats out." : "");
    }
}
