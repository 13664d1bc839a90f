package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Names tokenizers in checkpoints: `{"name":"satb-grid","stepsPerQuarter":4,"lowest":28,"highest":91}` or
/// `{"name":"melody","stepsPerQuarter":12}`.
public final class Representations {

    private Representations() {
    }

    /// What [#fromJson] makes an equal tokenizer of.
    ///
    /// @throws IllegalArgumentException where the tokenizer is none of ours
    public static ObjectNode toJson(Tokenizer tokenizer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (tokenizer) {
            case SatbTokenizer satb -> json.put("name", SatbTokenizer.NAME).put("stepsPerQuarter", satb.stepsPerQuarter())
                    .put("lowest", satb.lowest()).put("highest", satb.highest());
            case MelodyTokenizer melody -> json.put("name", MelodyTokenizer.NAME)
                    .put("stepsPerQuarter", melody.stepsPerQuarter());
            default -> throw new IllegalArgumentException("no name is known for " + tokenizer.getClass().getName());
        }
        return json;
    }

    /// The tokenizer with that name and these options.
    ///
    /// @throws CadenzaException.ModelException UNKNOWN_REPRESENTATION or BAD_REPRESENTATION
    public static Tokenizer fromJson(JsonNode json) {
        String name = json.path("name").asString("");
        try {
            return switch (name) {
                case SatbTokenizer.NAME -> new SatbTokenizer(number(json, "stepsPerQuarter"), number(json, "lowest"),
                        number(json, "highest"));
                case MelodyTokenizer.NAME -> new MelodyTokenizer(number(json, "stepsPerQuarter"));
                default -> throw new CadenzaException.ModelException("", new Place.Member("name"), "UNKNOWN_REPRESENTATION",
                        "no representation is called \"" + name + "\" (known: " + SatbTokenizer.NAME + ", "
                                + MelodyTokenizer.NAME + ").", "Use a model made for this version of Cadenza.");
            };
        } catch (IllegalArgumentException e) {
            throw bad(name, e.getMessage());
        }
    }

    /// The tokenizer with that name, as recipes and people name it, at the usual values of everything else.
    ///
    /// @throws CadenzaException.RequestException REPRESENTATION_UNKNOWN where there is none, or OUT_OF_RANGE where it is not
    ///         there with so many steps a quarter note
    public static Tokenizer named(String name, int stepsPerQuarter) {
        try {
            return switch (name) {
                case SatbTokenizer.NAME -> new SatbTokenizer(stepsPerQuarter, SatbTokenizer.SIXTEENTHS.lowest(),
                        SatbTokenizer.SIXTEENTHS.highest());
                case MelodyTokenizer.NAME -> new MelodyTokenizer(stepsPerQuarter);
                default -> throw new CadenzaException.RequestException("representation", "REPRESENTATION_UNKNOWN",
                        "no representation is called '" + name + "'.",
                        "Known are " + SatbTokenizer.NAME + " and " + MelodyTokenizer.NAME + ".");
            };
        } catch (IllegalArgumentException e) {
            throw new CadenzaException.RequestException("stepsPerQuarter", "OUT_OF_RANGE", e.getMessage() + ".",
                    "Ask for another resolution.");
        }
    }

    private static int number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw bad(field, "a whole number is needed");
        }
        return value.intValue();
    }

    private static CadenzaException.ModelException bad(String member, String cause) {
        return new CadenzaException.ModelException("", new Place.Member(member), "BAD_REPRESENTATION", cause + ".",
                "The description of the representation is damaged: use another copy of the model.");
    }
}
