package dev.cadenza.model.latent;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.Latent;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// For each attribute the direction along which music has more of it, learnt from data: from the mean point of the quarter of
/// the excerpts that have least of it to that of the quarter that have most (Roberts et al. 2018, section 5.3). A step of 1 leads from
/// the one mean to the other.
///
/// @param excerpts how many were looked at
/// @param directions by attribute; those of attributes of which the excerpts have all the same are missing
public record AttributeVectors(int excerpts, SortedMap<Attribute, Direction> directions) {

    /// Its file beside a model.
    public static final String FILE = "attributes.json";

    /// So many steps of excerpts tell a mean well enough; more take long.
    private static final int MOST_STEPS = 96_000;
    private static final int LEAST_EXCERPTS = 40;
    private static final int QUARTER = 4;

    /// The way of one attribute.
    ///
    /// @param low mean of the attribute in the quarter that has least of it
    /// @param high in the quarter that has most
    /// @param vector (latent)
    public record Direction(double low, double high, float[] vector) {
    }

    public AttributeVectors {
        directions = Collections.unmodifiableSortedMap(new TreeMap<>(directions));
    }

    private record Placed(double value, float[] point) {
    }

    /// Excerpts of pieces, spread evenly: 3000 of two bars, fewer of longer ones.
    public static List<TokenSequence> spread(Excerpts excerpts, List<TokenSequence> pieces) {
        record At(TokenSequence piece, int start) {
        }
        List<At> all = new ArrayList<>();
        for (TokenSequence piece : pieces) {
            for (int start : excerpts.starts(piece)) {
                all.add(new At(piece, start));
            }
        }
        int wanted = Math.min(all.size(), MOST_STEPS / excerpts.steps());
        List<TokenSequence> chosen = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            At at = all.get((int) ((long) i * all.size() / wanted));
            TokenSequence excerpt = excerpts.at(at.piece(), at.start());
            if (excerpts.isMusic(excerpt)) {
                chosen.add(excerpt);
            }
        }
        return chosen;
    }

    /// The directions that excerpts show.
    ///
    /// @param looked told how many have been looked at
    /// @throws RequestException FEW_EXCERPTS where there are fewer than 40
    public static AttributeVectors learnt(Latent model, List<TokenSequence> excerpts, IntConsumer looked) {
        if (excerpts.size() < LEAST_EXCERPTS) {
            throw new RequestException("DATA", "FEW_EXCERPTS", excerpts.size() + " excerpts of " + model.excerpts().bars()
                    + " bars were found; at least " + LEAST_EXCERPTS + " are needed to tell what makes them differ.",
                    "Use more music.");
        }
        List<float[]> points = new ArrayList<>();
        for (TokenSequence excerpt : excerpts) {
            points.add(model.encode(excerpt).mean());
            looked.accept(points.size());
        }
        SortedMap<Attribute, Direction> directions = new TreeMap<>();
        for (Attribute attribute : Attribute.values()) {
            List<Placed> placed = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                float[] point = points.get(i);
                attribute.of(excerpts.get(i), model.tokenizer()).ifPresent(value -> placed.add(new Placed(value, point)));
            }
            placed.sort(Comparator.comparingDouble(Placed::value));
            int count = placed.size() / QUARTER;
            Direction direction = count == 0 ? new Direction(0, 0, new float[0])
                    : direction(placed.subList(0, count), placed.subList(placed.size() - count, placed.size()));
            if (direction.high() > direction.low()) {
                directions.put(attribute, direction);
            }
        }
        return new AttributeVectors(excerpts.size(), directions);
    }

    private static Direction direction(List<Placed> low, List<Placed> high) {
        return new Direction(low.stream().mapToDouble(Placed::value).sum() / low.size(),
                high.stream().mapToDouble(Placed::value).sum() / high.size(), Points.sum(mean(high), 1, mean(low), -1));
    }

    private static float[] mean(List<Placed> placed) {
        double[] sum = new double[placed.getFirst().point().length];
        for (Placed one : placed) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one.point()[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / placed.size());
        }
        return mean;
    }

    /// The same, each direction without what the others share with it: it is the part of its vector that stands at right angles to
    /// all others, made so long that it leads as far along the vector itself as before.
    public AttributeVectors apart() {
        SortedMap<Attribute, Direction> apart = new TreeMap<>();
        directions.forEach((attribute, direction) -> {
            List<float[]> others = directions.entrySet().stream().filter(other -> other.getKey() != attribute)
                    .map(other -> other.getValue().vector()).toList();
            apart.put(attribute, new Direction(direction.low(), direction.high(), residual(direction.vector(), others)));
        });
        return new AttributeVectors(excerpts, apart);
    }

    private static float[] residual(float[] vector, List<float[]> others) {
        List<float[]> basis = new ArrayList<>();
        for (float[] other : others) {
            float[] rest = without(other, basis);
            double length = Points.length(rest);
            if (length > 1e-6 * Points.length(other)) {
                basis.add(Points.sum(rest, 1 / length, rest, 0));
            }
        }
        float[] rest = without(vector, basis);
        double along = Points.dot(rest, vector);
        double scale = along > 0 ? Points.dot(vector, vector) / along : 0;
        // A vector that is nearly a sum of the others has no way of its own worth going far.
        return Points.sum(rest, Math.min(scale, 3), rest, 0);
    }

    private static float[] without(float[] vector, List<float[]> basis) {
        float[] rest = vector;
        for (float[] unit : basis) {
            rest = Points.sum(rest, 1, unit, -Points.dot(rest, unit));
        }
        return rest;
    }

    /// A step along several directions.
    ///
    /// @param amounts by attribute, in steps; negative for less
    /// @throws RequestException NO_DIRECTION where one has no direction
    public Lean lean(Map<Attribute, Double> amounts) {
        Lean lean = Lean.NONE;
        for (Map.Entry<Attribute, Double> wanted : new TreeMap<>(amounts).entrySet()) {
            Direction direction = directions.get(wanted.getKey());
            if (direction == null) {
                throw new RequestException(wanted.getValue() < 0 ? "--less" : "--more", "NO_DIRECTION", "this model knows no direction for "
                        + wanted.getKey().written() + ".", "It knows " + String.join(", ", directions.keySet().stream()
                        .map(Attribute::written).toList()) + ".");
            }
            float[] so = lean.moves() ? lean.step() : new float[direction.vector().length];
            lean = new Lean(Points.sum(so, 1, direction.vector(), wanted.getValue()));
        }
        return lean;
    }

    /// As a file; see `docs/formats/checkpoint.md`.
    public AtomicFiles.Content content() {
        return AttributeFile.content(this);
    }

    /// Reads the file.
    ///
    /// @param latent numbers of a point of the model it belongs to
    /// @throws dev.cadenza.score.CadenzaException.ModelException where it is damaged, or of another model
    public static AttributeVectors read(Path file, int latent) {
        return AttributeFile.read(file, latent);
    }
}
