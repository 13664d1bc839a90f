package dev.cadenza.bench.model;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.Models;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Parallel fifths and octaves of a four-part model beside those of the music it learnt from, a hundred events; an event is
/// a step at which any voice changes.
///
/// `Parallels MODEL PATH [TAKES]`; takes of 16 bars, seeds from 1 on.
public final class Parallels {

    private static final int FIFTH = 7;

    private Parallels() {
    }

    public static void main(String[] args) {
        MusicModel model = Models.load(Path.of(args[0]));
        int takes = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        Corpus corpus = Corpora.open(Path.of(args[1]), SatbTokenizer.SIXTEENTHS, 1, 0.2);
        print("train part", Corpus.tokens(corpus.train()));
        print("valid part", Corpus.tokens(corpus.valid()));
        print("temperature 1, no constraints", takes(model, new SamplerSettings(1, 0, 1, 0), Constraints.none(), takes));
        print("as compose makes it", takes(model, SamplerSettings.usual(), Constraints.usual(), takes));
    }

    private static List<TokenSequence> takes(MusicModel model, SamplerSettings sampling, Constraints constraints, int takes) {
        return Composer.compose(model, new GenerationRequest.Compose(16, Optional.empty(), OptionalDouble.empty(),
                        Optional.empty(), List.of(), new Start.Nothing(), sampling, constraints, 1, takes)).stream()
                .map(take -> SatbTokenizer.SIXTEENTHS.encode(take.score())).toList();
    }

    private static void print(String what, List<TokenSequence> pieces) {
        long events = 0;
        long fifths = 0;
        long octaves = 0;
        for (TokenSequence piece : pieces) {
            int[] before = sounding(piece, 0, new int[] {-1, -1, -1, -1});
            for (int step = 1; step < piece.steps(); step++) {
                int[] now = sounding(piece, step, before);
                events += Arrays.equals(before, now) ? 0 : 1;
                fifths += parallels(before, now, FIFTH);
                octaves += parallels(before, now, 0);
                before = now;
            }
        }
        System.out.printf(Locale.ROOT, "%-30s %3d pieces, %.1f events each: %.3f parallel fifths, %.3f parallel octaves%n",
                what, pieces.size(), (double) events / pieces.size(), 100.0 * fifths / events, 100.0 * octaves / events);
    }

    private static int[] sounding(TokenSequence piece, int step, int[] before) {
        int[] now = new int[before.length];
        for (int voice = 0; voice < now.length; voice++) {
            now[voice] = SatbTokenizer.SIXTEENTHS.sounding(piece.token(step, voice), before[voice]);
        }
        return now;
    }

    /// Pairs of voices that move the same way from an interval to the same interval, octaves left out of account.
    private static int parallels(int[] before, int[] now, int interval) {
        int count = 0;
        for (int low = 1; low < now.length; low++) {
            for (int high = 0; high < low; high++) {
                boolean sound = before[low] >= 0 && before[high] >= 0 && now[low] >= 0 && now[high] >= 0;
                boolean sameWay = (now[low] - before[low]) * (now[high] - before[high]) > 0;
                if (sound && sameWay && Math.floorMod(before[high] - before[low], 12) == interval
                        && Math.floorMod(now[high] - now[low], 12) == interval) {
                    count++;
                }
            }
        }
        return count;
    }
}
