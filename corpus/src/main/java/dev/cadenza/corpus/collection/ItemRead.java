package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Place;
import java.util.List;

/// What reading an item came to. A bad file costs only itself.
sealed interface ItemRead {

    /// A fault of ours: no reader may throw anything but what it says.
    String INTERNAL = "INTERNAL";

    /// @param pieces in the order of the file
    record Pieces(List<SourcePiece> pieces) implements ItemRead {
    }

    /// @param code of the reason in capitals
    /// @param reason as a sentence, without the name of the file
    record Failure(String code, String reason) implements ItemRead {
    }

    /// Reads an item.
    static ItemRead of(Item item, ImportListener listener) {
        try {
            return new Pieces(item.read());
        } catch (CadenzaException e) {
            return new Failure(e.code(), told(e));
        } catch (RuntimeException | StackOverflowError e) {
            listener.fault(item.id(), e);
            return new Failure(INTERNAL, "Cadenza failed to read it; this is a fault of its own.");
        }
    }

    /// The message without the name of the file, which stands beside it, and without the remedy, which is for single files.
    private static String told(CadenzaException e) {
        String prefix = e.place() instanceof Place.Nowhere ? e.source() + ": " : e.source() + ", ";
        String text = e.getMessage().startsWith(prefix) ? e.getMessage().substring(prefix.length()) : e.getMessage();
        return !e.remedy().isEmpty() && text.endsWith(" " + e.remedy()) ? text.substring(0, text.length() - e.remedy().length() - 1) : text;
    }
}
