package dev.cadenza.cli;

import dev.cadenza.app.Imported;
import dev.cadenza.app.ShellWord;
import dev.cadenza.corpus.collection.CorpusFacts;
import dev.cadenza.corpus.collection.StoredCorpus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A corpus in words and as JSON.
final class CorpusText {

    private CorpusText() {
    }

    static List<String> lines(Imported corpus) {
        List<String> lines = new ArrayList<>(corpus.report().lines().toList());
        lines.add("");
        Path folder = fromHere(corpus.folder());
        lines.add("The corpus: " + folder);
        lines.add("With pictures, for a browser: " + folder.resolve(StoredCorpus.PAGE));
        lines.add("What became of each piece: " + folder.resolve("pieces.jsonl"));
        lines.add("Learn from it: cadenza train " + ShellWord.of(folder) + " --recipe " + corpus.recipe() + " --out my-model");
        return lines;
    }

    /// As one would type it where one stands.
    private static Path fromHere(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) && !folder.equals(here) ? here.relativize(folder) : folder;
    }

    static ObjectNode json(Imported corpus) {
        CorpusFacts facts = corpus.facts();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("corpus", corpus.folder().toString()).put("name", facts.name());
        CorpusFacts.Counts counts = facts.counts();
        json.put("kept", counts.kept()).put("repaired", counts.repaired()).put("dropped", counts.dropped());
        json.put("train", counts.train()).put("valid", counts.valid()).put("test", counts.test());
        json.put("notes", counts.notes()).put("seconds", counts.seconds());
        json.put("recipe", corpus.recipe());
        facts.dropped().forEach(json.putObject("reasons")::put);
        facts.otherFiles().forEach(json.putObject("otherFiles")::put);
        ArrayNode sources = json.putArray("sources");
        facts.sources().forEach(source -> sources.addObject().put("name", source.name()).put("layout", source.layout())
                .put("licence", source.licence()));
        return json;
    }
}
