package dev.cadenza.model.checkpoint;

import dev.cadenza.corpus.Representations;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.theory.Key;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// The card of a model as Markdown: what it is, what it learnt from, what that means for sharing it, how good it is, how to
/// use it. It says nothing that the checkpoint does not hold, so equal checkpoints have equal cards.
public final class CardText {

    /// What the file is called, beside the model's own.
    public static final String FILE = "MODEL_CARD.md";

    private static final int SHOWN = 5;
    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("epochs", "epoch that was kept"),
            Map.entry("cpuMinutes", "processor minutes until then"),
            Map.entry("train.natsPerToken", "training part, nats a token, as measured while learning"),
            Map.entry("train.generatorLoss", "training part, loss of the generator, as measured while learning"),
            Map.entry("valid.distance", "validation part, distance of the music made from it, 0 to 1"),
            Map.entry("valid.criticGap", "validation part, how much more real a critic finds it than the music made"),
            Map.entry("valid.emptyBars", "difference from it in empty bars, percentage points, mean of the tracks"),
            Map.entry("valid.pitchClasses", "difference from it in pitch classes a bar, mean of the pitched tracks"),
            Map.entry("valid.longNotes", "difference from it in notes longer than a step, percentage points, mean of the pitched tracks"),
            Map.entry("valid.drumPattern", "difference from it in drums on eighths, percentage points"),
            Map.entry("valid.density", "difference from it in notes a bar, as a share of the larger, mean of the tracks"),
            Map.entry("valid.sounding", "share of all cells in which the music made sounds"),
            Map.entry("valid.natsPerToken", "validation part, nats a token"),
            Map.entry("valid.natsPerStep", "validation part, nats a step"),
            Map.entry("valid.natsPerQuarter", "validation part, nats a quarter note"),
            Map.entry("valid.latentNatsPerExcerpt", "validation part, what a point tells of its excerpt, nats"),
            Map.entry("valid.reconstructionNatsPerStep", "validation part, nats a step once the point is known"),
            Map.entry("valid.teacherForcedAccuracy", "validation part, share of tokens guessed from the point and the tokens before"));

    private static final String NATS = "Nats are surprise: fewer are better.";

    private final StringBuilder text = new StringBuilder();

    private CardText() {
    }

    /// The card of a model, to be written beside it under the name [#FILE].
    public static AtomicFiles.Content of(Checkpoint checkpoint) {
        CardText card = new CardText();
        card.write(checkpoint);
        byte[] bytes = card.text.toString().getBytes(StandardCharsets.UTF_8);
        return out -> out.write(bytes);
    }

    private void write(Checkpoint model) {
        Provenance facts = model.provenance();
        line("# " + (facts.style().isEmpty() ? "A model" : "Model: " + facts.style()));
        line("");
        line("| | |");
        line("|---|---|");
        row("representation", representation(model));
        row("family", family(model));
        row("began with", facts.base().map(base -> "the weights of the model `" + base.name() + "`, SHA-256 `" + base.sha256()
                + "`").orElse("weights drawn at random"));
        row("recipe, seed", facts.recipe().map(Recipe::name).filter(name -> !name.isEmpty()).orElse("not named") + ", seed "
                + facts.seed());
        row("made with", facts.version().isEmpty() ? "Cadenza" : "Cadenza " + facts.version());
        row("SHA-256", "`" + model.hash() + "` (see docs/formats/checkpoint.md of Cadenza)");
        data(facts);
        sharing(facts);
        figures(facts);
        music(facts);
        use(facts);
    }

    private static String representation(Checkpoint model) {
        ObjectNode json = Representations.toJson(model.tokenizer());
        String options = json.properties().stream().filter(option -> !option.getKey().equals("name"))
                .map(option -> option.getKey() + " " + option.getValue()).collect(Collectors.joining(", "));
        return "`" + json.path("name").asString("") + "` (" + options + "), " + model.tokenizer().vocabulary().size() + " tokens";
    }

    private static String family(Checkpoint model) {
        long bytes = model.weights().values().stream().mapToLong(tensor -> tensor.size() * tensor.type().bytes()).sum();
        return String.format(Locale.ROOT, "%s; %,d learnt numbers, %.1f MB", model.spec().words(), model.parameters(), bytes / 1e6);
    }

    private void data(Provenance facts) {
        line("");
        line("## What it learnt from");
        line("");
        if (facts.allData().isEmpty()) {
            line("That is not known.");
            return;
        }
        line("| data | pieces learnt from | licence | SHA-256 |");
        line("|---|---|---|---|");
        facts.base().ifPresent(base -> base.data().forEach(source -> source(source, " (by way of `" + base.name() + "`)")));
        facts.data().forEach(source -> source(source, ""));
    }

    private void source(Provenance.Source source, String by) {
        row(cell(source.name()) + by, source.pieces() + " | " + cell(licence(source)) + " | "
                + (source.sha256().isEmpty() ? "not known" : "`" + source.sha256() + "`"));
    }

    /// The name of a licence, which is the first line where its text is given.
    private static String licence(Provenance.Source source) {
        return source.licence().strip().lines().findFirst().orElse("not stated");
    }

    private void sharing(Provenance facts) {
        line("");
        line("## Sharing it");
        line("");
        line("What you make for yourself is between you and the music. Whoever shares the model should know what its data asks; this"
                + " is no legal advice.");
        line("");
        for (Provenance.Source source : facts.allData()) {
            line("- " + cell(source.name()) + " (" + cell(licence(source)) + "): " + String.join(" ", LicenceNote.of(source.licence())));
        }
    }

    private void figures(Provenance facts) {
        if (facts.figures().isEmpty()) {
            return;
        }
        line("");
        line("## Figures");
        line("");
        line("| figure | value |");
        line("|---|---|");
        facts.figures().forEach((name, value) -> row(FIGURES.getOrDefault(name, cell(name)), value == Math.rint(value)
                ? Long.toString((long) (double) value) : String.format(Locale.ROOT, "%.4f", value)));
        line("");
        line(facts.recipe().map(Recipe::objective).map(CardText::howToRead).orElse(NATS)
                + " The epoch was chosen by the validation part, so these figures flatter a little."
                + " Models are comparable where representation and validation part are the same.");
    }

    private void music(Provenance facts) {
        if (facts.keys().isEmpty() && facts.meters().isEmpty()) {
            return;
        }
        line("");
        line("## The music it knows");
        line("");
        line("| | |");
        line("|---|---|");
        row("usual tempo", String.format(Locale.ROOT, "%.0f quarter notes a minute", facts.quartersPerMinute()));
        row("keys, pieces in each", most(facts.keys().stream().map(key -> Key.of(key.key()) + " " + key.pieces()).toList()));
        row("metres, pieces in each", most(facts.meters().stream().map(meter -> meter.meter() + ": " + meter.pieces()).toList()));
        if (!facts.ranges().isEmpty()) {
            row("ranges, MIDI pitches", facts.ranges().stream().map(range -> range.lowest() + "-" + range.highest())
                    .collect(Collectors.joining(", ")));
        }
    }

    /// What the figures of a model mean that learnt so.
    private static String howToRead(Objective objective) {
        String generator = "The model is a generator that learnt from a critic, and is judged by the music it makes: a smaller distance of"
                + " it from the validation part is better. ";
        return switch (objective) {
            case Objective.Likelihood likelihood -> NATS;
            case Objective.Elbo elbo -> NATS;
            case Objective.Wasserstein wasserstein -> generator + "Its loss is the critic's verdict on its music with the sign turned, on a"
                    + " scale that the critic sets anew all the time: it need not fall while the music gets better. What says more is how"
                    + " much more real the critic finds the validation part; that gap estimates the Wasserstein distance.";
            case Objective.Relativistic relativistic -> generator + "Its loss says how much less real than the pieces the critic finds its"
                    + " music: 0.69 where it cannot tell them apart, more where it can. As the critic learns too, it need not fall while"
                    + " the music gets better." + (relativistic.pretraining() > 0 ? " In the first " + relativistic.pretraining()
                    + " steps, which learn by likelihood, it is nats a token." : "");
        };
    }

    private static String most(List<String> all) {
        return String.join(", ", all.subList(0, Math.min(SHOWN, all.size()))) + (all.size() > SHOWN ? ", ..." : "");
    }

    private void use(Provenance facts) {
        line("");
        line("## Using it");
        line("");
        line("DIR is the folder that this card lies in.");
        line("");
        line("```sh");
        line("cadenza compose --model DIR");
        line("cadenza train MORE-MUSIC --from-model DIR --out NEW-MODEL");
        line("```");
        facts.recipe().ifPresent(recipe -> {
            line("");
            line("The recipe that it was learnt with:");
            line("");
            line("```json");
            line(Json.prettyText(Recipes.write(recipe)));
            line("```");
        });
    }

    private void row(String name, String value) {
        line("| " + name + " | " + value + " |");
    }

    /// Names come from files: nothing in them may break a table.
    private static String cell(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").replace("\\", "\\\\").replace("|", "\\|").replace("<", "\\<").strip();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
