package dev.cadenza.model.checkpoint;

import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The files of a checkpoint.
final class CheckpointFiles {

    private static final int FORMAT = 1;
    private static final String SPEC = "spec.json";
    private static final String REPRESENTATION = "representation.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String PROVENANCE = "provenance.json";
    private static final String WINDOWS = "windows.json";
    private static final List<String> HASHED = List.of(SPEC, REPRESENTATION, WEIGHTS, PROVENANCE, WINDOWS);
    private static final int JSON_LIMIT = 64 << 20;
    private static final String REMEDY = "The model is damaged, or made for another version of Cadenza.";

    private CheckpointFiles() {
    }

    /// All files, in the order of their hash.
    static Map<String, AtomicFiles.Content> contents(Checkpoint checkpoint) {
        Map<String, AtomicFiles.Content> files = new LinkedHashMap<>();
        ObjectNode spec = Json.MAPPER.createObjectNode().put("format", FORMAT);
        spec.setAll(SpecJson.write(checkpoint.spec()));
        files.put(SPEC, Json.pretty(spec));
        files.put(REPRESENTATION, Json.pretty(Representations.toJson(checkpoint.tokenizer())));
        files.put(WEIGHTS, Safetensors.content(checkpoint.weights()));
        files.put(PROVENANCE, Json.pretty(ProvenanceJson.write(checkpoint.provenance())));
        if (!checkpoint.windows().isEmpty()) {
            files.put(WINDOWS, Json.compact(windows(checkpoint.windows())));
        }
        return files;
    }

    static String hash(Checkpoint checkpoint) {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (AtomicFiles.Content content : contents(checkpoint).values()) {
                content.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(Path directory) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (String name : HASHED) {
                if (Files.exists(directory.resolve(name))) {
                    Files.copy(directory.resolve(name), out);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Checkpoint.Loaded read(Path directory) {
        ModelSpec spec = parse(directory.resolve(SPEC), CheckpointFiles::spec);
        Tokenizer tokenizer = representation(directory.resolve(REPRESENTATION));
        Provenance provenance = parse(directory.resolve(PROVENANCE), ProvenanceJson::read);
        List<TokenSequence> windows = Files.exists(directory.resolve(WINDOWS))
                ? parse(directory.resolve(WINDOWS), fields -> windows(fields, tokenizer)) : List.of();
        Path weights = directory.resolve(WEIGHTS);
        Map<String, Tensor> tensors = Safetensors.read(weights);
        try {
            return new Checkpoint.Loaded(new Checkpoint(spec, tokenizer, new TreeMap<>(tensors), provenance, windows),
                    hash(directory));
        } catch (ModelException e) {
            throw new ModelException(directory.toString(), e.place(), e.code(), sentence(e), e.remedy(), e);
        } catch (IOException e) {
            throw unreadable(weights, e);
        }
    }

    /// What an exception says, without its source, place and remedy.
    private static String sentence(ModelException e) {
        String start = e.source() + (e.source().isEmpty() ? "" : ", ") + e.place() + ": ";
        String message = e.getMessage();
        int from = message.startsWith(start) ? start.length() : 0;
        int to = message.endsWith(" " + e.remedy()) ? message.length() - e.remedy().length() - 1 : message.length();
        return message.substring(from, to);
    }

    private static ModelSpec spec(Fields fields) {
        int format = fields.integer("format");
        if (format != FORMAT) {
            throw fields.refused("format", "is " + format + ", but only format " + FORMAT + " is known.");
        }
        ModelSpec spec = SpecJson.read(fields);
        fields.end();
        return spec;
    }

    private static Tokenizer representation(Path file) {
        try {
            return Representations.fromJson(tree(file));
        } catch (ModelException e) {
            throw e.source().isEmpty()
                    ? new ModelException(file.toString(), e.place(), e.code(), sentence(e), e.remedy(), e) : e;
        }
    }

    private static <T> T parse(Path file, Function<Fields, T> reader) {
        try {
            return reader.apply(new Fields(tree(file), "", (member, cause) -> refused(file, member, cause)));
        } catch (RequestException e) {
            throw refused(file, e.source(), e.getMessage());
        } catch (IllegalArgumentException e) {
            throw refused(file, "the file", e.getMessage() + ".");
        }
    }

    private static JsonNode tree(Path file) {
        try {
            if (Files.size(file) > JSON_LIMIT) {
                throw refused(file, "the file", "it is longer than " + (JSON_LIMIT >> 20) + " MB.");
            }
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (JacksonException e) {
            throw refused(file, "the file", "it is not valid JSON (" + Json.reason(e) + ").");
        }
    }

    private static ObjectNode windows(List<TokenSequence> windows) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ArrayNode all = root.putArray("windows");
        for (TokenSequence window : windows) {
            ObjectNode node = all.addObject();
            ArrayNode tokens = node.putArray("tokens");
            for (int token : window.tokens()) {
                tokens.add(token);
            }
            ArrayNode context = node.putArray("context");
            for (int row = 0; row < window.contextRows(); row++) {
                ArrayNode values = context.addArray();
                for (int step = 0; step < window.steps(); step++) {
                    values.add(window.context(row, step));
                }
            }
        }
        return root;
    }

    private static List<TokenSequence> windows(Fields fields, Tokenizer tokenizer) {
        List<TokenSequence> windows = fields.objects("windows", window -> {
            JsonNode rows = window.array("context");
            List<int[]> context = new ArrayList<>();
            for (JsonNode row : rows) {
                context.add(numbers(window, "context", row));
            }
            return new TokenSequence(tokenizer.width(), numbers(window, "tokens", window.array("tokens")),
                    context.toArray(int[][]::new));
        });
        fields.end();
        return windows;
    }

    private static int[] numbers(Fields fields, String name, JsonNode array) {
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode value = array.get(i);
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw fields.refused(name, "must hold whole numbers.");
            }
            numbers[i] = value.intValue();
        }
        return numbers;
    }

    private static ModelException refused(Path file, String member, String cause) {
        return new ModelException(file.toString(), new Place.Member(member), "CHECKPOINT", cause, REMEDY);
    }

    private static ModelException unreadable(Path file, IOException e) {
        String cause = e instanceof NoSuchFileException ? "the file is missing."
                : "the file cannot be read (" + e.getClass().getSimpleName() + ").";
        return new ModelException(file.toString(), new Place.Nowhere(), "CANNOT_READ", cause,
                "Check the name of the model's directory, and that it is complete.", e);
    }
}
