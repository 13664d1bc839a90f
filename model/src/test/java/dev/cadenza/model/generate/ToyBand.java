package dev.cadenza.model.generate;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.model.Adversarial;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A band that plays by rule: noise chooses among eight notes for each beat. Its bass begins with the lowest note given.
///
/// @param silent whether its drums rest
/// @param deaf whether it joins nothing
record ToyBand(boolean silent, boolean deaf) implements Adversarial {

    private static final int[] PITCHES = {0, 2, 4, 5, 7, 9, 11, 6};
    private static final int DRUMS = 1;
    private static final int GUITAR = 2;

    @Override
    public Facts facts() {
        return new Facts(new ModelSpec.SequenceGan(12, 1, 1, 1, 1), new RollTokenizer(4, false), Provenance.of("game", List.of(), 120, Map.of()), List.of(), "toy");
    }

    @Override
    public TrackRolls rolls() {
        return new TrackRolls(4);
    }

    @Override
    public int bars() {
        return 2;
    }

    @Override
    public List<Meter> meters() {
        return List.of(Meter.common(), new Meter(0, 3, 4));
    }

    @Override
    public int noise() {
        return 12;
    }

    @Override
    public int steady() {
        return 4;
    }

    @Override
    public PianoRoll phrase(float[] noise, Meter meter) {
        return roll(noise, meter, 36);
    }

    @Override
    public boolean accompanies() {
        return !deaf;
    }

    @Override
    public PianoRoll accompaniment(float[] noise, Meter meter, PianoRoll given) {
        int lowest = 127;
        for (PianoRoll.Track track : given.tracks()) {
            for (int bit = track.onsets().nextSetBit(0); bit >= 0; bit = track.onsets().nextSetBit(bit + 1)) {
                lowest = Math.min(lowest, bit % PianoRoll.PITCHES);
            }
        }
        return roll(noise, meter, lowest);
    }

    private PianoRoll roll(float[] noise, Meter meter, int bass) {
        int beats = bars() * meter.numerator();
        List<PianoRoll.Track> tracks = new ArrayList<>();
        for (int track = 0; track < rolls().tracks().size(); track++) {
            BitSet onsets = new BitSet();
            BitSet held = new BitSet();
            for (int beat = 0; beat < beats && !(track == DRUMS && silent); beat++) {
                int pitch = track == DRUMS ? 36 + beat % 4
                        : beat == 0 && track == 0 ? bass
                        : (track == 0 ? 36 : 60 - track) + PITCHES[(int) Math.abs(3 * noise[(beat * 3 + track) % noise.length]) % 8];
                for (int step = 4 * beat; step < 4 * beat + 4; step++) {
                    (step == 4 * beat ? onsets : held).set(step * PianoRoll.PITCHES + pitch);
                    if (track == GUITAR) {
                        (step == 4 * beat ? onsets : held).set(step * PianoRoll.PITCHES + pitch + 4);
                    }
                }
            }
            tracks.add(new PianoRoll.Track(rolls().tracks().get(track).name(), onsets, held));
        }
        return PianoRoll.of(tracks, new Plan(4 * beats, meter, 0, Optional.empty(), true), 4);
    }
}
