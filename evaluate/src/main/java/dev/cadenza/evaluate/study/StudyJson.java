package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.study.StudyDesign.AttentionCheck;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// [StudyDesign] and [Trial] as JSON, see `docs/formats/study.md`.
public final class StudyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final String FORMAT = "cadenza-study";
    private static final int VERSION = 1;

    private StudyJson() {
    }

    /// `study.json`.
    public static byte[] write(StudyDesign design) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT).put("version", VERSION).put("title", design.title());
        design.languages().forEach(json.putArray("languages")::add);
        json.put("seed", design.seed()).put("minutes", design.minutes());
        design.questions().forEach(withItems(json, "questions", Question::code));
        design.scales().forEach(withItems(json, "scales", StudyJson::code));
        json.put("a", design.nameA()).put("b", design.nameB()).put("lufs", design.loudness());
        ArrayNode clips = json.putArray("clips");
        design.clips().forEach(clip -> clips.addObject().put("key", clip.key()).put("side", clip.side().name())
                .put("source", clip.source()).put("first_bar", clip.firstBar()).put("bars", clip.bars()).put("seconds", clip.seconds())
                .put("sha256", clip.sha256()));
        ArrayNode checks = json.putArray("checks");
        design.checks().forEach(check -> checks.addObject().put("random", check.random()).put("real", check.real()));
        return (pretty(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// The text of a JSON value, one member a line.
    static String pretty(JsonNode json) {
        return MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))).writeValueAsString(json);
    }

    private static <T> Consumer<T> withItems(ObjectNode json, String name, Function<T, String> code) {
        ArrayNode items = json.putArray(name);
        return item -> items.add(code.apply(item));
    }

    /// An aspect as it stands in JSON: `harmony`.
    public static String code(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    /// The aspect of a code, where it is one that clips are rated by.
    public static Optional<Aspect> scale(String code) {
        return StudyDesign.SCALES.stream().filter(aspect -> code(aspect).equals(code)).findFirst();
    }

    /// @throws IllegalArgumentException where a member is missing or not what it should be, with a cause in words
    /// @throws tools.jackson.core.JacksonException where it is no JSON
    static StudyDesign read(byte[] bytes) {
        JsonNode json = MAPPER.readTree(bytes);
        if (!json.isObject() || !json.path("format").asString("").equals(FORMAT)) {
            throw new IllegalArgumentException("it describes no study");
        }
        int version = whole(json, "version");
        if (version != VERSION) {
            throw new IllegalArgumentException("it is of version " + version + ", and " + VERSION + " is known");
        }
        return new StudyDesign(text(json, "title"), list(json, "languages", StudyJson::text), seed(json),
                whole(json, "minutes"), list(json, "questions", node -> Question.ofCode(text(node)).orElseThrow(() -> unknown(node))),
                list(json, "scales", node -> scale(text(node)).orElseThrow(() -> unknown(node))), text(json, "a"), text(json, "b"),
                number(json, "lufs"), list(json, "clips", StudyJson::clip),
                list(json, "checks", node -> new AttentionCheck(text(node, "random"), text(node, "real"))));
    }

    private static Clip clip(JsonNode json) {
        String name = text(json, "side");
        Side side = Arrays.stream(Side.values()).filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> unknown(json.get("side")));
        return new Clip(text(json, "key"), side, text(json, "source"), whole(json, "first_bar"), whole(json, "bars"),
                number(json, "seconds"), text(json, "sha256"));
    }

    /// A trial as its listener may see it: it never says which side a clip is of, nor which answer is right.
    public static ObjectNode forListener(Trial trial) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", trial.id());
        switch (trial) {
            case Trial.Pair pair -> json.put("kind", "pair").put("question", pair.question().code()).put("left", pair.left())
                    .put("right", pair.right());
            case Trial.Rating rating -> {
                json.put("kind", "rating").put("clip", rating.clip());
                rating.scales().forEach(withItems(json, "scales", StudyJson::code));
            }
            case Trial.Check check -> json.put("kind", "check").put("instruction", Trial.Check.INSTRUCTION).put("left", check.left())
                    .put("right", check.right());
        }
        return json;
    }

    private static JsonNode member(JsonNode json, String name) {
        JsonNode found = json.get(name);
        if (found == null) {
            throw new IllegalArgumentException("its member \"" + name + "\" is missing");
        }
        return found;
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("a text was expected, not " + shortened(node));
        }
        return node.stringValue();
    }

    private static String text(JsonNode json, String name) {
        return text(member(json, name));
    }

    private static double number(JsonNode json, String name) {
        JsonNode node = member(json, name);
        if (!node.isNumber()) {
            throw new IllegalArgumentException("its member \"" + name + "\" is no number");
        }
        return node.doubleValue();
    }

    private static int whole(JsonNode json, String name) {
        JsonNode node = member(json, name);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new IllegalArgumentException("its member \"" + name + "\" is no whole number");
        }
        return node.intValue();
    }

    private static long seed(JsonNode json) {
        JsonNode node = member(json, "seed");
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("its member \"seed\" is no whole number");
        }
        return node.longValue();
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> item) {
        JsonNode node = member(json, name);
        if (!node.isArray()) {
            throw new IllegalArgumentException("its member \"" + name + "\" is no list");
        }
        return StreamSupport.stream(node.spliterator(), false).map(item).toList();
    }

    private static IllegalArgumentException unknown(JsonNode node) {
        return new IllegalArgumentException(shortened(node) + " is not known");
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + " ...";
    }
}
