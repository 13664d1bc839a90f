package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.Aspect;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A listening study: all that decides what each listener hears and is asked. `study.json`, see `docs/formats/study.md`.
///
/// @param title as listeners see it; it should not say what is compared with what
/// @param languages that listeners may read, `en` for English, the usual one first
/// @param seed decides orders and sides
/// @param minutes about how long one listener is busy, 1..120
/// @param questions what is asked about pairs; may be empty where there are scales
/// @param scales what single clips are rated by, each from 1 to 7; may be empty where there are questions
/// @param nameA what side A is called in the report
/// @param nameB what side B is called in the report
/// @param loudness integrated loudness of every clip, in LUFS
/// @param clips of both sides and for checks
/// @param checks attention checks
public record StudyDesign(String title, List<String> languages, long seed, int minutes, List<Question> questions, List<Aspect> scales,
        String nameA, String nameB, double loudness, List<Clip> clips, List<AttentionCheck> checks) {

    /// What single clips can be rated by.
    public static final List<Aspect> SCALES = List.of(Aspect.STRUCTURE, Aspect.HARMONY, Aspect.MELODY, Aspect.RHYTHM, Aspect.EXPRESSION);

    /// Highest point of a scale; the lowest is 1.
    public static final int POINTS = 7;

    private static final int MOST_CLIPS = 10_000;
    private static final int MOST_MINUTES = 120;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");

    /// Two clips of side CHECK, one of random notes: who listens hears which.
    public record AttentionCheck(String random, String real) {
    }

    public StudyDesign {
        languages = List.copyOf(languages);
        questions = List.copyOf(questions);
        scales = List.copyOf(scales);
        clips = List.copyOf(clips);
        checks = List.copyOf(checks);
        require(!title.isBlank() && title.length() <= LONGEST_TITLE, "a title has 1 to " + LONGEST_TITLE + " characters");
        require(!languages.isEmpty() && languages.stream().allMatch(code -> LANGUAGE.matcher(code).matches()),
                "languages are named by codes such as en");
        require(minutes >= 1 && minutes <= MOST_MINUTES, "a session takes 1 to " + MOST_MINUTES + " minutes");
        require(!questions.isEmpty() || !scales.isEmpty(), "something must be asked");
        require(distinct(questions) && distinct(scales) && distinct(languages), "nothing is asked twice");
        require(SCALES.containsAll(scales), "there are scales for structure, harmony, melody, rhythm and expression");
        require(loudness >= -70 && loudness <= 0, "a loudness lies between -70 and 0 LUFS");
        require(clips.size() <= MOST_CLIPS, "a study has up to " + MOST_CLIPS + " clips");
        Map<String, Side> sides = clips.stream().collect(Collectors.toMap(Clip::key, Clip::side, (one, other) -> {
            throw new IllegalArgumentException("two clips have the same key");
        }));
        require(sides.containsValue(Side.A) && sides.containsValue(Side.B), "both sides have clips");
        for (AttentionCheck check : checks) {
            require(sides.get(check.random()) == Side.CHECK && sides.get(check.real()) == Side.CHECK
                    && !check.random().equals(check.real()), "an attention check has two clips of its own");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    private static boolean distinct(List<?> things) {
        Set<Object> seen = new HashSet<>();
        return things.stream().allMatch(seen::add);
    }

    /// The clips of a side, in their order.
    public List<Clip> of(Side side) {
        return clips.stream().filter(clip -> clip.side() == side).toList();
    }

    /// The clips by their keys.
    public Map<String, Clip> byKey() {
        return clips.stream().collect(Collectors.toMap(Clip::key, Function.identity()));
    }

    /// Mean length of the clips of both sides.
    public double secondsOfAClip() {
        return clips.stream().filter(clip -> clip.side() != Side.CHECK).mapToDouble(Clip::seconds).average().orElseThrow();
    }
}
