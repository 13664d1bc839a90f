package dev.cadenza.bench.quality;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.baseline.NgramModel;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.model.Models;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.generate.Take;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Makes what the page of quality compares: takes of the shipped model, of the article's LSTM and of a 5-gram, and human music,
/// all 256 sixteenths long at most (sixteen bars of 4/4), in one folder each.
///
/// `Takes STYLE SHIPPED ARTICLE DATA OUT [TAKES]`: the folders of the two models, the data they were learnt from (split by its
/// publisher, or stored), and the folder to make `shipped`, `shipped-free`, `article`, `ngram`, `human` and `train` in; those that are
/// there stay as they are.
public final class Takes {

    static final int STEPS = 256;
    private static final int BARS = 16;
    private static final int ORDER = 5;
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private Takes() {
    }

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[4]);
        int takes = args.length > 5 ? Integer.parseInt(args[5]) : 500;
        MusicModel shipped = Models.load(Path.of(args[1]));
        GridTokenizer tokenizer = (GridTokenizer) Representations.named(args[0].equals("chorale") ? "satb-grid" : "melody", 4);
        Corpus corpus = Corpora.open(Path.of(args[3]), tokenizer, 1, 0.2);
        write(out.resolve("train"), human(tokenizer, corpus.train()));
        write(out.resolve("human"), human(tokenizer, corpus.valid()));
        SamplerSettings free = new SamplerSettings(1, 0, 1, 0);
        Start nothing = new Start.Nothing();
        timed(out.resolve("shipped"), () -> composed(shipped, nothing, SamplerSettings.usual(), Constraints.usual(), takes));
        timed(out.resolve("shipped-free"), () -> composed(shipped, nothing, free, Constraints.none(), takes));
        MusicModel article = Models.load(Path.of(args[2]));
        timed(out.resolve("article"), () -> composed(article, new Start.TrainingWindow(STEPS), free, Constraints.none(), takes));
        timed(out.resolve("ngram"), () -> drawn(tokenizer, Corpus.tokens(corpus.train()), takes));
    }

    private static void timed(Path folder, Supplier<List<Score>> maker) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        long begun = System.nanoTime();
        List<Score> made = maker.get();
        write(folder, made);
        System.out.printf(Locale.ROOT, "%-14s %d takes in %.0f s%n", folder.getFileName(), made.size(), (System.nanoTime() - begun) / 1e9);
    }

    private static List<Score> human(GridTokenizer tokenizer, List<Piece> pieces) {
        return pieces.stream().map(Piece::tokens).map(tokens -> tokenizer.decode(tokens.slice(0, Math.min(STEPS, tokens.steps())))).toList();
    }

    private static List<Score> composed(MusicModel model, Start start, SamplerSettings sampling, Constraints constraints, int takes) {
        return Composer.compose(model, new GenerationRequest.Compose(BARS, Optional.empty(), OptionalDouble.empty(), Optional.empty(),
                List.of(), start, sampling, constraints, 1, takes)).stream().map(Take::score).toList();
    }

    private static List<Score> drawn(GridTokenizer tokenizer, List<TokenSequence> train, int takes) {
        NgramModel model = NgramModel.learn(NgramModel.inAllKeys(train, tokenizer), tokenizer, ORDER, NgramModel.Past.STREAM);
        List<Score> made = new ArrayList<>();
        for (int seed = 1; seed <= takes; seed++) {
            int[] tokens = model.sample(tokenizer, STEPS, RANDOM.create(seed));
            Plan plan = new Plan(tokens.length / tokenizer.width(), Meter.common(), 0, Optional.empty(), true);
            made.add(tokenizer.decode(tokenizer.sequence(tokens, plan)));
        }
        return made;
    }

    private static void write(Path folder, List<Score> scores) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < scores.size(); i++) {
            MidiWriter.write(scores.get(i), folder.resolve(String.format(Locale.ROOT, "%04d.mid", i + 1)));
        }
    }
}
