package dev.cadenza.app;

import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.evaluate.report.Heard;
import dev.cadenza.evaluate.statistics.Draws;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The music that takes are compared with.
///
/// @param pieces how many there are in the part that is asked for
/// @param heard those that are compared, excerpts of the longer ones
/// @param excerpts how many of them are excerpts
/// @param index of the passages of all pieces, or of as many as are looked through
record CorpusSide(int pieces, List<Heard> heard, int excerpts, PassageIndex index) {

    /// The most whose passages are noted.
    private static final int MOST_NOTED = 5_000;

    /// A piece that is less than a quarter longer is left whole.
    private static final double LONGER = 1.25;

    /// @param share `all`, `train`, `valid` or `test`
    /// @param bars of an excerpt, 1 or more
    /// @param most so many are drawn of more
    static CorpusSide of(Path path, StoredCorpus corpus, String share, long bars, int most, long seed, Task task) {
        int[] all = IntStream.range(0, corpus.size()).filter(i -> share.equals("all")
                || corpus.share(i) == Share.valueOf(share.toUpperCase(Locale.ROOT))).toArray();
        if (all.length == 0) {
            throw new RequestException(share.equals("all") ? "--against" : "--share", "NO_MUSIC", path + " has no music"
                    + (share.equals("all") ? "" : " in its part " + share) + " to compare with.", "Name another corpus"
                    + (share.equals("all") ? "." : ", or another part of it."));
        }
        List<Heard> heard = new ArrayList<>();
        int excerpts = 0;
        for (int i : chosen(all, most, seed, "corpus")) {
            Score whole = corpus.score(i);
            Score part = excerpt(corpus.id(i), whole, bars, seed);
            excerpts += part == whole ? 0 : 1;
            heard.add(new Heard(corpus.id(i), part));
        }
        return new CorpusSide(all.length, heard, excerpts, index(corpus, chosen(all, MOST_NOTED, seed, "passages"), task));
    }

    private static int[] chosen(int[] all, int most, long seed, String purpose) {
        return Arrays.stream(Draws.some(all.length, most, Draws.random(seed, purpose))).map(i -> all[i]).toArray();
    }

    private static Score excerpt(String id, Score whole, long bars, long seed) {
        long length = BarMap.of(whole).bars(whole.end());
        if (length <= LONGER * bars) {
            return whole;
        }
        long first = Draws.random(seed, "excerpt " + id).nextLong(length - bars + 1);
        Score part = StudyExcerpt.bars(whole, first, first + bars, false);
        // Silence tells nothing of a piece.
        return part.end() == 0 ? whole : part;
    }

    private static PassageIndex index(StoredCorpus corpus, int[] noted, Task task) {
        PassageIndex.Builder builder = PassageIndex.builder();
        for (int i = 0; i < noted.length; i++) {
            task.progress("noting passages", i, noted.length);
            builder.add(corpus.id(noted[i]), corpus.score(noted[i]));
        }
        return new Passages(task).withOwnBand(builder.build(), noted.length, i -> corpus.id(noted[i]), i -> corpus.score(noted[i]));
    }
}
