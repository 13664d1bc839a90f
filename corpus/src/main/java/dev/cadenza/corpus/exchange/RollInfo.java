package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What an archive of piano rolls says beside its arrays, as pypianoroll does in `info.json`: name, steps a quarter note,
/// and name, program and drums of each track. Under `cadenza` stand tempos and metres, exactly.
record RollInfo(JsonNode root) {

    static final RollInfo NONE = new RollInfo(JsonNodeFactory.instance.objectNode());

    private static final int MAX_BYTES = 1 << 20;
    private static final String OURS = "cadenza";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints
            .builder().maxNestingDepth(8).maxNumberLength(32).maxStringLength(1 << 16).maxNameLength(64).build()).build()).build();

    static byte[] write(Score grid) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("resolution", grid.resolution());
        root.put("name", Text.wellFormed(grid.metadata().title()));
        for (int number = 0; number < grid.parts().size(); number++) {
            Instrument instrument = grid.parts().get(number).instrument();
            root.putObject(String.valueOf(number)).put("program", instrument.program()).put("is_drum", instrument.drums())
                    .put("name", Text.wellFormed(grid.parts().get(number).name()));
        }
        ObjectNode ours = root.putObject(OURS).put("version", 1);
        ArrayNode tempos = ours.putArray("tempos");
        grid.tempos().forEach(tempo -> tempos.addArray().add(tempo.tick()).add(tempo.microsPerQuarter()));
        ArrayNode meters = ours.putArray("meters");
        grid.meters().forEach(meter -> meters.addArray().add(meter.tick()).add(meter.numerator()).add(meter.denominator()));
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    static RollInfo read(byte[] bytes, Source source) {
        if (bytes.length > MAX_BYTES) {
            throw bad(source, "it is longer than " + (MAX_BYTES >> 20) + " MB.", null);
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            if (!root.isObject()) {
                throw bad(source, "it is no JSON object.", null);
            }
            return new RollInfo(root);
        } catch (JacksonException e) {
            throw bad(source, "it is no valid JSON.", e);
        }
    }

    private static InputException bad(Source source, String cause, Throwable origin) {
        return source.refused(new Place.Member(NpzRolls.INFO), "BAD_INFO", cause, "Save the piano rolls again.", origin);
    }

    String title() {
        return Text.wellFormed(root.path("name").asString(""));
    }

    int stepsPerQuarter() {
        return whole(root.path("resolution"), 1, 32767, RollGrid.USUAL_STEPS);
    }

    String name(int number, String otherwise) {
        return Text.wellFormed(root.path(String.valueOf(number)).path("name").asString(otherwise));
    }

    Instrument instrument(int number) {
        JsonNode track = root.path(String.valueOf(number));
        return new Instrument(whole(track.path("program"), 0, 127, 0), track.path("is_drum").asBoolean(false));
    }

    /// Whether tempos and metres are stated exactly.
    boolean statesTime() {
        return root.path(OURS).isObject();
    }

    List<Tempo> tempos() {
        List<Tempo> tempos = new ArrayList<>();
        for (JsonNode entry : root.path(OURS).path("tempos")) {
            tempos.add(new Tempo(step(entry, tempos.isEmpty() ? 0 : tempos.getLast().tick()),
                    whole(entry.path(1), 1, Tempo.MAX_MICROS, 500_000)));
        }
        return tempos;
    }

    List<Meter> meters() {
        List<Meter> meters = new ArrayList<>();
        for (JsonNode entry : root.path(OURS).path("meters")) {
            int denominator = whole(entry.path(2), 1, 128, 4);
            meters.add(new Meter(step(entry, meters.isEmpty() ? 0 : meters.getLast().tick()), whole(entry.path(1), 1, 255, 4),
                    Integer.highestOneBit(denominator)));
        }
        return meters;
    }

    /// Never before the one before it.
    private static int step(JsonNode entry, long least) {
        return Math.max((int) least, whole(entry.path(0), 0, RollGrid.LONGEST, 0));
    }

    private static int whole(JsonNode node, int least, int most, int otherwise) {
        return node.isNumber() && node.asDouble() >= least && node.asDouble() <= most ? (int) node.asDouble() : otherwise;
    }
}
