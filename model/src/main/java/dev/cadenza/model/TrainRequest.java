package dev.cadenza.model;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.checkpoint.Provenance;
import java.nio.file.Path;
import java.util.List;

/// What is to be learnt, from what, and where it goes.
///
/// @param train pieces to learn from, in a fixed order
/// @param valid pieces to judge by; may be empty
/// @param out directory of the run: `best`, `last`, `log.jsonl`
/// @param threads processor threads for libtorch, 1 or more
/// @param checkpointEvery optimiser steps between checkpoints to resume from; 0 for one an epoch
/// @param resume whether to go on from `out/last`, which must then exist
/// @param provenance what is known of the data and the style; the trainer adds the rest
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
        Provenance provenance) {

    public TrainRequest {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        Limits.within("threads", threads, 1, 1024);
        if (checkpointEvery < 0) {
            throw Limits.refused("checkpoint-every", "must not be negative, not " + checkpointEvery);
        }
    }
}
