package dev.cadenza.evaluate.structure;

import dev.cadenza.evaluate.Hearing;

/// How well each segment of a piece explains the piece by its repetitions: the fitness scape plot of Müller, Jiang and Grosche,
/// A Robust Fitness Measure for Capturing Repetitions in Music Recordings With Applications to Audio Thumbnailing (2013).
///
/// The fitness of a segment is the harmonic mean of how alike its repetitions are and how much of the piece they cover, beyond the
/// segment itself. The repetitions are the best family of paths through the similarities of the piece with itself, found by
/// dynamic programming; a repetition may be up to twice as fast or as slow. The papers compare recordings; here it is the notes.
///
/// @param fitness by length less one, then by first frame; each 0..1
/// @param secondsPerFrame how long a frame lasts
public record FitnessScape(double[][] fitness, double secondsPerFrame) {

    private static final double ROUNDING = 1e-9;

    /// A segment.
    ///
    /// @param from first frame
    /// @param frames length, 1 or more
    /// @param fitness 0..1
    public record Segment(int from, int frames, double fitness) {
    }

    /// The scape of a piece, in frames of a quarter note, or longer ones where there would be more than 96; of no frames where nothing
    /// with a pitch sounds.
    public static FitnessScape of(Hearing hearing) {
        return of(SelfSimilarity.of(hearing));
    }

    static FitnessScape of(SelfSimilarity similarity) {
        int frames = similarity.frames();
        double[][] fitness = new double[frames][];
        Paths paths = new Paths(similarity.values());
        for (int length = 1; length <= frames; length++) {
            fitness[length - 1] = new double[frames - length + 1];
            for (int from = 0; from + length <= frames; from++) {
                fitness[length - 1][from] = paths.fitness(from, length);
            }
        }
        return new FitnessScape(fitness, similarity.secondsPerFrame());
    }

    /// How many frames the piece has.
    public int frames() {
        return fitness.length;
    }

    /// The highest fitness of a segment that is so long; 0 where there is none.
    ///
    /// @param least seconds
    /// @param most seconds
    public double highest(double least, double most) {
        double highest = 0;
        for (int length = 1; length <= frames(); length++) {
            double seconds = length * secondsPerFrame;
            for (int from = 0; seconds >= least && seconds <= most && from < fitness[length - 1].length; from++) {
                highest = Math.max(highest, fitness[length - 1][from]);
            }
        }
        return highest;
    }

    /// The fittest segment that is so long, or the whole where that is shorter; of equal ones the shortest, then the first.
    ///
    /// @param least seconds
    /// @throws IllegalStateException where there are no frames
    public Segment best(double least) {
        if (frames() == 0) {
            throw new IllegalStateException("nothing sounds");
        }
        int shortest = (int) Math.clamp(Math.ceil(least / secondsPerFrame - ROUNDING), 1, frames());
        Segment best = new Segment(0, shortest, fitness[shortest - 1][0]);
        for (int length = shortest; length <= frames(); length++) {
            for (int from = 0; from < fitness[length - 1].length; from++) {
                best = fitness[length - 1][from] > best.fitness() ? new Segment(from, length, fitness[length - 1][from]) : best;
            }
        }
        return best;
    }
}
