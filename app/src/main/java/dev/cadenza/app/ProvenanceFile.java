package dev.cadenza.app;

import dev.cadenza.model.MusicModel;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.generate.Take;
import dev.cadenza.model.latent.Attribute;
import dev.cadenza.render.sound.SoundBank;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.Key;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a piece was made, so that it can be made again: model, request, seed, version. No time, no folder, no file name:
/// equal requests give equal bytes.
final class ProvenanceFile {

    static final String ENDING = ".json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProvenanceFile() {
    }

    /// @param originality what of the piece stands in what the model has learnt from
    /// @param index of the piece among those of its request
    /// @param given SHA-256 of the files gone on from, joined, varied or led from and to
    /// @param bank the sounds of the WAV; empty where none was written
    static void write(Path file, String modelName, MusicModel model, Command.Generate command, int index, Take take,
            OriginalityCheck.Checked originality, List<String> given, Optional<SoundBank> bank) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("cadenza", Version.number());
        ObjectNode origin = root.putObject("model");
        origin.put("name", modelName).put("style", model.provenance().style()).put("sha256", model.hash());
        root.set("request", request(command, index, given));
        root.put("seed", take.seed());
        bank.ifPresent(sounds -> root.putObject("sounds").put("name", sounds.description()).put("sha256", sounds.sha256()));
        ArrayNode notices = root.putArray("notices");
        take.notices().forEach(notices::add);
        root.set("originality", originality.json());
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        AtomicFiles.write(file, (MAPPER.writer().with(printer).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode request(Command.Generate command, int index, List<String> given) {
        ObjectNode node = MAPPER.createObjectNode();
        Wishes wishes = command.wishes();
        switch (command.origin()) {
            case Origin.New(Start.Nothing nothing) -> node.put("kind", "compose").put("bars", wishes.bars());
            case Origin.New(Start.Leaning leaning) -> node.put("kind", "compose").put("bars", wishes.bars());
            case Origin.New(Start.TrainingWindow window) -> node.put("kind", "from-window").put("steps", window.steps());
            case Origin.Joined(_, List<String> tracks, boolean asMade) -> {
                node.put("kind", "accompany").put("givenSha256", given.getFirst()).put("asMade", asMade);
                ArrayNode named = node.putArray("tracks");
                tracks.forEach(track -> named.add(track.toLowerCase(Locale.ROOT)));
            }
            case Origin.Voiced voiced -> {
                node.put("kind", "harmonize").put("givenSha256", given.getFirst()).put("asMade", voiced.asMade());
                voiced.parts().forEach(node.putArray("parts")::add);
                voiced.voices().forEach(node.putArray("voices")::add);
            }
            case Origin.Filled filled -> {
                node.put("kind", "fill").put("givenSha256", given.getFirst()).put("asMade", filled.asMade());
                filled.bars().ifPresent(bars -> node.put("bars", bars));
                filled.parts().forEach(node.putArray("parts")::add);
            }
            case Origin.Primer file -> node.put("kind", "continue").put("bars", wishes.bars()).put("primerSha256", given.getFirst());
            case Origin.Leaning(SortedMap<Attribute, Double> amounts) ->
                leaning(node.put("kind", "compose").put("bars", wishes.bars()), amounts);
            case Origin.Varied(_, double amount, SortedMap<Attribute, Double> amounts) ->
                leaning(node.put("kind", "vary").put("givenSha256", given.getFirst()).put("amount", amount), amounts);
            case Origin.Between(_, _, int steps, boolean reconstructed) -> {
                node.put("kind", "interpolate").put("fromSha256", given.getFirst()).put("toSha256", given.getLast())
                        .put("steps", steps).put("reconstructed", reconstructed);
                if (index < steps) {
                    node.put("step", index + 1);
                }
            }
        }
        wishes.meter().ifPresent(meter -> node.put("meter", meter.toString()));
        wishes.tempo().ifPresent(tempo -> node.put("tempo", tempo));
        wishes.key().ifPresent(key -> node.put("key", Key.of(key).toString()));
        if (!wishes.instruments().isEmpty()) {
            ArrayNode instruments = node.putArray("instruments");
            wishes.instruments().forEach(instrument -> instruments.add(Instruments.name(instrument.program())));
        }
        limits(node, wishes.limits());
        SamplerSettings sampling = wishes.sampling();
        node.put("temperature", sampling.temperature()).put("topK", sampling.topK()).put("topP", sampling.topP())
                .put("minP", sampling.minP());
        return node;
    }

    private static void leaning(ObjectNode node, SortedMap<Attribute, Double> amounts) {
        ObjectNode attributes = node.putObject("attributes");
        amounts.forEach((attribute, steps) -> attributes.put(attribute.written(), steps));
    }

    private static void limits(ObjectNode node, Limits limits) {
        limits.scale().ifPresent(scale -> node.put("scale", Spelling.plain(scale.tonic()) + " "
                + scale.scale().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        limits.chords().ifPresent(chords -> node.put("chords", chords.text()));
        limits.open().ifPresent(written -> node.put("chords", written));
        if (!limits.ranges().isEmpty()) {
            ArrayNode ranges = node.putArray("ranges");
            limits.ranges().forEach(range -> ranges.add(range.lowest() + "-" + range.highest()));
        }
        limits.closing().ifPresent(cadence -> node.put("cadence", cadence.name().toLowerCase(Locale.ROOT)));
    }
}
