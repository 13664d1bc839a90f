package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.checkpoint.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// A hash of everything that a run depends on: recipe, seed, data, the weights it begins with. How long it may take changes nothing of
/// what it computes, so that a run whose time was used up can go on with more.
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String of(TrainRequest request) {
        Fingerprint fingerprint = new Fingerprint();
        Recipe recipe = request.recipe();
        fingerprint.digest.update(recipe.withBudget(0).toString().getBytes(StandardCharsets.UTF_8));
        fingerprint.digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, request.seed()));
        fingerprint.add(request.train());
        fingerprint.add(request.valid());
        new TreeMap<>(request.weights()).forEach((name, tensor) -> fingerprint.add(tensor));
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(Tensor tensor) {
        float[] numbers = tensor.toFloats();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
        bytes.asFloatBuffer().put(numbers);
        digest.update(bytes);
    }

    private void add(List<TokenSequence> pieces) {
        for (TokenSequence piece : pieces) {
            int[] tokens = piece.tokens();
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (tokens.length + 1));
            bytes.putInt(tokens.length);
            bytes.asIntBuffer().put(tokens);
            digest.update(bytes.rewind());
        }
    }
}
