package dev.cadenza.train.deepbach;

import static org.bytedeco.pytorch.global.torch.arange;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.dropout;
import static org.bytedeco.pytorch.global.torch.embedding_bag;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.lstm;
import static org.bytedeco.pytorch.global.torch.tensor;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.model.deepbach.GridReading;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.Precision;
import dev.cadenza.train.WeightDraw;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// DeepBach and orderless networks for learning: the function of `docs/formats/checkpoint.md`, with dropout.
record DeepBachNetwork(ModelSpec.DeepBach spec, GridReading reading, Parameters parameters, Precision precision) {

    /// libtorch's number for adding up, in bags and in losses.
    private static final long BAG_SUM = 0;
    private static final long LOSS_SUM = 2;
    private static final long NOTHING = -100;
    private static final double TABLE = 0.15;

    /// The network with its weights drawn anew from libtorch's default generator.
    static DeepBachNetwork drawn(ModelSpec.DeepBach spec, GridReading reading, Precision precision) {
        WeightDraw draw = new WeightDraw();
        if (spec.reading() == Reading.ORDERLESS) {
            draw.table("input.weight", reading.stepRows(), spec.embedding(), TABLE);
            for (String side : List.of("rnn.past.", "rnn.future.")) {
                for (int layer = 0; layer < spec.layers(); layer++) {
                    draw.layer(side, ModelSpec.Cell.LSTM, layer, spec.hidden(), layer == 0 ? spec.embedding() : 2 * spec.hidden());
                }
            }
        }
        for (int voice = 0; voice < reading.voices(); voice++) {
            String name = "voice." + voice + ".";
            if (spec.reading() == Reading.NEIGHBOURS) {
                draw.table(name + "input.weight", reading.stepRows(), spec.embedding(), TABLE);
                draw.layer(name + "past.", ModelSpec.Cell.LSTM, 0, spec.hidden(), spec.embedding());
                draw.layer(name + "future.", ModelSpec.Cell.LSTM, 0, spec.hidden(), spec.embedding());
            }
            draw.table(name + "features.weight", reading.headRows(), spec.head(), TABLE);
            draw.linear(name + "hidden", spec.head(), 2 * spec.hidden());
            draw.linear(name + "symbol", reading.symbols(), spec.head());
            draw.linear(name + "interval", reading.references() * GridReading.INTERVALS, spec.head());
        }
        return new DeepBachNetwork(spec, reading, draw.done(), precision);
    }

    /// Logits of each voice's cells that are asked for.
    ///
    /// @return by voice, (cells, symbols); empty where nothing is asked of a voice
    List<Optional<Tensor>> logits(GridBatch batch, boolean training) {
        return precision.compute(() -> {
            Tensor together = spec.reading() == Reading.ORDERLESS ? together(batch, training) : null;
            return IntStream.range(0, reading.voices()).mapToObj(voice -> {
                GridBatch.Asked asked = batch.voices().get(voice);
                if (asked.targets().length == 0) {
                    return Optional.<Tensor>empty();
                }
                Tensor around = together != null ? together : apart(batch, voice, training);
                return Optional.of(head(around, voice, asked, training));
            }).toList();
        });
    }

    /// Total nats of a batch.
    Tensor nats(GridBatch batch, boolean training) {
        List<Optional<Tensor>> logits = logits(batch, training);
        Tensor total = zeros(1).sum();
        for (int voice = 0; voice < logits.size(); voice++) {
            if (logits.get(voice).isPresent()) {
                total = total.add(cross_entropy_loss(logits.get(voice).get(), tensor(batch.voices().get(voice).targets()),
                        new TensorOptional(), LOSS_SUM, NOTHING, 0));
            }
        }
        return total;
    }

    /// @return (windows x steps, 2 H)
    private Tensor together(GridBatch batch, boolean training) {
        Tensor x = embedded("input.weight", batch, batch.rows().getFirst(), training);
        for (int layer = 0; layer < spec.layers(); layer++) {
            x = cat(new TensorVector(past(x, "rnn.past.", layer), future(x, batch, "rnn.future.", layer)), 2);
            x = dropout(x, spec.dropout(), training);
        }
        return x.reshape(-1, 2L * spec.hidden());
    }

    /// What a voice's networks have read up to the neighbours of each step.
    ///
    /// @return (windows x steps, 2 H)
    private Tensor apart(GridBatch batch, int voice, boolean training) {
        String name = "voice." + voice + ".";
        Tensor past = past(embedded(name + "input.weight", batch, batch.rows().get(2 * voice), training), name + "past.", 0);
        Tensor future = future(embedded(name + "input.weight", batch, batch.rows().get(2 * voice + 1), training), batch, name + "future.", 0);
        Tensor none = precision.cast(zeros(batch.windows(), 1, spec.hidden()));
        Tensor before = cat(new TensorVector(none, past.narrow(1, 0, batch.steps() - 1L)), 1);
        Tensor behind = cat(new TensorVector(future.narrow(1, 1, batch.steps() - 1L), none), 1);
        return dropout(cat(new TensorVector(before, behind), 2), spec.dropout(), training).reshape(-1, 2L * spec.hidden());
    }

    /// @return (windows, steps, E)
    private Tensor embedded(String table, GridBatch batch, long[] rows, boolean training) {
        Tensor x = bag(table, rows, reading.stepSlots());
        return dropout(x, spec.dropout() / 2, training).reshape(batch.windows(), batch.steps(), spec.embedding());
    }

    /// @param x (windows, steps, input)
    /// @return (windows, steps, H)
    private Tensor past(Tensor x, String prefix, int layer) {
        Tensor start = precision.cast(zeros(1, x.size(0), spec.hidden()));
        TensorVector weights = new TensorVector();
        for (String name : List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh")) {
            weights.push_back(parameters.get(prefix + name + "_l" + layer));
        }
        return lstm(precision.cast(x), new TensorVector(start, start), weights, true, 1, 0, false, false, true).get0();
    }

    /// The same from the end of each window to its beginning; zeros where it is filled up.
    private Tensor future(Tensor x, GridBatch batch, String prefix, int layer) {
        Tensor order = tensor(batch.backward());
        Tensor turned = x.reshape(-1, x.size(2)).index_select(0, order).reshape(x.sizes());
        Tensor h = past(turned, prefix, layer).reshape(-1, spec.hidden()).index_select(0, order);
        return h.mul(tensor(batch.filled()).reshape(-1, 1).to(h.scalar_type())).reshape(batch.windows(), batch.steps(), spec.hidden());
    }

    private Tensor head(Tensor around, int voice, GridBatch.Asked asked, boolean training) {
        String name = "voice." + voice + ".";
        long cells = asked.targets().length;
        Tensor units = linear(around.index_select(0, asked.positionsTensor()), parameters.get(name + "hidden.weight"), optional(name + "hidden.bias"))
                .add(bag(name + "features.weight", asked.features(), reading.headSlots())).relu();
        units = dropout(units, spec.dropout(), training);
        Tensor logits = linear(units, parameters.get(name + "symbol.weight"), optional(name + "symbol.bias")).to(ScalarType.Float);
        Tensor intervals = linear(units, parameters.get(name + "interval.weight"), optional(name + "interval.bias")).to(ScalarType.Float)
                .reshape(cells, reading.references(), GridReading.INTERVALS);
        // The last class, no interval, has a logit of 0.
        Tensor all = cat(new TensorVector(intervals, zeros(cells, reading.references(), 1)), 2);
        Tensor classes = tensor(asked.classes()).reshape(cells, reading.references(), reading.symbols());
        return logits.add(all.gather(2, classes).sum(1));
    }

    /// Sums of table rows.
    ///
    /// @return (rows / slots, length of a row)
    private Tensor bag(String table, long[] rows, int slots) {
        Tensor starts = arange(new Scalar(0), new Scalar(rows.length), new Scalar(slots), new TensorOptions(ScalarType.Long));
        return embedding_bag(parameters.get(table), tensor(rows), starts, false, BAG_SUM, false, new TensorOptional(), false,
                new LongOptional()).get0();
    }

    private TensorOptional optional(String name) {
        return new TensorOptional(parameters.get(name));
    }
}
