package dev.cadenza.train.musegan;

import static org.bytedeco.pytorch.global.torch.baddbmm;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.leaky_relu;
import static org.bytedeco.pytorch.global.torch.matmul;
import static org.bytedeco.pytorch.global.torch.rand_like;
import static org.bytedeco.pytorch.global.torch.sigmoid;
import static org.bytedeco.pytorch.global.torch.stack;
import static org.bytedeco.pytorch.global.torch.tensor;
import static org.bytedeco.pytorch.global.torch.zeros;
import static org.bytedeco.pytorch.global.torch.zeros_like;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.MuseGan.Kind;
import dev.cadenza.model.musegan.MuseGanShapes;
import dev.cadenza.model.musegan.RollGrid;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.WeightDraw;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// The generator for learning: the function that `dev.cadenza.model.musegan` plays. `B` phrases, `P` noises of `D` numbers, `G`
/// generators; `C`, `M` and `F` coarse, middle and fine channels; `N` bars of `Q` beats of `S` steps, `O` octaves, `T` tracks.
record GeneratorNetwork(ModelSpec.MuseGan spec, RollGrid grid, Parameters parameters) {

    private static final double SLOPE = 0.2;
    /// Deviation of a first logit: at about this one, a threshold fires as often as the log odds beside it say.
    private static final double DEVIATION = 2;
    private static final double FARTHEST = 8;
    /// How much of the variance of first weights neighbours in time share: music goes on more often than it changes.
    private static final Map<String, Double> ALIKE = Map.of("step.weight", 0.9, "beat.weight", 0.5, "temporal.out.weight", 0.5);

    /// First weights.
    ///
    /// @param rates of [Phrases#rates]: at first every pitch is as frequent as it is in the music
    static GeneratorNetwork draw(ModelSpec.MuseGan spec, RollGrid grid, SortedMap<String, int[]> shapes, double[][][] rates) {
        WeightDraw weights = new WeightDraw();
        shapes.forEach((name, shape) -> {
            long[] axes = Arrays.stream(shape).asLongStream().toArray();
            if (name.equals("note.bias")) {
                weights.uniform(name, 0, axes).copy_(tensor(odds(grid, shape, rates)).reshape(axes));
            } else if (name.equals("note.weight")) {
                weights.uniform(name, DEVIATION * Math.sqrt(3.0 / shape[1]), axes);
            } else if (name.endsWith("bias")) {
                weights.uniform(name, 0, axes);
            } else if (name.equals("metre.weight")) {
                weights.uniform(name, 1, axes);
            } else if (ALIKE.containsKey(name)) {
                int copies = name.equals("step.weight") ? grid.steps() : name.equals("beat.weight") ? grid.mostBeats(spec) : spec.bars();
                Tensor own = weights.uniform(name, Math.sqrt(5.8 / shape[1]), axes);
                Tensor shared = zeros(shape[0], shape[1], shape[2] / copies).uniform_(-Math.sqrt(5.8 / shape[1]),
                        Math.sqrt(5.8 / shape[1]), new GeneratorOptional()).repeat(1, 1, copies);
                double share = ALIKE.get(name);
                own.mul_(new Scalar(Math.sqrt(1 - share))).add_(shared, new Scalar(Math.sqrt(share)));
            } else {
                weights.uniform(name, Math.sqrt((name.startsWith("join") ? 1.5 : 5.8) / shape[1]), axes);
            }
        });
        return new GeneratorNetwork(spec, grid, weights.done());
    }

    private static float[] odds(RollGrid grid, int[] shape, double[][][] rates) {
        float[] odds = new float[shape[0] * shape[1] * shape[2]];
        int tracks = grid.tracks().size() / shape[0];
        for (int i = 0; i < odds.length; i++) {
            int note = i % shape[2];
            int track = i / shape[2] / shape[1] * tracks + note / (RollGrid.OCTAVE * RollGrid.CHANNELS);
            int place = i / shape[2] % shape[1] * RollGrid.OCTAVE + note / RollGrid.CHANNELS % RollGrid.OCTAVE;
            double rate = rates[note % RollGrid.CHANNELS][track][place];
            odds[i] = (float) Math.clamp(Math.log(rate / (1 - rate)), -FARTHEST, FARTHEST);
        }
        return odds;
    }

    /// Logits of all cells.
    ///
    /// @param noise (B, 2, P, D)
    /// @param given (B, N Q, O, S, T, 12, 2) cells of given tracks
    /// @return (B, N Q, O, S, T, 12, 2)
    Tensor logits(Tensor noise, int beats, Tensor given) {
        long places = noise.size(0) * spec.bars();
        int groups = MuseGanShapes.groups(spec, grid.tracks().size());
        int fine = spec.width();
        Tensor x = dense("bar", inputs(noise).reshape(groups, places, -1))                     // (G, B N, C)
                .add(parameters.get("metre.weight").select(0, spec.beats().indexOf(beats)));
        Tensor[] heard = spec.accompanies() ? heard(given, beats) : new Tensor[0];
        x = curve(joined(x, "join.bar", heard, 3));
        x = dense("beat", x).narrow(2, 0, 4L * fine * beats).reshape(groups, -1, 4L * fine);   // (G, B N Q, C)
        x = curve(joined(x, "join.beat", heard, 2));
        x = dense("octave", x).reshape(groups, -1, 2L * fine);                                 // (G, B N Q O, M)
        x = curve(joined(x, "join.octave", heard, 1));
        x = dense("step", x).reshape(groups, -1, fine);                                        // (G, B N Q O S, F)
        x = curve(joined(x, "join.step", heard, 0));
        long notes = (long) grid.tracks().size() / groups * RollGrid.OCTAVE * RollGrid.CHANNELS;
        x = matmul(x, parameters.get("note.weight")).reshape(groups, places * beats, spec.octaves(), grid.steps(), notes)
                .add(parameters.get("note.bias").reshape(groups, 1, spec.octaves(), 1, notes));
        return x.permute(1, 2, 3, 0, 4).reshape(noise.size(0), (long) spec.bars() * beats, spec.octaves(), grid.steps(),
                grid.tracks().size(), RollGrid.OCTAVE, RollGrid.CHANNELS);
    }

    /// What each generator hears for each bar: (G, B, N, D times as many as it hears).
    private Tensor inputs(Tensor noise) {
        long phrases = noise.size(0);
        long sources = noise.size(2);
        Tensor steady = noise.select(1, 0).permute(1, 0, 2);                                   // (P, B, D)
        Tensor going = dense("temporal.out", curve(dense("temporal.in", noise.select(1, 1).permute(1, 0, 2))))
                .reshape(sources, phrases, spec.bars(), spec.noise());                         // (P, B, N, D)
        Tensor both = cat(new TensorVector(steady.unsqueeze(2).expand(sources, phrases, spec.bars(), spec.noise()), going), 3);
        if (spec.kind() != Kind.HYBRID) {
            return both;
        }
        Tensor own = both.narrow(0, 1, sources - 1);
        return cat(new TensorVector(both.narrow(0, 0, 1).expand_as(own), own), 3);
    }

    private Tensor[] heard(Tensor given, int beats) {
        int fine = spec.width();
        long perStep = (long) grid.tracks().size() * RollGrid.OCTAVE * RollGrid.CHANNELS;
        Tensor steps = curve(dense("given.step", given.reshape(1, -1, perStep)));              // (1, B N Q O S, F)
        Tensor octaves = curve(dense("given.octave", steps.reshape(1, -1, (long) grid.steps() * fine)));
        Tensor quarters = curve(dense("given.beat", octaves.reshape(1, -1, 2L * spec.octaves() * fine)));
        Tensor wide = filled(quarters.reshape(1, -1, 4L * beats * fine), 4L * grid.mostBeats(spec) * fine);
        return new Tensor[] {steps, octaves, quarters, curve(dense("given.bar", wide))};
    }

    /// The last axis filled up with zeros.
    static Tensor filled(Tensor x, long length) {
        long last = x.dim() - 1;
        long missing = length - x.size(last);
        return missing == 0 ? x : cat(new TensorVector(x, zeros_like(x.narrow(last, 0, missing))), last);
    }

    private Tensor joined(Tensor x, String name, Tensor[] heard, int level) {
        return heard.length == 0 ? x : x.add(matmul(heard[level], parameters.get(name + ".weight")));
    }

    private Tensor dense(String name, Tensor x) {
        return baddbmm(parameters.get(name + ".bias"), x, parameters.get(name + ".weight"));
    }

    static Tensor curve(Tensor x) {
        return leaky_relu(x, new Scalar(SLOPE));
    }

    /// Cells as they are played: a note begins where it is said to, or nothing sounded before.
    ///
    /// @param logits (B, N Q, O, S, T, 12, 2)
    /// @return as many cells
    Tensor played(Tensor logits) {
        Tensor sounds = fired(logits.select(6, 0));                                            // (B, N Q, O, S, T, 12)
        Tensor begins = fired(logits.select(6, 1));
        long steps = sounds.size(3);
        Tensor last = sounds.narrow(3, steps - 1, 1);
        Tensor first = cat(new TensorVector(zeros_like(last.narrow(1, 0, 1)), last.narrow(1, 0, last.size(1) - 1)), 1);
        Tensor before = steps == 1 ? first : cat(new TensorVector(first, sounds.narrow(3, 0, steps - 1)), 3);
        Tensor onsets = sounds.sub(sounds.mul(before).mul(begins.neg().add(new Scalar(1))));
        return stack(new TensorVector(sounds, onsets), 6);
    }

    private Tensor fired(Tensor logits) {
        Tensor grey = sigmoid(logits);
        return switch (spec.neurons()) {
            case NONE -> grey;
            case DETERMINISTIC -> grey.add(logits.gt(new Scalar(0)).to(ScalarType.Float).sub(grey).detach());
            case STOCHASTIC -> grey.add(grey.gt(rand_like(grey)).to(ScalarType.Float).sub(grey).detach());
        };
    }

    /// The same network with other weights.
    GeneratorNetwork with(Parameters weights) {
        return new GeneratorNetwork(spec, grid, weights);
    }

    /// Noises of a phrase, as an axis.
    long sources() {
        return MuseGanShapes.sources(spec, grid.tracks().size());
    }

    /// Names of tracks, for messages.
    List<String> trackNames() {
        return grid.tracks().stream().map(track -> track.name()).toList();
    }
}
