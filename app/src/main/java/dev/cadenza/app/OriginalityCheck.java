package dev.cadenza.app;

import dev.cadenza.evaluate.originality.Match;
import dev.cadenza.evaluate.originality.Originality;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.model.generate.Take;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Looks whether new music repeats what its model has learnt from.
///
/// @param index empty where the model has none
/// @param why then: the reason, in words
/// @param givenQuarters how much of each piece was given, in quarter notes
record OriginalityCheck(Optional<PassageIndex> index, String why, double givenQuarters) {

    private static final int MOST_SENTENCES = 3;

    /// The check for music of a model. An index that is damaged costs the check, not the music.
    ///
    /// @param folder of the model
    /// @param primer what is gone on from
    static OriginalityCheck of(Path folder, Optional<Score> primer, Task task) {
        double given = primer.map(score -> (double) score.end() / score.resolution()).orElse(0.0);
        try {
            return new OriginalityCheck(Passages.beside(folder), "the model has no index of passages", given);
        } catch (ModelException e) {
            task.notice(e.getMessage() + " What the music repeats is not checked.");
            return new OriginalityCheck(Optional.empty(), "the model's index of passages cannot be read", given);
        }
    }

    Checked of(Score score) {
        return new Checked(index.map(known -> known.matches(score, (long) Math.ceil(givenQuarters * score.resolution()))), why);
    }

    /// What was found of a piece.
    record Checked(Optional<Originality> found, String why) {

        /// A take with a notice for what it repeats.
        Take noted(Take take) {
            List<Match> copies = found.map(Originality::copies).orElse(List.of());
            List<String> notices = new ArrayList<>(take.notices());
            copies.stream().limit(MOST_SENTENCES).map(Checked::sentence).forEach(notices::add);
            if (copies.size() > MOST_SENTENCES) {
                int more = copies.size() - MOST_SENTENCES;
                notices.add((more == 1 ? "Another passage repeats" : more + " more passages repeat")
                        + " what the model has learnt from; cadenza originality lists all.");
            }
            return new Take(take.score(), take.seed(), notices);
        }

        private static String sentence(Match match) {
            String sentence = match.sentence();
            return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
        }

        /// For the record of how the piece was made.
        ObjectNode json() {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("checked", found.isPresent());
            found.ifPresentOrElse(originality -> {
                node.put("pieces", originality.pieces()).put("allThatWasLearnt", originality.whole());
                if (originality.band().pieces() > 0) {
                    node.putObject("band").put("pieces", originality.band().pieces()).put("notes", originality.band().mostNotes());
                }
                node.put("beyondBand", originality.copies().size());
                originality.longestVerbatim().ifPresent(match -> node.set("longestVerbatim", json(match)));
                originality.longestNear().ifPresent(match -> node.set("longestNear", json(match)));
            }, () -> node.put("why", why));
            return node;
        }

        private static ObjectNode json(Match match) {
            return JsonNodeFactory.instance.objectNode().put("notes", match.notes()).put("part", match.part())
                    .put("bars", match.firstBar() + "-" + match.lastBar()).put("piece", match.piece())
                    .put("pieceBars", match.pieceFirstBar() + "-" + match.pieceLastBar()).put("transposition", match.transposition())
                    .put("beyondBand", match.beyondBand());
        }
    }
}
