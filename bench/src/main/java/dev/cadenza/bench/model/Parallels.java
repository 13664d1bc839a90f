package dev.cadenza.bench.model;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.evaluate.voices.FourParts;
import dev.cadenza.evaluate.voices.VoiceLeading;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.Models;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Parallel fifths and octaves of a four-part model beside those of the music it learnt from, a hundred events; an event is
/// a step at which any voice changes.
///
/// `Parallels MODEL PATH [TAKES]`; takes of 16 bars, seeds from 1 on.
public final class Parallels {

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
        VoiceLeading all = pieces.stream().map(piece -> VoiceLeading.of(FourParts.of(SatbTokenizer.SIXTEENTHS, piece)))
                .reduce(VoiceLeading.NONE, VoiceLeading::plus);
        System.out.printf(Locale.ROOT, "%-30s %3d pieces, %.1f events each: %.3f parallel fifths, %.3f parallel octaves%n",
                what, all.pieces(), all.eventsPerPiece(), all.parallelFifthsPer100(), all.parallelOctavesPer100());
    }
}
