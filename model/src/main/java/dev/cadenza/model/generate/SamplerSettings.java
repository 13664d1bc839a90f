package dev.cadenza.model.generate;

import dev.cadenza.score.CadenzaException.RequestException;

/// How daring the choice of tokens is. The settings work in this order: temperature, top-k, top-p, min-p; the likeliest
/// token always stays.
///
/// @param temperature logits are divided by it: 1 as learnt, below 1 more predictable, 0 always the likeliest; 0..10
/// @param topK only so many of the likeliest tokens count; 0 for all
/// @param topP only the likeliest tokens that together have this share of the probability count ("nucleus sampling",
///             Holtzman et al. 2020); above 0, up to 1 for all
/// @param minP tokens with less than this share of the likeliest one's probability do not count; 0 for all, below 1
public record SamplerSettings(double temperature, int topK, double topP, double minP) {

    public SamplerSettings {
        require("--temperature", temperature >= 0 && temperature <= 10, "must be between 0 and 10, not " + temperature);
        require("--top-k", topK >= 0, "must be 0 (for all) or more, not " + topK);
        require("--top-p", topP > 0 && topP <= 1, "must be above 0 and at most 1, not " + topP);
        require("--min-p", minP >= 0 && minP < 1, "must be at least 0 and below 1, not " + minP);
    }

    /// What music is usually made with: as learnt, without the most unlikely tokens.
    public static SamplerSettings usual() {
        return new SamplerSettings(0.95, 0, 1, 0.02);
    }

    /// The same at a share of the temperature.
    SamplerSettings cooled(double share) {
        return new SamplerSettings(temperature * share, topK, topP, minP);
    }

    private static void require(String flag, boolean holds, String cause) {
        if (!holds) {
            throw new RequestException(flag, "OUT_OF_RANGE", cause + ".", "");
        }
    }
}
