package dev.cadenza.cli;

import dev.cadenza.app.Command.Models;
import dev.cadenza.app.ModelCard;
import dev.cadenza.model.checkpoint.Provenance;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "models", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Lists the models there are, with what they learnt from.",
        description = {"", "Those that came with Cadenza, then your own: in the current folder and in ~/.cadenza/models."},
        footer = {"",
            "Examples:",
            "  cadenza models",
            "  cadenza models --json"})
final class ModelsCommand implements Callable<Integer> {

    private static final int HASH_SHOWN = 12;

    private final Session session;

    @Mixin
    private TalkFlags talk;

    ModelsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<ModelCard> cards = session.run(new Models(), talk.silent(), event -> { });
        if (talk.json()) {
            cards.forEach(card -> session.json(json(card)));
        } else if (!talk.quiet()) {
            cards.forEach(card -> session.line(text(card)));
            if (cards.isEmpty()) {
                session.line("There are no models. Train one: cadenza train FOLDER --out my-model");
            }
        }
        return ExitCode.OK;
    }

    private static String text(ModelCard card) {
        Provenance facts = card.provenance();
        String data = facts.data().stream().map(source -> source.name() + " (" + source.pieces() + " pieces; "
                + source.licence() + ")").collect(Collectors.joining(", "));
        String figures = facts.figures().entrySet().stream()
                .map(figure -> figure.getKey() + " " + number(figure.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%s%s: %s, %,d learnt numbers, %.1f MB, %s%n", card.name(),
                card.shipped() ? " (comes with Cadenza)" : "", facts.style().isEmpty() ? "no style stated" : facts.style(),
                card.parameters(), card.bytes() / 1e6, card.representation())
                + (data.isEmpty() ? "" : "  learnt from " + data + "\n") + (figures.isEmpty() ? "" : "  " + figures + "\n")
                + "  " + card.folder() + ", " + card.hash().substring(0, HASH_SHOWN);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.3f", value);
    }

    private static ObjectNode json(ModelCard card) {
        Provenance facts = card.provenance();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", card.name()).put("folder", card.folder().toString()).put("shipped", card.shipped());
        node.put("style", facts.style()).put("representation", card.representation()).put("parameters", card.parameters());
        node.put("bytes", card.bytes()).put("sha256", card.hash()).put("version", facts.version());
        ArrayNode data = node.putArray("data");
        facts.data().forEach(source -> data.addObject().put("name", source.name()).put("licence", source.licence())
                .put("pieces", source.pieces()));
        ObjectNode figures = node.putObject("figures");
        facts.figures().forEach((name, value) -> figures.put(name, value));
        return node;
    }
}
