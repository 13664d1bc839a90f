package dev.cadenza.corpus.collection;

import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// The rules by which pieces are dropped, in the order in which they are applied: the first that a piece breaks is the reason
/// that is given. Their names are the codes in the report.
enum Rule {

    NO_NOTES("", rules -> "1", (piece, rules) -> piece.notes() == 0, "it has no notes"),
    TOO_FEW_NOTES("--min-notes", rules -> "" + rules.leastNotes(), (piece, rules) -> piece.notes() < rules.leastNotes(),
            "it has fewer than %s notes"),
    TOO_MANY_NOTES("--max-notes", rules -> "" + rules.mostNotes(), (piece, rules) -> piece.notes() > rules.mostNotes(),
            "it has more than %s notes"),
    TOO_LONG("--max-seconds", rules -> number(rules.mostSeconds()), (piece, rules) -> piece.seconds() > rules.mostSeconds(),
            "it lasts longer than %s seconds"),
    TOO_MANY_TOGETHER("--max-together", rules -> "" + rules.mostTogether(),
            (piece, rules) -> piece.together() > rules.mostTogether(), "more than %s notes begin at one moment"),
    TOO_DENSE("--max-density", rules -> number(rules.mostDensity()), (piece, rules) -> piece.density() > rules.mostDensity(),
            "it has more than %s notes a second"),
    TOO_SHORT("--min-seconds", rules -> number(rules.leastSeconds()), (piece, rules) -> piece.seconds() < rules.leastSeconds(),
            "it is shorter than %s seconds"),
    TOO_FEW_BARS("--min-bars", rules -> "" + rules.leastBars(), (piece, rules) -> piece.bars() < rules.leastBars(),
            "it has fewer than %s bars"),
    TOO_MANY_BARS("--max-bars", rules -> "" + rules.mostBars(), (piece, rules) -> piece.bars() > rules.mostBars(),
            "it has more than %s bars"),
    TOO_FEW_PITCHES("--min-pitches", rules -> "" + rules.leastPitches(),
            (piece, rules) -> piece.pitched() && piece.pitches() < rules.leastPitches(), "it has fewer than %s different pitches"),
    MOSTLY_SILENT("--max-silence", rules -> number(rules.mostSilence()), (piece, rules) -> piece.silence() > rules.mostSilence(),
            "it is silent for more than %s seconds on end"),
    OTHER_METRE("--only-metres", rules -> String.join(",", rules.metres()),
            (piece, rules) -> !rules.metres().isEmpty() && !rules.metres().containsAll(piece.metres()), "it is not in %s alone");

    private final String flag;
    private final Function<ImportRules, String> threshold;
    private final BiPredicate<Measures, ImportRules> broken;
    private final String words;

    Rule(String flag, Function<ImportRules, String> threshold, BiPredicate<Measures, ImportRules> broken, String words) {
        this.flag = flag;
        this.threshold = threshold;
        this.broken = broken;
        this.words = words;
    }

    /// The flag that changes its threshold; empty where none does.
    String flag() {
        return flag;
    }

    /// As it is typed behind the flag; empty where the rule is not in force.
    String threshold(ImportRules rules) {
        return threshold.apply(rules);
    }

    boolean broken(Measures piece, ImportRules rules) {
        return broken.test(piece, rules);
    }

    /// Why a piece is dropped, without a full stop.
    String words(ImportRules rules) {
        return String.format(Locale.ROOT, words, threshold(rules));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
