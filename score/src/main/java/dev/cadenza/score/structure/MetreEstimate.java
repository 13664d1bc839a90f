package dev.cadenza.score.structure;

import dev.cadenza.score.Meter;
import java.util.List;

/// How the bars of a piece were found to lie.
///
/// @param meter the metre of most of the piece, from tick 0 on; 4/4 stands for 2/2, 2/4 for 4/8
/// @param phaseTicks tick at which the first whole bar of that metre begins, less than a bar
/// @param meters the bars of the whole piece in ticks of the file, as a [dev.cadenza.score.theory.BarMap] reads them: an
///        upbeat is a short first bar
/// @param confidence how probable metre and phase are together among all that were considered, 0..1
/// @param claimed how probable the file's own bars are, 0..1; 0 where its metre is none that is considered
/// @param gridShare share of the notes that lie on sixteenths or triplets of the file's ticks, 0..1
/// @param musicalGrid whether the ticks of the file tell quarter notes; where they do not, notes lie at arbitrary times
///        (a performance), and the rest means little
/// @param distrusted whether the file's bars should be replaced by these: its ticks tell quarter notes, and its bars are none
///        (shorter than 3/8), are missing, or are far less probable than these
public record MetreEstimate(Meter meter, long phaseTicks, List<Meter> meters, double confidence, double claimed,
        double gridShare, boolean musicalGrid, boolean distrusted) {

    public MetreEstimate {
        meters = List.copyOf(meters);
    }
}
