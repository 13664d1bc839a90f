package dev.cadenza.train.musegan;

import dev.cadenza.model.musegan.RollGrid;

/// What phrases are like on the whole, track by track, in the manner of MuseGAN's metrics (Dong et al. 2018). On a grid of sixteenths
/// every note is a qualified one and lies in the pattern of sixteenths; so notes count as long from two steps on, and drums are in the
/// pattern on eighths.
///
/// @param emptyBars share of the bars in which the track is silent
/// @param pitchClasses in a bar that is not silent; 0 for drums
/// @param notes that begin in a bar that is not silent
/// @param longNotes share of the notes that last two steps or more; 0 for drums
/// @param drumPattern share of the drums that fall on eighths
/// @param sounding share of all pitches and steps that sound
record BandStatistics(double[] emptyBars, double[] pitchClasses, double[] notes, double[] longNotes, double drumPattern, double sounding) {

    /// @param phrases cells of each, from one half on
    static BandStatistics of(RollGrid grid, int beats, float[][] phrases) {
        int tracks = grid.tracks().size();
        double[] empty = new double[tracks];
        double[] classes = new double[tracks];
        double[] notes = new double[tracks];
        double[] longer = new double[tracks];
        double pattern = 0;
        double drums = 0;
        double sounding = 0;
        int bar = beats * grid.steps();
        int places = RollGrid.OCTAVE * grid.octaves();
        int steps = grid.bars() * bar;
        for (float[] cells : phrases) {
            for (int track = 0; track < tracks; track++) {
                boolean drum = grid.tracks().get(track).drums();
                for (int from = 0; from < steps; from += bar) {
                    int mask = 0;
                    for (int step = from; step < from + bar; step++) {
                        for (int place = 0; place < places; place++) {
                            int cell = grid.cell(step, track, place);
                            if (cells[cell] < 0.5f) {
                                continue;
                            }
                            mask |= 1 << place % RollGrid.OCTAVE;
                            sounding++;
                            if (cells[cell + 1] < 0.5f) {
                                continue;
                            }
                            notes[track]++;
                            int after = step + 1 < steps ? grid.cell(step + 1, track, place) : -1;
                            longer[track] += after >= 0 && cells[after] >= 0.5f && cells[after + 1] < 0.5f ? 1 : 0;
                            drums += drum ? 1 : 0;
                            pattern += drum && step % Math.max(1, grid.steps() / 2) == 0 ? 1 : 0;
                        }
                    }
                    empty[track] += mask == 0 ? 1 : 0;
                    classes[track] += drum ? 0 : Integer.bitCount(mask);
                }
            }
        }
        double bars = (double) phrases.length * grid.bars();
        for (int track = 0; track < tracks; track++) {
            double played = Math.max(1, bars - empty[track]);
            empty[track] /= bars;
            classes[track] /= played;
            longer[track] = grid.tracks().get(track).drums() ? 0 : longer[track] / Math.max(1, notes[track]);
            notes[track] /= played;
        }
        return new BandStatistics(empty, classes, notes, longer, pattern / Math.max(1, drums),
                sounding / ((double) phrases.length * steps * places * tracks));
    }

    /// Mean differences of the tracks.
    ///
    /// @param emptyBars percentage points
    /// @param pitchClasses classes
    /// @param density share of the larger
    /// @param longNotes percentage points
    /// @param drumPattern percentage points
    record Differences(double emptyBars, double pitchClasses, double density, double longNotes, double drumPattern) {

        /// One number for all, 0 for music that is alike in all of them.
        double mean() {
            return (emptyBars / 100 + Math.min(1, pitchClasses / RollGrid.OCTAVE) + density + longNotes / 100 + drumPattern / 100) / 5;
        }
    }

    Differences from(BandStatistics other) {
        double density = 0;
        for (int track = 0; track < notes.length; track++) {
            double most = Math.max(notes[track], other.notes[track]);
            density += most == 0 ? 0 : Math.abs(notes[track] - other.notes[track]) / most / notes.length;
        }
        return new Differences(100 * apart(emptyBars, other.emptyBars), apart(pitchClasses, other.pitchClasses), density,
                100 * apart(longNotes, other.longNotes), 100 * Math.abs(drumPattern - other.drumPattern));
    }

    private static double apart(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }
}
