package dev.cadenza.model.musegan;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.MuseGan.Kind;
import dev.cadenza.model.checkpoint.Tensor;
import java.util.Map;
import java.util.Optional;

/// The generator: noise and, where it accompanies, the cells of given tracks become logits of all cells of a phrase. `D` numbers of a
/// noise, `C` coarse channels, `M` middle ones, `F` fine ones; `N` bars, `Q` beats of a bar, `O` octaves, `S` steps of a beat.
final class Generator {

    private final ModelSpec.MuseGan spec;
    private final RollGrid grid;
    private final int groups;
    private final int sources;
    private final Dense temporalIn;
    private final Dense temporalOut;
    private final Dense bar;
    private final float[] metre;
    private final Dense beat;
    private final Dense octave;
    private final Dense step;
    private final Dense note;
    private final Optional<Hearing> hearing;

    /// What hears given tracks.
    private record Hearing(Dense step, Dense octave, Dense beat, Dense bar, Dense toStep, Dense toOctave, Dense toBeat, Dense toBar) {

        static Hearing of(Map<String, Tensor> tensors) {
            return new Hearing(Dense.of(tensors, "given.step"), Dense.of(tensors, "given.octave"), Dense.of(tensors, "given.beat"),
                    Dense.of(tensors, "given.bar"), Dense.of(tensors, "join.step"), Dense.of(tensors, "join.octave"),
                    Dense.of(tensors, "join.beat"), Dense.of(tensors, "join.bar"));
        }
    }

    Generator(ModelSpec.MuseGan spec, RollGrid grid, Map<String, Tensor> tensors) {
        this.spec = spec;
        this.grid = grid;
        this.groups = MuseGanShapes.groups(spec, grid.tracks().size());
        this.sources = MuseGanShapes.sources(spec, grid.tracks().size());
        this.temporalIn = Dense.of(tensors, "temporal.in");
        this.temporalOut = Dense.of(tensors, "temporal.out");
        this.bar = Dense.of(tensors, "bar");
        this.metre = tensors.get("metre.weight").toFloats();
        this.beat = Dense.of(tensors, "beat");
        this.octave = Dense.of(tensors, "octave");
        this.step = Dense.of(tensors, "step");
        this.note = Dense.of(tensors, "note");
        this.hearing = spec.accompanies() ? Optional.of(Hearing.of(tensors)) : Optional.empty();
    }

    /// Logits of all cells, in their order.
    ///
    /// @param noise (2, sources, D): what stays from phrase to phrase, then what goes
    /// @param beats of a bar
    /// @param given cells of given tracks; not looked at where it does not accompany
    float[] logits(float[] noise, int beats, float[] given) {
        int d = spec.noise();
        float[][] going = new float[sources][];                                                // each (N, D)
        for (int source = 0; source < sources; source++) {
            float[] hidden = temporalIn.curved(source, Dense.part(noise, (sources + source) * d, d));
            going[source] = temporalOut.start(source, 1);
            temporalOut.add(source, hidden, going[source]);
        }
        float[][] heard = hearing.map(layers -> heard(layers, beats, given)).orElse(new float[0][]);
        float[] logits = new float[grid.size(beats)];
        for (int group = 0; group < groups; group++) {
            scatter(group, made(group, inputs(group, noise, going), beats, heard), logits);
        }
        return logits;
    }

    /// (N, heard x D)
    private float[] inputs(int group, float[] noise, float[][] going) {
        int d = spec.noise();
        int heard = MuseGanShapes.heard(spec);
        float[] x = new float[spec.bars() * heard * d];
        for (int n = 0; n < spec.bars(); n++) {
            int at = n * heard * d;
            if (spec.kind() == Kind.HYBRID) {
                System.arraycopy(noise, 0, x, at, d);
                System.arraycopy(going[0], n * d, x, at + d, d);
                at += 2 * d;
            }
            int own = spec.kind() == Kind.HYBRID ? 1 + group : group;
            System.arraycopy(noise, own * d, x, at, d);
            System.arraycopy(going[own], n * d, x, at + d, d);
        }
        return x;
    }

    /// What is heard of given tracks at each step, octave, beat and bar.
    private float[][] heard(Hearing layers, int beats, float[] given) {
        int coarse = 4 * spec.width();
        int most = grid.mostBeats(spec);
        float[] steps = layers.step.curved(0, given);                                          // (N Q O S, F)
        float[] octaves = layers.octave.curved(0, steps);                                      // (N Q O, M)
        float[] quarters = layers.beat.curved(0, octaves);                                     // (N Q, C)
        float[] bars = layers.bar.curved(0, Dense.fitted(quarters, beats * coarse, most * coarse));   // (N, C)
        return new float[][] {steps, octaves, quarters, bars};
    }

    private float[] made(int group, float[] inputs, int beats, float[][] heard) {
        int coarse = 4 * spec.width();
        int place = spec.beats().indexOf(beats) * coarse;
        float[] x = bar.start(group, spec.bars());                                             // (N, C)
        bar.add(group, inputs, x);
        for (int i = 0; i < x.length; i++) {
            x[i] += metre[place + i % coarse];
        }
        hearing.ifPresent(layers -> layers.toBar.add(group, heard[3], x));
        float[] wide = beat.start(group, spec.bars());
        beat.add(group, Dense.curve(x), wide);
        float[] quarters = Dense.fitted(wide, beat.outputs(), beats * coarse);                 // (N Q, C)
        hearing.ifPresent(layers -> layers.toBeat.add(group, heard[2], quarters));
        float[] octaves = octave.start(group, spec.bars() * beats);                            // (N Q O, M)
        octave.add(group, Dense.curve(quarters), octaves);
        hearing.ifPresent(layers -> layers.toOctave.add(group, heard[1], octaves));
        float[] steps = step.start(group, spec.bars() * beats * spec.octaves());               // (N Q O S, F)
        step.add(group, Dense.curve(octaves), steps);
        hearing.ifPresent(layers -> layers.toStep.add(group, heard[0], steps));
        float[] notes = new float[spec.bars() * beats * spec.octaves() * grid.steps() * note.outputs()];
        for (int i = 0; i < notes.length; i++) {
            int octaveOf = i / note.outputs() / grid.steps() % spec.octaves();
            notes[i] = note.bias()[(group * spec.octaves() + octaveOf) * note.outputs() + i % note.outputs()];
        }
        note.add(group, Dense.curve(steps), notes);
        return notes;
    }

    /// From one generator's places to those among all tracks.
    private void scatter(int group, float[] notes, float[] logits) {
        int width = note.outputs();
        for (int place = 0; place * width < notes.length; place++) {
            System.arraycopy(notes, place * width, logits, (place * groups + group) * width, width);
        }
    }
}
