package dev.cadenza.model.musegan;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.model.Adversarial;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.MuseGan.Neurons;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.kernel.Curves;
import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A MuseGAN (Dong et al. 2018) that plays. Phrases come in C major or A minor; what joins given music is in its key.
public final class MuseGanModel implements Adversarial {

    private static final int QUARTER = 4;

    private final ModelSpec.MuseGan spec;
    private final Facts facts;
    private final RollGrid grid;
    private final Generator generator;
    private final int sources;

    /// @param spec of the checkpoint
    /// @param hash see [dev.cadenza.model.MusicModel#hash]
    public MuseGanModel(ModelSpec.MuseGan spec, Checkpoint checkpoint, String hash) {
        this.spec = spec;
        this.facts = Facts.of(checkpoint, hash);
        this.grid = RollGrid.of(spec, checkpoint.tokenizer());
        this.generator = new Generator(spec, grid, checkpoint.weights());
        this.sources = MuseGanShapes.sources(spec, grid.tracks().size());
    }

    @Override
    public TrackRolls rolls() {
        return grid.rolls();
    }

    @Override
    public int bars() {
        return spec.bars();
    }

    @Override
    public List<Meter> meters() {
        return spec.beats().stream().map(beats -> new Meter(0, beats, QUARTER)).toList();
    }

    /// {@inheritDoc} A shared noise and one for each track, as its kind says, twice.
    @Override
    public int noise() {
        return 2 * steady();
    }

    /// {@inheritDoc} The other half goes through the temporal generators.
    @Override
    public int steady() {
        return sources * spec.noise();
    }

    @Override
    public boolean accompanies() {
        return spec.accompanies();
    }

    @Override
    public PianoRoll phrase(float[] noise, Meter meter) {
        return played(noise, beats(meter), new float[grid.size(beats(meter))], 0);
    }

    @Override
    public PianoRoll accompaniment(float[] noise, Meter meter, PianoRoll given) {
        if (!accompanies()) {
            throw new IllegalArgumentException("this model joins no tracks");
        }
        int beats = beats(meter);
        if (given.steps() != spec.bars() * beats * grid.steps() || given.tracks().size() != grid.tracks().size()) {
            throw new IllegalArgumentException("not " + spec.bars() + " bars of these tracks: " + given);
        }
        float[] cells = new float[grid.size(beats)];
        int shift = grid.shift(given);
        grid.cells(given, shift, cell -> cells[cell] = 1);
        return played(noise, beats, cells, -shift);
    }

    /// Logits of all cells of a phrase, see [RollGrid]: what sounds, and what begins if it sounds.
    ///
    /// @param noise ([#noise])
    /// @param beats of a bar
    /// @param given cells of given tracks, all 0 for none
    public float[] logits(float[] noise, int beats, float[] given) {
        return generator.logits(noise, beats, given);
    }

    private int beats(Meter meter) {
        if (meter.denominator() != QUARTER || !spec.beats().contains(meter.numerator())) {
            throw new IllegalArgumentException("not in " + meter);
        }
        return meter.numerator();
    }

    private PianoRoll played(float[] noise, int beats, float[] given, int shift) {
        if (noise.length != noise()) {
            throw new IllegalArgumentException(noise.length + " numbers of noise instead of " + noise());
        }
        float[] logits = generator.logits(noise, beats, given);
        // Chance is drawn from the noise, so that equal noise makes equal music.
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(Arrays.hashCode(noise));
        int steps = spec.bars() * beats * grid.steps();
        List<PianoRoll.Track> tracks = new ArrayList<>();
        for (int track = 0; track < grid.tracks().size(); track++) {
            int moved = grid.tracks().get(track).drums() ? 0 : shift;
            BitSet onsets = new BitSet();
            BitSet held = new BitSet();
            for (int place = 0; place < RollGrid.OCTAVE * spec.octaves(); place++) {
                int pitch = Math.floorMod(spec.lowest() + place + moved, PianoRoll.PITCHES);
                boolean before = false;
                for (int step = 0; step < steps; step++) {
                    int cell = grid.cell(step, track, place);
                    boolean sounds = fires(logits[cell], chance);
                    boolean begins = fires(logits[cell + 1], chance);
                    if (sounds) {
                        (begins || !before ? onsets : held).set(step * PianoRoll.PITCHES + pitch);
                    }
                    before = sounds;
                }
            }
            tracks.add(new PianoRoll.Track(grid.tracks().get(track).name(), onsets, held));
        }
        return PianoRoll.of(tracks, new Plan(steps, new Meter(0, beats, QUARTER), 0, Optional.empty(), true), grid.steps());
    }

    private boolean fires(float logit, RandomGenerator chance) {
        return spec.neurons() == Neurons.STOCHASTIC ? chance.nextFloat() < Curves.sigmoid(logit) : logit > 0;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public ModelSpec.MuseGan spec() {
        return spec;
    }
}
