/// What a model has learnt, on disk: tensors in safetensors files, and the directory that keeps them with everything
/// needed to play or go on learning.
package dev.cadenza.model.checkpoint;
