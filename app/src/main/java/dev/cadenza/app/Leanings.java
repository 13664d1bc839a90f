package dev.cadenza.app;

import dev.cadenza.model.latent.Attribute;
import dev.cadenza.model.latent.AttributeVectors;
import dev.cadenza.model.latent.Lean;
import dev.cadenza.model.Latent;
import dev.cadenza.model.MusicModel;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What music shall have more or less of.
public final class Leanings {

    private static final double MOST = 10;

    private Leanings() {
    }

    /// Attributes as one writes them, each `NAME` for one step or `NAME=STEPS`.
    ///
    /// @param more what `--more` names
    /// @param less what `--less` names
    /// @throws RequestException naming the flag
    public static SortedMap<Attribute, Double> of(List<String> more, List<String> less) {
        SortedMap<Attribute, Double> amounts = new TreeMap<>();
        add("--more", more, 1, amounts);
        add("--less", less, -1, amounts);
        return amounts;
    }

    private static void add(String flag, List<String> written, int sign, Map<Attribute, Double> amounts) {
        for (String one : written) {
            String[] halves = one.split("=", 2);
            Attribute attribute = Attribute.ofName(halves[0]).orElseThrow(() -> new RequestException(flag, "ATTRIBUTE_UNKNOWN",
                    "'" + halves[0] + "' is no attribute.", "Known are " + Attribute.names() + "."));
            double steps = halves.length == 1 ? 1 : number(flag, halves[1]);
            if (amounts.putIfAbsent(attribute, sign * steps) != null) {
                throw new RequestException(flag, "ATTRIBUTE_TWICE", attribute.written() + " is named twice.", "Name it once.");
            }
        }
    }

    private static double number(String flag, String written) {
        try {
            double steps = Double.parseDouble(written);
            if (steps > 0 && steps <= MOST) {
                return steps;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new RequestException(flag, "OUT_OF_RANGE", "'" + written + "' is not a number of steps above 0, up to 10.",
                "Write it as density or density=1.5.");
    }

    static SortedMap<Attribute, Double> checked(Map<Attribute, Double> amounts) {
        amounts.forEach((attribute, steps) -> {
            if (!(Math.abs(steps) <= MOST)) {
                throw new RequestException(steps < 0 ? "--less" : "--more", "OUT_OF_RANGE", "must be at most 10 steps of "
                        + attribute.written() + ", not " + steps + ".", "");
            }
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /// The direction in which a model's points are moved.
    ///
    /// @param folder of the model
    static Lean lean(SortedMap<Attribute, Double> amounts, MusicModel model, Path folder) {
        // What has no points is refused by whoever makes the music.
        if (amounts.isEmpty() || !(model instanceof Latent latent)) {
            return Lean.NONE;
        }
        Path file = folder.resolve(AttributeVectors.FILE);
        if (!Files.isRegularFile(file)) {
            throw new RequestException(amounts.get(amounts.firstKey()) < 0 ? "--less" : "--more", "NO_ATTRIBUTES",
                    "this model has no " + AttributeVectors.FILE + ", which says where music has more of something.",
                    "Leave the flag out, or train the model again: training writes the file.");
        }
        return AttributeVectors.read(file, latent.latent()).lean(amounts);
    }
}
