package dev.cadenza.model.latent;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// For each attribute the direction along which music has more of it, learnt from data, see [Evidence].
///
/// @param excerpts how many were looked at
/// @param directions by attribute; those of attributes of which the excerpts have all the same are missing
public record AttributeVectors(int excerpts, SortedMap<Attribute, Direction> directions) {

    /// Its file beside a model.
    public static final String FILE = "attributes.json";


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
