package dev.cadenza.train.musicvae;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.train.Draws;
import java.util.ArrayList;
import java.util.List;

/// Where the excerpts of some pieces lie that are worth learning, and why others are left out.
///
/// @param places of the excerpts, in the order of the pieces
/// @param pieces how many there are
/// @param otherBars pieces without a whole bar of the length that is learnt
/// @param tooShort pieces with such bars, but too few of them in succession
/// @param fewNotes excerpts with too few notes, or with a silent bar
record Sections(List<Place> places, int pieces, int otherBars, int tooShort, int fewNotes) {

    /// With fewer, nothing is learnt but these.
    static final int LEAST = 16;

    /// @param piece its number
    /// @param start first step
    record Place(int piece, int start) {
    }

    /// @param strideBars every so many bars an excerpt begins
    static Sections of(Excerpts excerpts, List<TokenSequence> pieces, int strideBars) {
        Excerpts bar = new Excerpts(excerpts.tokenizer(), 1, excerpts.barSteps());
        List<Place> places = new ArrayList<>();
        int otherBars = 0;
        int tooShort = 0;
        int fewNotes = 0;
        for (int piece = 0; piece < pieces.size(); piece++) {
            TokenSequence tokens = pieces.get(piece);
            int[] starts = excerpts.starts(tokens);
            if (starts.length == 0) {
                boolean other = bar.starts(tokens).length == 0;
                otherBars += other ? 1 : 0;
                tooShort += other ? 0 : 1;
            }
            for (int i = 0; i < starts.length; i += strideBars) {
                if (excerpts.isMusic(excerpts.at(tokens, starts[i]))) {
                    places.add(new Place(piece, starts[i]));
                } else {
                    fewNotes++;
                }
            }
        }
        return new Sections(places, pieces.size(), otherBars, tooShort, fewNotes);
    }

    /// Refuses data that has too little to learn from.
    ///
    /// @throws RequestException FEW_EXCERPTS with what was found and what was left out
    void refuseTooFew(Excerpts excerpts) {
        if (places.size() >= LEAST) {
            return;
        }
        throw new RequestException("the data", "FEW_EXCERPTS", "the " + pieces + (pieces == 1 ? " piece" : " pieces")
                + " to learn from gave " + places.size() + " of at least " + LEAST + " excerpts of " + excerpts.bars() + " bars of "
                + excerpts.barSteps() + " steps (" + excerpts.meter().numerator() + "/" + excerpts.meter().denominator() + "): "
                + otherBars + " pieces have no such bars, " + tooShort + " have too few of them in succession, and " + fewNotes
                + " excerpts have fewer than two notes a bar or a silent bar.",
                "Take more music in this metre, or a recipe with fewer bars or with another \"barSteps\" (12 for 3/4 in sixteenths).");
    }

    /// At most so many of them, spread over all.
    List<Place> spread(int most) {
        return Draws.spread(places, most);
    }
}
