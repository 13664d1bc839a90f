package dev.cadenza.train.musegan;

import static org.bytedeco.pytorch.global.torch.grad;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.rand;
import static dev.cadenza.train.musegan.GeneratorNetwork.curve;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.musegan.RollGrid;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.WeightDraw;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;

/// What tells how real a phrase is: convolutions over bars, time and pitch whose patches do not overlap, from steps within an octave to
/// octaves, beats, bars and the phrase; and one over the pitch classes of a beat. All tracks are read together.
record CriticNetwork(ModelSpec.MuseGan spec, RollGrid grid, Parameters parameters) {

    private static final double TINY = 1e-12;

    /// First weights.
    static CriticNetwork draw(ModelSpec.MuseGan spec, RollGrid grid) {
        WeightDraw weights = new WeightDraw();
        int tracks = grid.tracks().size();
        int width = spec.width();
        weights.linear("step", 2 * width, tracks * RollGrid.OCTAVE * RollGrid.CHANNELS);
        weights.linear("octave", 2 * width, 2 * width * grid.steps());
        weights.linear("beat", 4 * width, 2 * width * spec.octaves());
        weights.linear("classes", 4 * width, tracks * RollGrid.OCTAVE);
        weights.linear("bar", 4 * width, 4 * width * grid.mostBeats(spec));
        weights.table("metre.weight", spec.beats().size(), 4 * width, 1);
        weights.linear("phrase", 4 * width, 4 * width * spec.bars());
        weights.linear("output", 1, 4 * width);
        return new CriticNetwork(spec, grid, weights.done());
    }

    /// How real phrases seem.
    ///
    /// @param cells (B, N Q, O, S, T, 12, 2)
    /// @return (B)
    Tensor score(Tensor cells, int beats) {
        int width = spec.width();
        int tracks = grid.tracks().size();
        Tensor x = curve(dense("step", cells.reshape(-1, (long) tracks * RollGrid.OCTAVE * RollGrid.CHANNELS)));
        x = curve(dense("octave", x.reshape(-1, 2L * width * grid.steps())));                  // (B N Q O, M)
        Tensor classes = cells.select(6, 0).mean(2, 3).reshape(-1, (long) tracks * RollGrid.OCTAVE);
        x = curve(dense("beat", x.reshape(-1, 2L * width * spec.octaves())).add(dense("classes", classes)));
        x = GeneratorNetwork.filled(x.reshape(-1, 4L * width * beats), 4L * width * grid.mostBeats(spec));
        x = curve(dense("bar", x).add(parameters.get("metre.weight").select(0, spec.beats().indexOf(beats))));
        x = curve(dense("phrase", x.reshape(-1, 4L * width * spec.bars())));
        return dense("output", x).squeeze(1);
    }

    private Tensor dense(String name, Tensor x) {
        return linear(x, parameters.get(name + ".weight"), new TensorOptional(parameters.get(name + ".bias")));
    }

    /// How far gradients at points between real and made phrases are from length 1, squared, summed over phrases. It can be
    /// differentiated again.
    Tensor penalty(Tensor real, Tensor made, int beats) {
        Tensor share = rand(real.size(0), 1, 1, 1, 1, 1, 1);
        Tensor between = made.add(real.sub(made).mul(share)).detach().requires_grad_(true);
        Tensor slope = grad(new TensorVector(score(between, beats).sum()), new TensorVector(between), new TensorVector(),
                new BoolOptional(true), true, false).get(0);
        Tensor length = slope.reshape(real.size(0), -1).square().sum(1).add(new Scalar(TINY)).sqrt();
        return length.sub(new Scalar(1)).square().sum();
    }
}
