package dev.cadenza.model.checkpoint;

import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The JSON header of a safetensors file, checked against the bytes that follow it.
final class SafetensorsHeader {

    /// The name under which a header keeps text about the file.
    static final String METADATA = "__metadata__";
    private static final int AXES = 8;

    private SafetensorsHeader() {
    }

    /// Where a tensor lies.
    ///
    /// @param begin first byte, counted from the end of the header
    /// @param end behind its last byte
    record Entry(String name, Tensor.Type type, int[] shape, int size, long begin, long end) {
    }

    /// All tensors, in the order of their bytes, which fill `dataSize` without gap or overlap.
    ///
    /// @throws ModelException where the header is anything else
    static List<Entry> parse(byte[] header, long dataSize, String source) {
        List<Entry> entries = new ArrayList<>();
        Fields root = new Fields(tree(header, source), "", (member, cause) -> refused(source, member, cause));
        for (String name : root.names()) {
            if (name.equals(METADATA)) {
                Fields metadata = root.object(name);
                metadata.names().forEach(metadata::text);
            } else {
                entries.add(entry(name, root.object(name)));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long at = 0;
        for (Entry entry : entries) {
            if (entry.begin() != at) {
                throw Safetensors.damaged(source, 8L + header.length + at, "DATA_GAP",
                        "tensor " + entry.name() + " begins at " + entry.begin() + " of the data instead of " + at + ".");
            }
            at = entry.end();
        }
        if (at != dataSize) {
            throw Safetensors.damaged(source, 8L + header.length + Math.min(at, dataSize),
                    at > dataSize ? "DATA_TRUNCATED" : "DATA_LEFT_OVER",
                    "the tensors take " + at + " bytes, but " + dataSize + " are there.");
        }
        return entries;
    }

    private static JsonNode tree(byte[] header, String source) {
        if (header[0] != '{') {
            throw Safetensors.damaged(source, 8, "HEADER_START", "the header does not begin with a brace.");
        }
        try {
            return Json.parse(header);
        } catch (JacksonException e) {
            long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw Safetensors.damaged(source, 8 + offset, "HEADER_JSON",
                    "the header is not valid JSON (" + Json.reason(e) + ").");
        }
    }

    private static Entry entry(String name, Fields fields) {
        Tensor.Type type = fields.choice("dtype", Tensor.Type.class);
        JsonNode axes = fields.array("shape");
        if (axes.size() > AXES) {
            throw fields.refused("shape", "has more than " + AXES + " axes.");
        }
        int[] shape = new int[axes.size()];
        long size = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            JsonNode length = axes.get(axis);
            if (!length.isIntegralNumber() || !length.canConvertToInt() || length.intValue() < 0) {
                throw fields.refused("shape", "must hold whole numbers from 0 to " + Integer.MAX_VALUE + ".");
            }
            shape[axis] = length.intValue();
            size *= shape[axis];
            if (size > Integer.MAX_VALUE - 8) {
                throw fields.refused("shape", "has too many numbers.");
            }
        }
        JsonNode offsets = fields.array("data_offsets");
        if (offsets.size() != 2 || !isOffset(offsets.get(0)) || !isOffset(offsets.get(1))) {
            throw fields.refused("data_offsets", "must hold two places in the data.");
        }
        long begin = offsets.get(0).longValue();
        long end = offsets.get(1).longValue();
        if (end - begin != size * type.bytes()) {
            throw fields.refused("data_offsets", "span " + (end - begin) + " bytes where the shape needs "
                    + size * type.bytes() + ".");
        }
        fields.end();
        return new Entry(name, type, shape, (int) size, begin, end);
    }

    private static boolean isOffset(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
    }

    private static ModelException refused(String source, String member, String cause) {
        return new ModelException(source, new Place.Member(member), "HEADER_MEMBER", cause,
                "The file is damaged, or holds something else than the weights of a model.");
    }
}
