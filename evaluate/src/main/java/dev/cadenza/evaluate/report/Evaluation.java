package dev.cadenza.evaluate.report;

import java.util.List;

/// A comparison with what it was made of: what a report shows.
///
/// @param takesName what the takes are called
/// @param corpusName what the corpus is called
/// @param corpusPieces how many pieces the part of the corpus has that is compared with, before some were drawn
/// @param share which part of the corpus: `all`, `train`, `valid` or `test`
/// @param excerptBars bars of the excerpts that longer pieces of the corpus were cut into
/// @param excerpts how many pieces of the corpus are excerpts
/// @param takeNames names of the takes
/// @param refused files of takes that could not be read
/// @param scapes of a typical take, then of a typical piece of the corpus, where there are any
public record Evaluation(String takesName, String corpusName, int corpusPieces, String share, long excerptBars, int excerpts,
        List<String> takeNames, List<String> refused, Comparison comparison, Copies copies,
        List<Scape> scapes) {

    private static final int FEW = 5;

    public Evaluation {
        takeNames = List.copyOf(takeNames);
        refused = List.copyOf(refused);
        scapes = List.copyOf(scapes);
    }

    /// What was compared, in sentences.
    public String scope() {
        String corpus = corpusPieces == comparison.corpus() ? count(comparison.corpus(), "piece") + " of " + corpusName
                : comparison.corpus() + " pieces, drawn from " + corpusPieces + ", of " + corpusName;
        String part = share.equals("all") ? "" : " (part " + share + ")";
        String cut = excerpts == 0 ? "" : " Of " + count(excerpts, "piece") + " of the corpus an excerpt of " + count(excerptBars, "bar")
                + " was taken, which is how long your pieces are (median).";
        String few = Math.min(comparison.takes(), comparison.corpus()) >= FEW ? ""
                : " So few pieces say little: all intervals are narrower than they should be.";
        return count(comparison.takes(), "piece") + " of " + takesName + " beside " + corpus + part + "." + cut + few;
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
