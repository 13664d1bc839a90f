package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Names tokenizers in checkpoints: `{"name":"satb-grid","stepsPerQuarter":4,"lowest":28,"highest":91}`,
/// `{"name":"melody","stepsPerQuarter":12}` and likewise `lead-sheet`,
/// `{"name":"remi+programs","stepsPerQuarter":12,"slots":{"0":2,"drums":1}}`, `{"name":"remi+merge256","stepsPerQuarter":12,
/// "merges":[[251,402]]}`. Options stand behind the name, each after a plus sign.
public final class Representations {

    private static final List<String> KNOWN = List.of(SatbTokenizer.NAME + "[+fermatas]", MelodyTokenizer.NAME, LeadSheetTokenizer.NAME,
            MidiLikeTokenizer.NAME + "[+velocity]", RemiTokenizer.NAME + "[+programs][+velocity][+tempo][+chords][+mergeN]",
            RollTokenizer.NAME + "[+one]");

    private static final Pattern MERGING = Pattern.compile("(remi(?:(?!\\+merge).)*)\\+merge([1-9]\\d{0,3})");

    private Representations() {
    }

    /// How tokenizers are named, options in brackets.
    public static List<String> names() {
        return KNOWN;
    }

    /// What [#fromJson] makes an equal tokenizer of.
    ///
    /// @throws IllegalArgumentException where the tokenizer is none of ours
    public static ObjectNode toJson(Tokenizer tokenizer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (tokenizer) {
            case SatbTokenizer satb -> json.put("name", satb.name()).put("stepsPerQuarter", satb.stepsPerQuarter())
                    .put("lowest", satb.lowest()).put("highest", satb.highest());
            case MelodyTokenizer melody -> json.put("name", MelodyTokenizer.NAME)
                    .put("stepsPerQuarter", melody.stepsPerQuarter());
            case RemiTokenizer remi -> {
                json.put("name", remi.name()).put("stepsPerQuarter", remi.stepsPerQuarter());
                if (remi.options().programs()) {
                    json.set("slots", remi.slots().toJson());
                }
            }
            case MergedTokenizer merged -> {
                json.setAll(toJson(merged.base()));
                json.put("name", json.get("name").asString() + "+" + MergedTokenizer.OPTION + merged.wanted());
                ArrayNode merges = json.putArray("merges");
                merged.merges().forEach(merge -> merges.addArray().add(merge.left()).add(merge.right()));
            }
            case LeadSheetTokenizer sheet -> json.put("name", LeadSheetTokenizer.NAME)
                    .put("stepsPerQuarter", sheet.stepsPerQuarter());
            case MidiLikeTokenizer events -> json.put("name", events.name()).put("stepsPerQuarter", events.stepsPerQuarter());
            case RollTokenizer roll -> json.put("name", roll.name()).put("stepsPerQuarter", roll.stepsPerQuarter());
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
            Matcher merging = MERGING.matcher(name);
            if (merging.matches()) {
                EventTokenizer base = (EventTokenizer) fromJson(((ObjectNode) json).deepCopy().put("name", merging.group(1)));
                return new MergedTokenizer(base, Integer.parseInt(merging.group(2)), merges(json.path("merges")));
            }
            return switch (base(name)) {
                case SatbTokenizer.NAME, SatbTokenizer.WITH_FERMATAS -> new SatbTokenizer(number(json, "stepsPerQuarter"),
                        number(json, "lowest"), number(json, "highest"), name.equals(SatbTokenizer.WITH_FERMATAS));
                case MelodyTokenizer.NAME -> new MelodyTokenizer(number(json, "stepsPerQuarter"));
                case LeadSheetTokenizer.NAME -> new LeadSheetTokenizer(number(json, "stepsPerQuarter"));
                case RemiTokenizer.NAME -> remi(json, number(json, "stepsPerQuarter"), RemiOptions.of(options(name)));
                case MidiLikeTokenizer.NAME, MidiLikeTokenizer.WITH_VELOCITY -> new MidiLikeTokenizer(
                        number(json, "stepsPerQuarter"), name.equals(MidiLikeTokenizer.WITH_VELOCITY));
                case RollTokenizer.NAME, RollTokenizer.ONE -> new RollTokenizer(number(json, "stepsPerQuarter"),
                        name.equals(RollTokenizer.ONE));
                default -> throw new CadenzaException.ModelException("", new Place.Member("name"), "UNKNOWN_REPRESENTATION",
                        "no representation is called \"" + name + "\" (known: " + String.join(", ", KNOWN) + ").", "Use a model made for this version of Cadenza.");
            };
        } catch (IllegalArgumentException e) {
            throw bad(name, e.getMessage());
        }
    }

    /// What [#rollsFromJson] makes equal rolls of: `{"name":"tracks","stepsPerQuarter":4,"tracks":[{"name":"Bass","drums":false,
    /// "programs":[32,33]}]}`.
    public static ObjectNode toJson(TrackRolls rolls) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", TrackRolls.NAME).put("stepsPerQuarter", rolls.stepsPerQuarter());
        ArrayNode tracks = json.putArray("tracks");
        for (TrackKind kind : rolls.tracks()) {
            ArrayNode programs = tracks.addObject().put("name", kind.name()).put("drums", kind.drums()).putArray("programs");
            kind.programs().forEach(programs::add);
        }
        return json;
    }

    /// Piano rolls with these tracks.
    ///
    /// @throws CadenzaException.ModelException UNKNOWN_REPRESENTATION or BAD_REPRESENTATION
    public static TrackRolls rollsFromJson(JsonNode json) {
        if (!json.path("name").asString("").equals(TrackRolls.NAME)) {
            throw new CadenzaException.ModelException("", new Place.Member("name"), "UNKNOWN_REPRESENTATION",
                    "piano rolls are called \"" + TrackRolls.NAME + "\".", "Use a model made for this version of Cadenza.");
        }
        try {
            List<TrackKind> tracks = new ArrayList<>();
            for (JsonNode track : json.path("tracks")) {
                List<Integer> programs = new ArrayList<>();
                for (JsonNode program : track.path("programs")) {
                    programs.add(program.asInt(-1));
                }
                tracks.add(new TrackKind(track.path("name").asString(""), track.path("drums").asBoolean(false), programs));
            }
            return new TrackRolls(number(json, "stepsPerQuarter"), tracks);
        } catch (IllegalArgumentException e) {
            throw bad(TrackRolls.NAME, e.getMessage());
        }
    }

    /// The tokenizer with that name, as recipes and people name it, at the usual values of everything else.
    ///
    /// @throws CadenzaException.RequestException REPRESENTATION_UNKNOWN where there is none, or OUT_OF_RANGE where it is not
    ///         there with so many steps a quarter note
    public static Tokenizer named(String name, int stepsPerQuarter) {
        try {
            Matcher merging = MERGING.matcher(name);
            if (merging.matches()) {
                return new MergedTokenizer((EventTokenizer) named(merging.group(1), stepsPerQuarter),
                        Integer.parseInt(merging.group(2)), List.of());
            }
            return switch (base(name)) {
                case SatbTokenizer.NAME, SatbTokenizer.WITH_FERMATAS -> new SatbTokenizer(stepsPerQuarter,
                        SatbTokenizer.SIXTEENTHS.lowest(), SatbTokenizer.SIXTEENTHS.highest(), name.equals(SatbTokenizer.WITH_FERMATAS));
                case MelodyTokenizer.NAME -> new MelodyTokenizer(stepsPerQuarter);
                case LeadSheetTokenizer.NAME -> new LeadSheetTokenizer(stepsPerQuarter);
                case RemiTokenizer.NAME -> new RemiTokenizer(stepsPerQuarter, wanted(name));
                case MidiLikeTokenizer.NAME, MidiLikeTokenizer.WITH_VELOCITY -> new MidiLikeTokenizer(stepsPerQuarter,
                        name.equals(MidiLikeTokenizer.WITH_VELOCITY));
                case RollTokenizer.NAME, RollTokenizer.ONE -> new RollTokenizer(stepsPerQuarter, name.equals(RollTokenizer.ONE));
                default -> throw unknown(name);
            };
        } catch (IllegalArgumentException e) {
            throw new CadenzaException.RequestException("stepsPerQuarter", "OUT_OF_RANGE", e.getMessage() + ".",
                    "Give the recipe another resolution.");
        }
    }

    /// Whether a tokenizer has still to learn something from music, see [#fitted].
    public static boolean wantsFitting(Tokenizer tokenizer) {
        return tokenizer instanceof MergedTokenizer merged && merged.merges().isEmpty()
                || tokenizer instanceof RemiTokenizer remi && remi.options().programs() && remi.slots().equals(ProgramSlots.ALL);
    }

    /// The tokenizer with what it must learn from music before a model can use it: for the option `programs` the instruments
    /// that occur (see [ProgramSlots#fitted]), then for the option `merge` which tokens stand side by side. One that learns nothing, or has learnt it, is returned as it is.
    ///
    /// @param scores what the model will learn from; gone through at most twice
    public static Tokenizer fitted(Tokenizer tokenizer, Iterable<Score> scores) {
        if (wantsFitting(tokenizer) && tokenizer instanceof RemiTokenizer remi) {
            ProgramSlots slots = ProgramSlots.fitted(scores);
            return slots.slots().isEmpty() ? remi : new RemiTokenizer(remi.stepsPerQuarter(), remi.options(), slots);
        }
        if (wantsFitting(tokenizer) && tokenizer instanceof MergedTokenizer merged) {
            EventTokenizer base = (EventTokenizer) fitted(merged.base(), scores);
            return MergedTokenizer.learn(base, () -> StreamSupport.stream(scores.spliterator(), false)
                    .flatMap(score -> encoded(base, score)).iterator(), merged.wanted());
        }
        return tokenizer;
    }

    /// Empty for music that cannot be represented: nothing is learnt from it.
    private static Stream<TokenSequence> encoded(EventTokenizer base, Score score) {
        try {
            return Stream.of(base.encode(score));
        } catch (CadenzaException.RequestException e) {
            return Stream.empty();
        }
    }

    private static List<MergedTokenizer.Merge> merges(JsonNode json) {
        List<MergedTokenizer.Merge> merges = new ArrayList<>();
        for (JsonNode merge : json) {
            merges.add(new MergedTokenizer.Merge(merge.path(0).asInt(-1), merge.path(1).asInt(-1)));
        }
        return merges;
    }

    private static Tokenizer remi(JsonNode json, int stepsPerQuarter, RemiOptions options) {
        return options.programs() ? new RemiTokenizer(stepsPerQuarter, options, ProgramSlots.fromJson(json.path("slots")))
                : new RemiTokenizer(stepsPerQuarter, options);
    }

    private static RemiOptions wanted(String name) {
        try {
            return RemiOptions.of(options(name));
        } catch (IllegalArgumentException e) {
            throw unknown(name);
        }
    }

    private static CadenzaException.RequestException unknown(String name) {
        return new CadenzaException.RequestException("--representation", "REPRESENTATION_UNKNOWN",
                "no representation is called '" + name + "'.", "Known are " + String.join(", ", KNOWN) + ".");
    }

    /// A name that takes no options stays whole, so that options make it unknown.
    private static String base(String name) {
        return name.startsWith(RemiTokenizer.NAME + "+") ? RemiTokenizer.NAME : name;
    }

    private static List<String> options(String name) {
        List<String> words = Arrays.asList(name.split("\\+", -1));
        return words.subList(1, words.size());
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
