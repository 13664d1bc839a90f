package dev.cadenza.bench.starter;

import dev.cadenza.model.Models;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.generate.Take;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Samples the chorales of the starter corpus: seeds 1 to 200, as `cadenza compose` does without flags, without expression.
/// Run again with the same model, it writes the same bytes.
///
/// `StarterChorales [MODEL] [FOLDER]`; without arguments, `models/chorale` and `starter/chorales`.
public final class StarterChorales {

    private static final int CHORALES = 200;

    private StarterChorales() {
    }

    public static void main(String[] args) {
        Path folder = Path.of(args.length > 1 ? args[1] : "starter/chorales");
        MusicModel model = Models.load(Path.of(args.length > 0 ? args[0] : "models/chorale"));
        List<Take> takes = Composer.compose(model, new GenerationRequest.Compose(GenerationRequest.USUAL_BARS,
                Optional.empty(), OptionalDouble.empty(), Optional.empty(), List.of(), new Start.Nothing(),
                SamplerSettings.usual(), Constraints.usual(), 1, CHORALES));
        int others = 0;
        for (int i = 0; i < takes.size(); i++) {
            Take take = takes.get(i);
            others += take.seed() == i + 1 ? 0 : 1;
            MidiWriter.write(titled(take), folder.resolve(String.format(Locale.ROOT, "chorale-%03d.mid", i + 1)));
        }
        System.out.println(takes.size() + " chorales, " + others + " of them made by another seed than the one asked for");
    }

    /// The seed in the title is the one that made it, not the one asked for where that gave degenerate music.
    private static Score titled(Take take) {
        Score score = take.score();
        return new Score(score.resolution(), score.tempos(), score.meters(), score.keys(), score.chords(), score.markers(), score.parts(),
                Metadata.titled("Sampled by Cadenza's chorale model, seed " + take.seed()));
    }
}
