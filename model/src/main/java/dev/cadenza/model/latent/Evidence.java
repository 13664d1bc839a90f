package dev.cadenza.model.latent;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.Latent;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// What excerpts have of each attribute, and where they lie: of this, directions are learnt.
///
/// @param values (excerpts, attributes)
/// @param points (excerpts, latent)
public record Evidence(List<double[]> values, List<float[]> points) {

    /// So many steps of excerpts tell enough; more take long.
    private static final int MOST_STEPS = 96_000;
    private static final int LEAST_EXCERPTS = 40;
    private static final int QUARTER = 4;
    /// Keeps apart what always comes together, as a share of the variance.
    private static final double RIDGE = 0.1;
    /// A share of the variance of an attribute.
    private static final double LEAST_TOLD = 0.05;
    private static final Attribute[] ATTRIBUTES = Attribute.values();

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

    /// Looks at excerpts; those of which an attribute cannot be told are passed over.
    ///
    /// @param looked told how many have been looked at
    /// @throws RequestException FEW_EXCERPTS where there are fewer than 40
    public static Evidence of(Latent model, List<TokenSequence> excerpts, IntConsumer looked) {
        Evidence evidence = new Evidence(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < excerpts.size(); i++) {
            TokenSequence excerpt = excerpts.get(i);
            double[] values = Arrays.stream(ATTRIBUTES)
                    .mapToDouble(attribute -> attribute.of(excerpt, model.tokenizer()).orElse(Double.NaN)).toArray();
            if (Arrays.stream(values).noneMatch(Double::isNaN)) {
                evidence.values.add(values);
                evidence.points.add(model.encode(excerpt).mean());
            }
            looked.accept(i + 1);
        }
        if (evidence.points.size() < LEAST_EXCERPTS) {
            throw new RequestException("DATA", "FEW_EXCERPTS", evidence.points.size() + " excerpts of " + model.excerpts().bars()
                    + " bars were found; at least " + LEAST_EXCERPTS + " are needed to tell what makes them differ.",
                    "Use more music.");
        }
        return evidence;
    }

    /// From the mean point of the quarter of the excerpts that have least of an attribute to that of the quarter that have most
    /// (Roberts et al. 2018). What usually comes together with it comes along.
    public AttributeVectors quarters() {
        SortedMap<Attribute, AttributeVectors.Direction> directions = new TreeMap<>();
        for (Attribute attribute : varied()) {
            List<Integer> order = order(attribute);
            List<Integer> low = order.subList(0, order.size() / QUARTER);
            List<Integer> high = order.subList(order.size() - low.size(), order.size());
            put(directions, attribute, Points.sum(mean(high), 1, mean(low), -1));
        }
        return new AttributeVectors(points.size(), directions);
    }

    /// The likeliest change of a point that changes one attribute and leaves all others as they are, as far as attributes are linear in
    /// points: with C the covariances of points and attributes, and E those of what a linear regression (a ridge of a tenth of
    /// each variance) tells of the attributes from the points, C times the inverse of E. It is as long as takes an attribute from the mean of the
    /// quarter that has least to that of the quarter that has most; where points tell less than a twentieth of an attribute, shorter.
    public AttributeVectors alone() {
        List<Attribute> varied = varied();
        int count = varied.size();
        double[][] centred = centred(varied);
        int latent = points.getFirst().length;
        double[][] covariances = covariances(centred, latent + count);
        double[][] told = new double[latent][];                        // variances of the points | covariances with attributes
        for (int z = 0; z < latent; z++) {
            told[z] = covariances[z].clone();
            told[z][z] *= 1 + RIDGE;
        }
        solve(told);
        double[][] system = new double[count][count + latent];         // E | C
        for (int a = 0; a < count; a++) {
            for (int z = 0; z < latent; z++) {
                for (int b = 0; b < count; b++) {
                    system[a][b] += covariances[z][latent + a] * told[z][latent + b];
                }
                system[a][count + z] = covariances[z][latent + a];
            }
            system[a][a] += LEAST_TOLD;
        }
        solve(system);
        SortedMap<Attribute, AttributeVectors.Direction> directions = new TreeMap<>();
        for (int a = 0; a < count; a++) {
            double distance = (high(varied.get(a)) - low(varied.get(a))) / deviation(varied.get(a));
            float[] vector = new float[latent];
            for (int z = 0; z < latent; z++) {
                vector[z] = (float) (distance * system[a][count + z]);
            }
            put(directions, varied.get(a), vector);
        }
        return new AttributeVectors(points.size(), directions);
    }

    /// Of each excerpt its point and, in standard deviations, its attributes, from the mean.
    private double[][] centred(List<Attribute> varied) {
        float[] middle = mean(order(Attribute.DENSITY));
        double[] centre = varied.stream().mapToDouble(this::mean).toArray();
        double[] scale = varied.stream().mapToDouble(this::deviation).toArray();
        double[][] rows = new double[points.size()][middle.length + centre.length];
        for (int i = 0; i < rows.length; i++) {
            for (int z = 0; z < middle.length; z++) {
                rows[i][z] = points.get(i)[z] - (double) middle[z];
            }
            for (int a = 0; a < centre.length; a++) {
                rows[i][middle.length + a] = (value(i, varied.get(a)) - centre[a]) / scale[a];
            }
        }
        return rows;
    }

    private static double[][] covariances(double[][] rows, int columns) {
        double[][] sums = new double[columns][columns];
        for (double[] row : rows) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    sums[i][j] += row[i] * row[j] / rows.length;
                }
            }
        }
        return sums;
    }

    /// Gauss and Jordan's elimination: turns the square at the left into ones on the diagonal. The square is positive definite, so
    /// that no rows need to change places.
    private static void solve(double[][] system) {
        for (int pivot = 0; pivot < system.length; pivot++) {
            double[] row = system[pivot];
            double lead = row[pivot];
            for (int i = 0; i < row.length; i++) {
                row[i] /= lead;
            }
            for (int other = 0; other < system.length; other++) {
                double factor = system[other][pivot];
                for (int i = 0; other != pivot && i < row.length; i++) {
                    system[other][i] -= factor * row[i];
                }
            }
        }
    }

    private void put(SortedMap<Attribute, AttributeVectors.Direction> directions, Attribute attribute, float[] vector) {
        directions.put(attribute, new AttributeVectors.Direction(low(attribute), high(attribute), vector));
    }

    /// The attributes of which not all have the same.
    private List<Attribute> varied() {
        return Arrays.stream(ATTRIBUTES).filter(attribute -> high(attribute) > low(attribute)).toList();
    }

    private List<Integer> order(Attribute attribute) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(value(a, attribute), value(b, attribute)));
        return order;
    }

    private double value(int excerpt, Attribute attribute) {
        return values.get(excerpt)[attribute.ordinal()];
    }

    private double low(Attribute attribute) {
        return order(attribute).stream().limit(points.size() / QUARTER).mapToDouble(i -> value(i, attribute)).average().orElseThrow();
    }

    private double high(Attribute attribute) {
        return order(attribute).stream().skip(points.size() - points.size() / QUARTER).mapToDouble(i -> value(i, attribute)).average()
                .orElseThrow();
    }

    private double mean(Attribute attribute) {
        return values.stream().mapToDouble(value -> value[attribute.ordinal()]).average().orElseThrow();
    }

    private double deviation(Attribute attribute) {
        double mean = mean(attribute);
        double sum = 0;
        for (double[] value : values) {
            sum += (value[attribute.ordinal()] - mean) * (value[attribute.ordinal()] - mean);
        }
        return Math.sqrt(sum / values.size());
    }

    private float[] mean(List<Integer> excerpts) {
        double[] sum = new double[points.getFirst().length];
        for (int excerpt : excerpts) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += points.get(excerpt)[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / excerpts.size());
        }
        return mean;
    }
}
