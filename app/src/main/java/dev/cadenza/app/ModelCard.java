package dev.cadenza.app;

import dev.cadenza.model.checkpoint.Provenance;
import java.nio.file.Path;

/// A model that is there, and what is known of it.
///
/// @param name to choose it by
/// @param shipped whether it came with Cadenza
/// @param representation stable name of what it reads: `satb-grid`, `melody`
/// @param parameters learnt numbers
/// @param bytes size of its folder's files
/// @param hash SHA-256 of what determines its music
public record ModelCard(String name, Path folder, boolean shipped, String representation, long parameters, long bytes,
        String hash, Provenance provenance) {
}
