package dev.cadenza.bench.gibbs;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.model.Gibbs;
import dev.cadenza.model.Models;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What it helps models of four voices to be told where fermatas stand, on the validation part of a corpus of scores that have them: how
/// well cells are guessed, and what harmony they put under the fermatas of given sopranos (but for the last chord).
///
/// `FermataTable CORPUS TAKES NAME=MODEL...`
public final class FermataTable {

    private static final SatbTokenizer TOLD = new SatbTokenizer(4, 28, 91, true);
    private static final int FERMATA = 4;

    private FermataTable() {
    }

    public static void main(String[] args) {
        List<TokenSequence> pieces = Corpora.open(Path.of(args[0]), TOLD, 1, 0.2).valid().stream().map(Piece::tokens)
                .filter(piece -> piece.context(FERMATA, 0) > 0).toList();
        int takes = Integer.parseInt(args[1]);
        System.out.printf(Locale.ROOT, "%d pieces with fermatas; %d takes of each.%n%n", pieces.size(), takes);
        System.out.println("| all cells / beginnings, % | soprano | alto | tenor | bass | together | nats a cell |\n|---|---|---|---|---|---|---|");
        for (String named : Arrays.asList(args).subList(2, args.length)) {
            String name = named.split("=", 2)[0];
            Gibbs model = (Gibbs) Models.load(Path.of(named.split("=", 2)[1]));
            if (model.tokenizer().fermatas()) {
                cells(name + ", told", model, pieces);
                cells(name + ", not told", model, pieces.stream().map(FermataTable::silent).toList());
            } else {
                cells(name, model, pieces.stream().map(FermataTable::without).toList());
            }
        }
        System.out.println("\n| under fermatas, % | fermatas | Bach's bass | Bach's chord | root position | nothing moves |\n|---|---|---|---|---|---|");
        System.out.println(pieces.stream().map(piece -> CadenceTally.of(piece, piece)).reduce(CadenceTally.NONE, CadenceTally::plus).row("Bach"));
        for (String named : Arrays.asList(args).subList(2, args.length)) {
            String name = named.split("=", 2)[0];
            Gibbs model = (Gibbs) Models.load(Path.of(named.split("=", 2)[1]));
            harmonies(name + (model.tokenizer().fermatas() ? ", told" : ""), model, pieces, takes, true);
            if (model.tokenizer().fermatas()) {
                harmonies(name + ", not told", model, pieces, takes, false);
            }
        }
    }

    private static void cells(String name, Gibbs model, List<TokenSequence> pieces) {
        System.out.println(pieces.parallelStream().map(piece -> CellTally.of(VoiceGrid.of(model.tokenizer(), piece), Guess.of(model)))
                .reduce(new CellTally(SatbTokenizer.VOICES), CellTally::plus).row(name));
    }

    private static void harmonies(String name, Gibbs model, List<TokenSequence> pieces, int takes, boolean told) {
        System.out.println(IntStream.range(0, pieces.size() * takes).parallel().mapToObj(i -> {
            TokenSequence piece = pieces.get(i / takes);
            Score given = told ? TOLD.decode(piece) : SatbTokenizer.SIXTEENTHS.decode(without(piece));
            Score made = Composer.compose(model, new GenerationRequest.Harmonize(given, new TreeMap<>(Map.of(0, 0)), Optional.empty(),
                    SamplerSettings.usual(), Constraints.usual(), 1 + i % takes, 1), 1).getFirst().score();
            return CadenceTally.of(piece, SatbTokenizer.SIXTEENTHS.encode(made));
        }).reduce(CadenceTally.NONE, CadenceTally::plus).row(name));
    }

    /// The piece with the row of fermatas withheld.
    private static TokenSequence silent(TokenSequence piece) {
        int[][] context = piece.context();
        Arrays.fill(context[FERMATA], 0);
        return new TokenSequence(piece.width(), piece.tokens(), context);
    }

    /// The piece without the row of fermatas.
    private static TokenSequence without(TokenSequence piece) {
        return new TokenSequence(piece.width(), piece.tokens(), Arrays.copyOf(piece.context(), FERMATA));
    }

    /// What stands under fermatas but the last.
    ///
    /// @param bass those with the bass's pitch class of the original
    /// @param chord those with all its pitch classes
    /// @param rooted chords within a major or minor triad on the bass
    /// @param still those under which no voice begins anything, for as long as the soprano's note lasts, at most a quarter note
    private record CadenceTally(int count, int bass, int chord, int rooted, int still) {

        static final CadenceTally NONE = new CadenceTally(0, 0, 0, 0, 0);

        static CadenceTally of(TokenSequence original, TokenSequence made) {
            VoiceGrid human = VoiceGrid.of(SatbTokenizer.SIXTEENTHS, original);
            VoiceGrid other = VoiceGrid.of(SatbTokenizer.SIXTEENTHS, made);
            CadenceTally tally = NONE;
            for (int step = 0; step < Math.min(human.steps(), other.steps()); step++) {
                if (original.context(FERMATA, step) == 1 && next(human, step) < human.steps()) {
                    int[] ours = sounding(other, step);
                    int[] theirs = sounding(human, step);
                    tally = tally.plus(new CadenceTally(1, ours[3] == theirs[3] ? 1 : 0, set(ours) == set(theirs) ? 1 : 0, rooted(ours) ? 1 : 0,
                            still(other, step, Math.min(step + 4, next(human, step))) ? 1 : 0));
                }
            }
            return tally;
        }

        /// Where the soprano next begins anything, or the end.
        private static int next(VoiceGrid grid, int step) {
            int next = step + 1;
            while (next < grid.steps() && grid.symbol(next, 0) == VoiceGrid.HOLD) {
                next++;
            }
            return next;
        }

        /// Pitch classes by voice; -1 for silence.
        private static int[] sounding(VoiceGrid grid, int step) {
            return IntStream.range(0, grid.voices()).map(voice -> {
                int at = step;
                while (at > 0 && grid.symbol(at, voice) == VoiceGrid.HOLD) {
                    at--;
                }
                int symbol = grid.symbol(at, voice);
                return symbol < VoiceGrid.FIRST_PITCH ? -1 : (symbol - VoiceGrid.FIRST_PITCH + SatbTokenizer.SIXTEENTHS.lowest()) % 12;
            }).toArray();
        }

        private static int set(int[] classes) {
            return Arrays.stream(classes).filter(pitch -> pitch >= 0).map(pitch -> 1 << pitch).reduce(0, (a, b) -> a | b);
        }

        private static boolean rooted(int[] classes) {
            int bass = classes[3];
            int above = Arrays.stream(classes).filter(pitch -> pitch >= 0).map(pitch -> 1 << (pitch - bass + 12) % 12).reduce(0, (a, b) -> a | b);
            return bass >= 0 && ((above & ~(1 | 1 << 4 | 1 << 7)) == 0 || (above & ~(1 | 1 << 3 | 1 << 7)) == 0);
        }

        private static boolean still(VoiceGrid grid, int step, int end) {
            return IntStream.range((step + 1) * grid.voices(), Math.min(end, grid.steps()) * grid.voices())
                    .allMatch(cell -> grid.symbol(cell / grid.voices(), cell % grid.voices()) == VoiceGrid.HOLD);
        }

        CadenceTally plus(CadenceTally other) {
            return new CadenceTally(count + other.count, bass + other.bass, chord + other.chord, rooted + other.rooted, still + other.still);
        }

        String row(String name) {
            return String.format(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f | %.1f |", name, count, 100.0 * bass / count, 100.0 * chord / count,
                    100.0 * rooted / count, 100.0 * still / count);
        }
    }
}
