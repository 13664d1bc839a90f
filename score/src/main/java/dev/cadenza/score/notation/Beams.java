package dev.cadenza.score.notation;

import java.util.ArrayList;
import java.util.List;

/// Joins the flags of one voice of a bar, beat by beat.
final class Beams {

    private Beams() {
    }

    /// For each piece MusicXML's words for its beams, from the first level on; empty where it keeps its flags.
    static List<List<String>> of(List<Piece> pieces, Measure measure, int beatUnits) {
        List<List<String>> beams = new ArrayList<>();
        int from = 0;
        while (from < pieces.size()) {
            int to = from;
            while (to < pieces.size() && flags(pieces.get(to)) > 0
                    && window(pieces.get(to), measure, beatUnits) == window(pieces.get(from), measure, beatUnits)) {
                to++;
            }
            for (int i = from; i < to; i++) {
                beams.add(to - from < 2 ? List.of() : words(pieces, from, to, i));
            }
            if (to == from) {
                beams.add(List.of());
                to++;
            }
            from = to;
        }
        return beams;
    }

    private static long window(Piece piece, Measure measure, int beatUnits) {
        return (piece.start() - measure.start()) / beatUnits;
    }

    private static int flags(Piece piece) {
        return piece.chord().isRest() ? 0 : piece.value().flags();
    }

    private static List<String> words(List<Piece> pieces, int from, int to, int i) {
        List<String> words = new ArrayList<>();
        for (int level = 1; level <= flags(pieces.get(i)); level++) {
            boolean before = i > from && flags(pieces.get(i - 1)) >= level;
            boolean after = i + 1 < to && flags(pieces.get(i + 1)) >= level;
            String hook = i + 1 < to ? "forward hook" : "backward hook";
            words.add(before ? after ? "continue" : "end" : after ? "begin" : hook);
        }
        return words;
    }
}
