package dev.cadenza.cli;

import dev.cadenza.app.Indexed;
import dev.cadenza.app.Repeats;
import dev.cadenza.evaluate.originality.Band;
import dev.cadenza.evaluate.originality.Match;
import dev.cadenza.evaluate.originality.Originality;
import dev.cadenza.score.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What music repeats, in words and as JSON.
final class OriginalityText {

    private static final int SHOWN = 10;

    private OriginalityText() {
    }

    static List<String> lines(Repeats repeats) {
        Originality found = repeats.originality();
        List<String> lines = new ArrayList<>();
        lines.add(Shown.text(repeats.file() + (repeats.piece().isEmpty() ? "" : ", piece " + repeats.piece())) + ": " + verdict(found));
        if (!found.matches().isEmpty()) {
            lines.add("    notes  bits  part  bars     repeat bars  transposed  of");
        }
        found.matches().stream().limit(SHOWN).forEach(match -> lines.add(Shown.text(row(match))));
        if (found.matches().size() > SHOWN) {
            lines.add("    and " + (found.matches().size() - SHOWN) + " lighter ones (--json lists all)");
        }
        return lines;
    }

    private static String verdict(Originality found) {
        List<Match> copies = found.copies();
        String pieces = found.pieces() == 1 ? "one piece" : String.format(Locale.ROOT, "%,d pieces", found.pieces());
        if (found.matches().isEmpty()) {
            return "nothing of it stands in " + pieces + ".";
        }
        if (found.band().pieces() == 0) {
            return "compared with " + pieces + "; how much of them other human music repeats is not known.";
        }
        String usual = " (" + usual(found.band()) + ")";
        return copies.isEmpty() ? "repeats no more of " + pieces + " than human music does" + usual + "."
                : Shown.text(copies.getFirst().sentence()) + "; that is more than human music repeats of " + pieces + usual + ".";
    }

    private static String usual(Band band) {
        return "half of " + band.pieces() + " human pieces repeat " + band.usualNotes() + " notes or more; without a tune in common up to "
                + band.mostNotes();
    }

    private static String row(Match match) {
        return String.format(Locale.ROOT, "  %s %5d  %4.0f  %4d  %-7s  %-11s  %+10d  %s%s", match.beyondBand() ? "*" : " ", match.notes(), match.bits(),
                match.part(), bars(match.firstBar(), match.lastBar()), bars(match.pieceFirstBar(), match.pieceLastBar()), match.transposition(),
                match.piece(), match.verbatim() ? "" : " (nearly)");
    }

    private static String bars(int from, int to) {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }

    static List<String> lines(Indexed indexed) {
        String band = indexed.band().pieces() == 0 ? "There is too little music beside it to tell how much human music repeats."
                : "Human music: " + usual(indexed.band()) + ".";
        return List.of(String.format(Locale.ROOT, "%,d passages of %,d pieces are in %s (%,d kB).", indexed.passages(), indexed.pieces(),
                Shown.text(indexed.file().toString()), (indexed.bytes() + 999) / 1000), band);
    }

    static ObjectNode json(Repeats repeats) {
        Originality found = repeats.originality();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", repeats.file().toString()).put("piece", repeats.piece()).put("pieces", found.pieces())
                .put("allThatWasLearnt", found.whole()).put("beyondBand", found.copies().size());
        node.set("band", json(found.band()));
        ArrayNode matches = node.putArray("matches");
        for (Match match : found.matches()) {
            matches.addObject().put("notes", match.notes()).put("quarters", match.quarters()).put("verbatim", match.verbatim())
                    .put("part", match.part()).put("firstBar", match.firstBar()).put("lastBar", match.lastBar())
                    .put("piece", match.piece()).put("pieceFirstBar", match.pieceFirstBar()).put("pieceLastBar", match.pieceLastBar())
                    .put("transposition", match.transposition()).put("bits", match.bits()).put("excess", match.excess())
                    .put("beyondBand", match.beyondBand());
        }
        return node;
    }

    static ObjectNode json(Indexed indexed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", indexed.file().toString()).put("pieces", indexed.pieces()).put("passages", indexed.passages())
                .put("bytes", indexed.bytes()).put("sameData", indexed.sameData());
        node.set("band", json(indexed.band()));
        return node;
    }

    private static ObjectNode json(Band band) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("pieces", band.pieces()).put("percentile", band.percentile());
        if (band.pieces() > 0) {
            node.put("excess", band.excess()).put("usualNotes", band.usualNotes()).put("mostNotes", band.mostNotes());
        }
        return node;
    }
}
