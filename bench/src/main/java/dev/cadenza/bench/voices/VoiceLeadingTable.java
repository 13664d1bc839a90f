package dev.cadenza.bench.voices;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.evaluate.voices.ChoraleCopies;
import dev.cadenza.evaluate.voices.FourParts;
import dev.cadenza.evaluate.voices.LeakAudit;
import dev.cadenza.evaluate.voices.VoiceLeading;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The table of voice leading over the parts of the JSB Chorales.
///
/// `VoiceLeadingTable Jsb16thSeparated.json`
public final class VoiceLeadingTable {

    private VoiceLeadingTable() {
    }

    public static void main(String[] args) {
        Corpus corpus = Corpora.open(Path.of(args[0]), SatbTokenizer.SIXTEENTHS, 1, 0.2);
        System.out.printf("%-10s %6s %7s %7s %7s %9s %8s %7s %7s%n", "", "pieces", "5ths", "8ves", "direct", "crossing", "spacing", "leaps", "events");
        print("train", corpus.train());
        print("valid", corpus.valid());
        print("test", corpus.test());
        List<FourParts> train = parts(corpus.train());
        ChoraleCopies copies = ChoraleCopies.of(train);
        for (int notes : new int[] {LeakAudit.USUAL_NOTES, 8}) {
            LeakAudit audit = LeakAudit.of(train, notes);
            System.out.printf("leaky by %d notes of the soprano: %d of %d valid, %d of %d test%n", notes, count(corpus.valid(), audit::isLeaky),
                    corpus.valid().size(), count(corpus.test(), audit::isLeaky), corpus.test().size());
        }
        System.out.printf("with %d steps of the training part: %d of %d valid, %d of %d test%n", ChoraleCopies.STEPS,
                count(corpus.valid(), copies::copies), corpus.valid().size(), count(corpus.test(), copies::copies), corpus.test().size());
    }

    private static List<FourParts> parts(List<Piece> pieces) {
        return pieces.stream().map(piece -> FourParts.of(SatbTokenizer.SIXTEENTHS, piece.tokens())).toList();
    }

    private static long count(List<Piece> pieces, Predicate<FourParts> what) {
        return parts(pieces).stream().filter(what).count();
    }

    private static void print(String name, List<Piece> pieces) {
        VoiceLeading all = parts(pieces).stream().map(VoiceLeading::of).reduce(VoiceLeading.NONE, VoiceLeading::plus);
        System.out.println(line(name, all));
    }

    /// A line of the table.
    static String line(String name, VoiceLeading all) {
        return String.format(Locale.ROOT, "%-10s %6d %7.3f %7.3f %7.3f %9.2f %8.2f %7.3f %7.1f", name, all.pieces(), all.parallelFifthsPer100(),
                all.parallelOctavesPer100(), all.directsPer100(), all.crossingPercent(), all.wideSpacingPercent(), all.leapsPer100(),
                all.eventsPerPiece());
    }
}
