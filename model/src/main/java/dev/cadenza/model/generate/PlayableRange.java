package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.score.Instrument;

/// What players of General MIDI instruments can play, roughly: the usual compass, sounding pitch, for groups of programs.
final class PlayableRange {

    /// Behind the last program of a group: lowest and highest pitch.
    private static final int[][] GROUPS = {
        {8, 21, 108},       // pianos
        {16, 36, 108},      // bells and mallets
        {24, 36, 96},       // organs
        {32, 40, 88},       // guitars
        {40, 23, 67},       // basses
        {41, 55, 103},      // violin
        {42, 48, 91},       // viola
        {43, 36, 84},       // cello
        {44, 28, 67},       // contrabass
        {47, 24, 103},      // strings, harp
        {48, 36, 60},       // timpani
        {52, 28, 103},      // ensembles of strings
        {54, 40, 84},       // choirs
        {56, 28, 103},      // synth voice, orchestra hit
        {57, 52, 86},       // trumpet
        {58, 36, 77},       // trombone
        {59, 26, 65},       // tuba
        {60, 52, 86},       // muted trumpet
        {61, 35, 77},       // horn
        {64, 34, 86},       // brass sections
        {65, 56, 88},       // soprano saxophone
        {66, 49, 81},       // alto
        {67, 44, 76},       // tenor
        {68, 36, 69},       // baritone
        {69, 58, 91},       // oboe
        {70, 52, 84},       // English horn
        {71, 34, 75},       // bassoon
        {72, 50, 94},       // clarinet
        {80, 55, 108},      // flutes and whistles
        {104, 24, 103},     // synthesisers
        {128, 36, 96},      // instruments of the world, effects
    };

    private PlayableRange() {
    }

    /// The compass of an instrument that is no drum kit.
    static PitchRange of(Instrument instrument) {
        for (int[] group : GROUPS) {
            if (instrument.program() < group[0]) {
                return new PitchRange(group[1], group[2]);
            }
        }
        throw new IllegalStateException("no group for " + instrument);
    }
}
