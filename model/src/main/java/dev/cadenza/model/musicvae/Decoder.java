package dev.cadenza.model.musicvae;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Session;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.kernel.Curves;
import dev.cadenza.model.kernel.Layer;
import dev.cadenza.model.kernel.Matrix;
import dev.cadenza.model.kernel.PositionReading;
import dev.cadenza.model.kernel.Recurrence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What makes an excerpt of a point, one position a step: immutable.
///
/// @param start from the condition to the first state of all layers
/// @param input table of what was last heard
record Decoder(ModelSpec.MusicVae spec, InputRows rows, Optional<Conductor> conductor, Affine start, Matrix input, List<Layer> layers,
               List<Head> heads) {

    /// What makes tokens of one place.
    ///
    /// @param features the tokens of the places before it, as a table; none at the first
    private record Head(Affine hidden, Optional<Matrix> features, Affine token) {
    }

    /// What makes one embedding a bar.
    private record Conductor(Affine start, Layer layer) {
    }

    static Decoder of(ModelSpec.MusicVae spec, InputRows rows, Map<String, Tensor> weights) {
        List<Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < spec.layers(); layer++) {
            layers.add(Layer.of("decoder.", ModelSpec.Cell.LSTM, spec.decoder(), layer, weights));
        }
        List<Head> heads = new ArrayList<>();
        for (int place = 0; place < rows.places(); place++) {
            String head = "head." + place;
            heads.add(new Head(Affine.of(head + ".hidden", weights),
                    Optional.ofNullable(weights.get(head + ".features.weight")).map(Matrix::table),
                    Affine.of(head + ".token", weights)));
        }
        Optional<Conductor> conductor = spec.hierarchical()
                ? Optional.of(new Conductor(Affine.of("conductor.start", weights),
                        Layer.of("conductor.", ModelSpec.Cell.LSTM, spec.conductor(), 0, weights)))
                : Optional.empty();
        return new Decoder(spec, rows, conductor, Affine.of("decoder.start", weights),
                Matrix.table(weights.get("decoder.input.weight")), List.copyOf(layers), List.copyOf(heads));
    }

    Session session(float[] point) {
        return new Reading(conditions(point));
    }

    /// What the decoder is told, one row a section.
    private List<float[]> conditions(float[] point) {
        if (conductor.isEmpty()) {
            return List.of(point.clone());
        }
        float[] first = conductor.get().start().apply(point);
        Curves.tanh(first, 0, first.length);
        Recurrence bars = new Recurrence(List.of(conductor.get().layer()));
        bars.restart(first);
        List<float[]> conditions = new ArrayList<>();
        for (int bar = 0; bar < spec.bars(); bar++) {
            conditions.add(bars.next(point).clone());
        }
        return conditions;
    }

    private final class Reading extends PositionReading {

        private final List<float[]> conditions;
        private final int sectionSteps = spec.steps() / spec.sections();
        private final Recurrence recurrence = new Recurrence(layers);
        private final int places = rows.places();
        private final int[] last = new int[places];             // rows of the input table
        private final int[] chosen = new int[places];           // tokens of the present step so far
        private final float[] embedded = new float[spec.embedding()];
        private final float[] x = new float[spec.embedding() + spec.condition()];
        private final float[] first = new float[start.bias().length];
        private final float[] g = new float[spec.head()];
        private float[] h = {};
        private int step;
        private int place;

        Reading(List<float[]> conditions) {
            super(rows.vocabulary());
            this.conditions = conditions;
            for (int at = 0; at < places; at++) {
                last[at] = rows.none(at);
            }
        }

        @Override
        public void accept(int token) {
            chosen[place] = Objects.checkIndex(token, rows.vocabulary());
            stand();
            if (++place == places) {
                for (int at = 0; at < places; at++) {
                    last[at] = rows.token(at, chosen[at]);
                }
                place = 0;
                step++;
            }
            next(place == 0);
        }

        @Override
        public int length() {
            return step * places + place;
        }

        @Override
        protected void recur() {
            float[] condition = conditions.get(Objects.checkIndex(step, spec.steps()) / sectionSteps);
            if (step % sectionSteps == 0) {
                start.into(condition, first);
                Curves.tanh(first, 0, first.length);
                recurrence.restart(first);
                System.arraycopy(condition, 0, x, spec.embedding(), condition.length);
            }
            Arrays.fill(embedded, 0);
            for (int row : last) {
                input.addColumn(row, embedded);
            }
            input.addColumn(rows.position(step), embedded);
            System.arraycopy(embedded, 0, x, 0, embedded.length);
            h = recurrence.next(x);
        }

        @Override
        protected void score(float[] logits) {
            Head head = heads.get(place);
            head.hidden().into(h, g);
            for (int earlier = 0; earlier < place; earlier++) {
                head.features().orElseThrow().addColumn(rows.before(earlier, chosen[earlier]), g);
            }
            for (int i = 0; i < g.length; i++) {
                g[i] = Math.max(g[i], 0);
            }
            head.token().into(g, logits);
        }
    }
}
