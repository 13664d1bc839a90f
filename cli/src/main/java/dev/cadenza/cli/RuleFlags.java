package dev.cadenza.cli;

import dev.cadenza.corpus.collection.ImportRules;
import dev.cadenza.corpus.collection.NearDuplicates;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/// Flags that say what a piece must be like to be kept by an import.
final class RuleFlags {

    @Option(names = "--near", paramLabel = "keep|drop", defaultValue = "keep",
            description = "Pieces that are nearly the same (whatever their key and tempo): keep all of them, on one side of the split, or"
                + " drop all but the best of each cluster. Default: ${DEFAULT-VALUE}.")
    private String near;

    @Option(names = "--min-notes", paramLabel = "N", description = "Drop pieces with fewer notes. Default: 8.")
    private long minNotes = ImportRules.USUAL.leastNotes();

    @Option(names = "--max-notes", paramLabel = "N", description = "Drop pieces with more notes. Default: 100000.")
    private long maxNotes = ImportRules.USUAL.mostNotes();

    @Option(names = "--min-bars", paramLabel = "N", description = "Drop pieces with fewer bars. Default: 1.")
    private long minBars = ImportRules.USUAL.leastBars();

    @Option(names = "--max-bars", paramLabel = "N", description = "Drop pieces with more bars. Default: 20000.")
    private long maxBars = ImportRules.USUAL.mostBars();

    @Option(names = "--min-seconds", paramLabel = "S", description = "Drop shorter pieces. Default: 1.")
    private double minSeconds = ImportRules.USUAL.leastSeconds();

    @Option(names = "--max-seconds", paramLabel = "S", description = "Drop longer pieces, less than a day. Default: 21600 (six hours).")
    private double maxSeconds = ImportRules.USUAL.mostSeconds();

    @Option(names = "--min-pitches", paramLabel = "N",
            description = "Drop pieces with fewer different pitches, unless they are for drums alone. Default: 2.")
    private int minPitches = ImportRules.USUAL.leastPitches();

    @Option(names = "--max-density", paramLabel = "N", description = "Drop pieces with more notes a second. Default: 200.")
    private double maxDensity = ImportRules.USUAL.mostDensity();

    @Option(names = "--max-together", paramLabel = "N",
            description = "Drop pieces in which more notes begin at one moment. Default: 64.")
    private int maxTogether = ImportRules.USUAL.mostTogether();

    @Option(names = "--max-silence", paramLabel = "S",
            description = "Drop pieces in which nothing sounds for longer, on end. Default: 600.")
    private double maxSilence = ImportRules.USUAL.mostSilence();

    @Option(names = "--only-metres", paramLabel = "N/N,...", split = ",",
            description = "Drop pieces that are not in these metres alone, as 4/4 or 4/4,3/4. Default: any.")
    private String[] onlyMetres = {};

    ImportRules rules() {
        try {
            return new ImportRules(minNotes, maxNotes, minBars, maxBars, minSeconds, maxSeconds, minPitches, maxDensity, maxTogether,
                    maxSilence, List.of(onlyMetres));
        } catch (IllegalArgumentException e) {
            throw new RequestException("--min-notes ... --only-metres", "RULES_UNMEETABLE", "no piece can meet these rules.",
                    "Give each least value below its most, none below 0, and metres as 4/4 or 3/4,6/8.");
        }
    }

    NearDuplicates near() {
        return Arrays.stream(NearDuplicates.values()).filter(one -> one.name().equalsIgnoreCase(near)).findFirst()
                .orElseThrow(() -> new RequestException("--near", "NEAR_UNKNOWN", "'" + near + "' is neither keep nor drop.",
                        "Choose one of them."));
    }
}
