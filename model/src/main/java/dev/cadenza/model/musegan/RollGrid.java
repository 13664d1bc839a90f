package dev.cadenza.model.musegan;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TrackKind;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.score.Mode;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;

/// A phrase as the networks see it: for each beat, octave, step of the beat, track and pitch class two cells, one for what sounds and
/// one for what begins. Cells lie in this order, the last axis changing fastest, so that every layer reads what lies side by side.
///
/// Pitched music is seen in C major or A minor, by [#shift]: what a band plays together is then the same in all keys. Pitches out of
/// range are moved by octaves, drums out of range are left out.
///
/// @param bars of a phrase
/// @param steps of a beat
/// @param lowest MIDI pitch
/// @param octaves of the range
/// @param rolls the tracks
public record RollGrid(int bars, int steps, int lowest, int octaves, TrackRolls rolls) {

    /// Pitches of an octave.
    public static final int OCTAVE = 12;
    /// Cells of a pitch: whether it sounds, whether it begins.
    public static final int CHANNELS = 2;
    private static final int C = 12;

    /// @throws dev.cadenza.score.CadenzaException.RequestException where the representation is no piano roll of several tracks
    public static RollGrid of(ModelSpec.MuseGan spec, Tokenizer tokenizer) {
        RollTokenizer roll = MuseGanShapes.rolls(tokenizer);
        return new RollGrid(spec.bars(), roll.stepsPerQuarter(), spec.lowest(), spec.octaves(), roll.rolls());
    }

    /// The tracks.
    public List<TrackKind> tracks() {
        return rolls.tracks();
    }

    /// Beats of the longest bar.
    public int mostBeats(ModelSpec.MuseGan spec) {
        return Collections.max(spec.beats());
    }

    /// Cells of a phrase.
    ///
    /// @param beats of a bar
    public int size(int beats) {
        return bars * beats * octaves * steps * tracks().size() * OCTAVE * CHANNELS;
    }

    /// The cell for what sounds; that for what begins is the next one.
    ///
    /// @param step from the start of the phrase
    /// @param place pitch above the lowest
    public int cell(int step, int track, int place) {
        int beat = step / steps;
        int octave = place / OCTAVE;
        return ((((beat * octaves + octave) * steps + step % steps) * tracks().size() + track) * OCTAVE + place % OCTAVE) * CHANNELS;
    }

    /// Semitones, -6..5, that bring a phrase to C major or A minor; 0 where nothing has a pitch.
    public int shift(PianoRoll phrase) {
        double[] weights = new double[C];
        double sum = 0;
        for (int track = 0; track < tracks().size(); track++) {
            if (tracks().get(track).drums()) {
                continue;
            }
            BitSet sounds = sounds(phrase.tracks().get(track));
            for (int bit = sounds.nextSetBit(0); bit >= 0; bit = sounds.nextSetBit(bit + 1)) {
                weights[bit % PianoRoll.PITCHES % C]++;
                sum++;
            }
        }
        if (sum == 0) {
            return 0;
        }
        Key key = KeyFinder.find(weights).key();
        int tonic = (key.mode() == Mode.MINOR ? key.relative() : key).tonic();
        return Math.floorMod(C / 2 - tonic, C) - C / 2;
    }

    private static BitSet sounds(PianoRoll.Track track) {
        BitSet sounds = track.held();
        sounds.or(track.onsets());
        return sounds;
    }

    /// Tells the cells that are 1, beats of a bar apart from all else being known.
    ///
    /// @param phrase [#bars] bars with these tracks
    /// @param shift semitones that pitched music is moved by
    public void cells(PianoRoll phrase, int shift, IntConsumer one) {
        for (int track = 0; track < tracks().size(); track++) {
            PianoRoll.Track notes = phrase.tracks().get(track);
            boolean drums = tracks().get(track).drums();
            BitSet sounds = sounds(notes);
            for (int bit = sounds.nextSetBit(0); bit >= 0; bit = sounds.nextSetBit(bit + 1)) {
                int step = bit / PianoRoll.PITCHES;
                int pitch = bit % PianoRoll.PITCHES;
                int place = place(pitch, drums ? 0 : shift, drums);
                if (place >= 0) {
                    int cell = cell(step, track, place);
                    one.accept(cell);
                    if (notes.begins(step, pitch)) {
                        one.accept(cell + 1);
                    }
                }
            }
        }
    }

    private int place(int pitch, int shift, boolean drums) {
        int range = OCTAVE * octaves;
        int place = pitch + shift - lowest;
        if (drums) {
            return place < range ? Math.max(-1, place) : -1;
        }
        return place < 0 ? Math.floorMod(place, OCTAVE) : place < range ? place : range - OCTAVE + place % OCTAVE;
    }
}
