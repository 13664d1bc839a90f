package dev.cadenza.model;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.score.AtomicFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What is to be learnt, from what, and where it goes.
///
/// @param train pieces to learn from, in a fixed order
/// @param valid pieces to judge by; may be empty
/// @param out directory of the run: `best`, `last`, `log.jsonl`, `tensorboard`
/// @param threads processor threads for libtorch, 1 or more
/// @param checkpointEvery optimiser steps between checkpoints to resume from; 0 for one an epoch
/// @param resume whether to go on from `out/last`, which must then exist
/// @param weights what learning begins with: all tensors of the recipe's spec; empty to draw them anew
/// @param provenance what is known of the data and the style; the trainer adds the rest
/// @param beside further files that go into `best` and `last`, by name; no part of the model's hash
public record TrainRequest(
        Recipe recipe,
        Tokenizer tokenizer,
        List<TokenSequence> train,
        List<TokenSequence> valid,
        Path out,
        long seed,
        int threads,
        long checkpointEvery,
        boolean resume,
        Map<String, Tensor> weights,
        Provenance provenance,
        Map<String, AtomicFiles.Content> beside) {

    public TrainRequest {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        weights = Map.copyOf(weights);
        beside = Map.copyOf(beside);
        Limits.within("threads", threads, 1, 1024);
        if (checkpointEvery < 0) {
            throw Limits.refused("checkpoint-every", "must not be negative, not " + checkpointEvery);
        }
    }

    /// Learning that begins with weights drawn anew.
    public TrainRequest(Recipe recipe, Tokenizer tokenizer, List<TokenSequence> train, List<TokenSequence> valid, Path out,
                        long seed, int threads, long checkpointEvery, boolean resume, Provenance provenance) {
        this(recipe, tokenizer, train, valid, out, seed, threads, checkpointEvery, resume, Map.of(), provenance);
    }

    /// Learning with nothing beside the model.
    public TrainRequest(Recipe recipe, Tokenizer tokenizer, List<TokenSequence> train, List<TokenSequence> valid, Path out,
                        long seed, int threads, long checkpointEvery, boolean resume, Map<String, Tensor> weights,
                        Provenance provenance) {
        this(recipe, tokenizer, train, valid, out, seed, threads, checkpointEvery, resume, weights, provenance, Map.of());
    }
}
