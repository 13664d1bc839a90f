package dev.cadenza.evaluate.study;

import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What came out of a study, for programs. Numbers that do not exist are `null`.
public final class StudyResultJson {

    private StudyResultJson() {
    }

    /// One object; its members are described in `docs/formats/study.md`.
    public static ObjectNode of(StudyResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", result.design().title()).put("a", result.design().nameA()).put("b", result.design().nameB())
                .put("listeners", result.listeners()).put("inattentive", result.inattentive()).put("answers", result.answers());
        ArrayNode says = json.putArray("says");
        StudyText.sentences(result).forEach(says::add);
        ArrayNode groups = json.putArray("groups");
        result.groups().forEach(group -> write(groups.addObject(), group));
        ArrayNode clips = json.putArray("clips");
        result.clips().forEach(one -> {
            ObjectNode clip = clips.addObject().put("key", one.clip().key()).put("side", one.clip().side().name()).put("source", one.clip().source());
            write(clip, one.strength());
        });
        return json;
    }

    private static void write(ObjectNode json, GroupResult group) {
        json.put("group", group.group().map(skill -> skill.name().toLowerCase(Locale.ROOT)).orElse("all"))
                .put("attentive_only", group.attentiveOnly()).put("listeners", group.listeners());
        group.toldApart().ifPresent(found -> write(json.putObject("told_apart"), found));
        group.prefersA().ifPresent(found -> write(json.putObject("prefers_a"), found));
        group.strengths().ifPresent(strengths -> {
            ObjectNode found = json.putObject("bradley_terry");
            ArrayNode all = found.putArray("strengths");
            strengths.all().forEach(one -> write(all.addObject().put("name", one.name()), one));
            ArrayNode differences = found.putArray("differences");
            strengths.differences().forEach(one -> write(differences.addObject().put("first", one.first()).put("second", one.second())
                    .put("log_odds", rounded(one.value())), "interval", one.interval()));
        });
        ArrayNode scales = json.putArray("scales");
        group.scales().forEach(scale -> write(scales.addObject().put("scale", StudyJson.code(scale.scale())).put("listeners", scale.listeners())
                .put("mean_a", rounded(scale.meanA())).put("mean_b", rounded(scale.meanB())).put("difference", rounded(scale.difference()))
                .put("effect", rounded(scale.effect())).put("p", rounded(scale.p())).put("p_holm", rounded(scale.adjusted())),
                "interval", scale.interval()));
    }

    private static void write(ObjectNode json, Proportion found) {
        json.put("hits", found.hits()).put("answers", found.answers()).put("listeners", found.listeners()).put("share", rounded(found.share()));
        write(json, "interval", found.interval());
        write(json, "clopper_pearson", found.independent());
        write(json, "bootstrap", found.resampled());
    }

    private static void write(ObjectNode json, Strengths.Strength one) {
        json.put("wins", one.wins()).put("losses", one.losses()).put("log_odds", rounded(one.value()));
        write(json, "interval", one.interval());
    }

    private static void write(ObjectNode json, String name, Interval interval) {
        ArrayNode ends = json.putArray(name);
        for (double end : new double[] {interval.low(), interval.high()}) {
            if (Double.isFinite(end)) {
                ends.add(rounded(end));
            } else {
                ends.addNull();
            }
        }
    }

    /// To six digits after the point: more would differ between machines, and mean nothing.
    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6 + 0.0;
    }
}
