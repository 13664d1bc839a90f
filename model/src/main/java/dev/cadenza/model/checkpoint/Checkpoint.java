package dev.cadenza.model.checkpoint;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.ModelException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A model with its representation, its weights and where it comes from. On disk it is a directory, described in
/// `docs/formats/checkpoint.md`.
///
/// @param weights exactly the tensors of the spec, all of one type, all finite
/// @param windows some windows of the training data; may be empty
public record Checkpoint(
        ModelSpec spec,
        Tokenizer tokenizer,
        Map<String, Tensor> weights,
        Provenance provenance,
        List<TokenSequence> windows) {

    /// @throws ModelException where weights or windows do not fit the spec and the tokenizer
    public Checkpoint {
        SortedMap<String, Tensor> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        windows = List.copyOf(windows);
        CheckpointChecks.weights(spec, tokenizer, sorted);
        weights = sorted;
        CheckpointChecks.windows(tokenizer, windows);
    }

    /// A checkpoint with its hash.
    ///
    /// @param hash as [Checkpoint#hash], over the bytes that were read
    public record Loaded(Checkpoint checkpoint, String hash) {
    }

    /// Reads a directory that [#write] has written. While another process replaces it, either the old or the new one is
    /// read; after a write that was cut off, the whole one that is left.
    ///
    /// @throws ModelException where it is missing, damaged, or made for another version; it names file and member
    public static Checkpoint read(Path directory) {
        return load(directory).checkpoint();
    }

    /// Reads a directory as [#read] does, and the hash of its files with it.
    ///
    /// @throws ModelException where it is missing, damaged, or made for another version; it names file and member
    public static Loaded load(Path directory) {
        return ReplacedDirectory.read(directory, CheckpointFiles::read);
    }

    /// Where a checkpoint of that name lies at the moment, if there is one: the directory itself or, after a write that was
    /// cut off, the one that stands in for it.
    public static Optional<Path> present(Path directory) {
        return ReplacedDirectory.present(directory);
    }

    /// Writes a directory in place of the one that has this name, as a whole or not at all.
    ///
    /// @throws dev.cadenza.score.CadenzaException.OutputException where the disk does not allow it
    public void write(Path directory) {
        write(directory, Map.of());
    }

    /// Writes a directory with more files in it, by name.
    ///
    /// @throws dev.cadenza.score.CadenzaException.OutputException where the disk does not allow it
    public void write(Path directory, Map<String, AtomicFiles.Content> more) {
        SortedMap<String, AtomicFiles.Content> files = new TreeMap<>(CheckpointFiles.contents(this));
        files.putAll(more);
        ReplacedDirectory.write(directory, files);
    }

    /// The same model with weights in half precision, as models are shipped.
    public Checkpoint halved() {
        Map<String, Tensor> halves = new TreeMap<>();
        weights.forEach((name, tensor) -> halves.put(name, tensor.halved()));
        return new Checkpoint(spec, tokenizer, halves, provenance, windows);
    }

    /// The same model with other facts about it.
    public Checkpoint withProvenance(Provenance other) {
        return new Checkpoint(spec, tokenizer, weights, other, windows);
    }

    /// Count of learnt numbers.
    public long parameters() {
        return weights.values().stream().mapToLong(Tensor::size).sum();
    }

    /// SHA-256, in hexadecimal, over the bytes of `spec.json`, `representation.json`, `weights.safetensors`,
    /// `provenance.json` and `windows.json`, one after the other, as [#write] writes them.
    public String hash() {
        return CheckpointFiles.hash(this);
    }
}
