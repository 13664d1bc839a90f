package dev.cadenza.model.musegan;

import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.MuseGan.Kind;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.SortedMap;
import java.util.TreeMap;

/// Names and shapes of the tensors of a MuseGAN's generator, as `docs/formats/checkpoint.md` lists them. The critic is no part of
/// the model. A matrix has the axes generator, input, output.
public final class MuseGanShapes {

    private MuseGanShapes() {
    }

    /// Every tensor that a generator has, with its axes.
    ///
    /// @throws RequestException where the representation is no piano roll of several tracks
    public static SortedMap<String, int[]> of(ModelSpec.MuseGan spec, Tokenizer tokenizer) {
        RollGrid grid = RollGrid.of(spec, tokenizer);
        int tracks = grid.tracks().size();
        int groups = groups(spec, tracks);
        int sources = sources(spec, tracks);
        int fine = spec.width();
        int middle = 2 * fine;
        int coarse = 4 * fine;
        int bar = grid.mostBeats(spec);
        SortedMap<String, int[]> shapes = new TreeMap<>();
        dense(shapes, "temporal.in", sources, spec.noise(), 2 * spec.noise());
        dense(shapes, "temporal.out", sources, 2 * spec.noise(), spec.bars() * spec.noise());
        dense(shapes, "bar", groups, heard(spec) * spec.noise(), coarse);
        shapes.put("metre.weight", new int[] {spec.beats().size(), coarse});
        dense(shapes, "beat", groups, coarse, bar * coarse);
        dense(shapes, "octave", groups, coarse, spec.octaves() * middle);
        dense(shapes, "step", groups, middle, grid.steps() * fine);
        int notes = tracks / groups * RollGrid.OCTAVE * RollGrid.CHANNELS;
        shapes.put("note.weight", new int[] {groups, fine, notes});
        shapes.put("note.bias", new int[] {groups, spec.octaves(), notes});
        if (spec.accompanies()) {
            dense(shapes, "given.step", 1, tracks * RollGrid.OCTAVE * RollGrid.CHANNELS, fine);
            dense(shapes, "given.octave", 1, grid.steps() * fine, middle);
            dense(shapes, "given.beat", 1, spec.octaves() * middle, coarse);
            dense(shapes, "given.bar", 1, bar * coarse, coarse);
            shapes.put("join.step.weight", new int[] {groups, fine, fine});
            shapes.put("join.octave.weight", new int[] {groups, middle, middle});
            shapes.put("join.beat.weight", new int[] {groups, coarse, coarse});
            shapes.put("join.bar.weight", new int[] {groups, coarse, coarse});
        }
        return shapes;
    }

    private static void dense(SortedMap<String, int[]> shapes, String name, int groups, int inputs, int outputs) {
        shapes.put(name + ".weight", new int[] {groups, inputs, outputs});
        shapes.put(name + ".bias", new int[] {groups, 1, outputs});
    }

    /// Generators: one for all tracks, or one a track.
    public static int groups(ModelSpec.MuseGan spec, int tracks) {
        return spec.kind() == Kind.COMPOSER ? 1 : tracks;
    }

    /// Noises: the shared one first, then those of the tracks.
    public static int sources(ModelSpec.MuseGan spec, int tracks) {
        return switch (spec.kind()) {
            case COMPOSER -> 1;
            case JAMMING -> tracks;
            case HYBRID -> 1 + tracks;
        };
    }

    /// How many vectors as long as a noise a generator hears for a bar.
    static int heard(ModelSpec.MuseGan spec) {
        return spec.kind() == Kind.HYBRID ? 4 : 2;
    }

    /// The tokenizer of piano rolls.
    ///
    /// @throws RequestException where it is another
    static RollTokenizer rolls(Tokenizer tokenizer) {
        if (tokenizer instanceof RollTokenizer rolls && rolls.rolls().tracks().size() > 1) {
            return rolls;
        }
        throw new RequestException("representation", "REPRESENTATION_UNSUITED",
                "MuseGAN reads piano rolls of several tracks, as the representation \"roll\" has them.", "Use that representation.");
    }
}
