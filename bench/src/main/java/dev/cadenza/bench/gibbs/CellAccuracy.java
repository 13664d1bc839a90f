package dev.cadenza.bench.gibbs;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.evaluate.voices.FourParts;
import dev.cadenza.evaluate.voices.LeakAudit;
import dev.cadenza.model.Gibbs;
import dev.cadenza.model.Models;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// How well models that know all other cells guess a cell of a chorale: percent of all cells, and of those in which something
/// begins, by voice; over all pieces of a part, and over those that share no tune with the training part.
///
/// `CellAccuracy JSB16 valid|test NAME=MODEL...`
public final class CellAccuracy {

    private CellAccuracy() {
    }

    public static void main(String[] args) {
        SatbTokenizer tokenizer = SatbTokenizer.SIXTEENTHS;
        Corpus corpus = Corpora.open(Path.of(args[0]), tokenizer, 1, 0.2);
        List<Piece> pieces = args[1].equals("test") ? corpus.test() : corpus.valid();
        Map<String, Guess> guesses = new LinkedHashMap<>();
        guesses.put("the likeliest symbol of each voice", unigrams(tokenizer, Corpus.tokens(corpus.train())));
        guesses.put("counts of neighbours", new NeighbourCounts(tokenizer, Corpus.tokens(corpus.train())));
        for (String named : Arrays.asList(args).subList(2, args.length)) {
            String[] parts = named.split("=", 2);
            guesses.put(parts[0], Guess.of((Gibbs) Models.load(Path.of(parts[1]))));
        }
        LeakAudit audit = LeakAudit.of(corpus.train().stream().map(piece -> FourParts.of(tokenizer, piece.tokens())).toList(),
                LeakAudit.USUAL_NOTES);
        List<Piece> clean = pieces.stream().filter(piece -> !audit.isLeaky(FourParts.of(tokenizer, piece.tokens()))).toList();
        System.out.printf(Locale.ROOT, "%d pieces of the part %s, %d of them clean.%n%n", pieces.size(), args[1], clean.size());
        System.out.println("| all cells / beginnings, % | soprano | alto | tenor | bass | together | nats a cell |\n|---|---|---|---|---|---|---|");
        guesses.forEach((name, guess) -> {
            Map<Piece, CellTally> tallies = new LinkedHashMap<>();
            List<CellTally> all = pieces.parallelStream().map(piece -> CellTally.of(VoiceGrid.of(tokenizer, piece.tokens()), guess)).toList();
            for (int i = 0; i < pieces.size(); i++) {
                tallies.put(pieces.get(i), all.get(i));
            }
            print(name, pieces, tallies);
            print(name + ", clean pieces", clean, tallies);
        });
    }

    private static void print(String name, List<Piece> pieces, Map<Piece, CellTally> tallies) {
        System.out.println(pieces.stream().map(tallies::get).reduce(new CellTally(SatbTokenizer.VOICES), CellTally::plus).row(name));
    }

    /// How often each voice holds each symbol, which is always likeliest to be that it goes on.
    private static Guess unigrams(SatbTokenizer tokenizer, List<TokenSequence> learnt) {
        float[][] counts = new float[SatbTokenizer.VOICES][VoiceGrid.FIRST_PITCH + tokenizer.highest() - tokenizer.lowest() + 1];
        for (float[] voice : counts) {
            Arrays.fill(voice, 1);
        }
        for (TokenSequence piece : learnt) {
            int[] symbols = VoiceGrid.of(tokenizer, piece).symbols();
            for (int cell = 0; cell < symbols.length; cell++) {
                counts[cell % counts.length][symbols[cell]]++;
            }
        }
        for (float[] voice : counts) {
            for (int symbol = 0; symbol < voice.length; symbol++) {
                voice[symbol] = (float) Math.log(voice[symbol]);
            }
        }
        return grid -> IntStream.range(0, grid.steps() * grid.voices()).mapToObj(cell -> counts[cell % counts.length]).toArray(float[][]::new);
    }
}
