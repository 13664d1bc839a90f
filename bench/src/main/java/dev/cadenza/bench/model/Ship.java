package dev.cadenza.bench.model;

import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Provenance.Source;
import dev.cadenza.model.latent.AttributeVectors;
import dev.cadenza.score.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Turns the best checkpoint of a run into a model that ships: half precision, and what it was learnt from; with the
/// index of its passages and, where it has them, the directions of attributes.
///
/// `Ship CHECKPOINT OUT STYLE QUARTERS_PER_MINUTE (DATA_NAME LICENCE PIECES FILE)...`; the file is what the data came in, and
/// its hash goes into the provenance.
public final class Ship {

    private static final int FIRST_SOURCE = 4;
    private static final int SOURCE = 4;

    private Ship() {
    }

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        Checkpoint trained = Checkpoint.read(Path.of(args[0]));
        Provenance facts = trained.provenance();
        List<Source> sources = new ArrayList<>();
        for (int at = FIRST_SOURCE; at < args.length; at += SOURCE) {
            String hash = HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(args[at + 3]))));
            sources.add(new Source(args[at], args[at + 1], Integer.parseInt(args[at + 2]), hash));
        }
        Checkpoint shipped = trained.withProvenance(new Provenance(args[2], facts.version(),
                Optional.of(facts.recipe().orElseThrow()), facts.seed(), sources, facts.base(), facts.figures(),
                Double.parseDouble(args[3]), facts.ranges(), facts.keys(), facts.meters(), facts.unseen(), facts.notes())).halved();
        Map<String, AtomicFiles.Content> beside = new TreeMap<>();
        for (String name : List.of(PassageIndex.FILE, AttributeVectors.FILE)) {
            Path file = Path.of(args[0]).resolve(name);
            if (Files.exists(file)) {
                beside.put(name, out -> Files.copy(file, out));
            }
        }
        shipped.write(Path.of(args[1]), beside);
        System.out.printf(Locale.ROOT, "%s: %,d parameters, hash %s%n", args[1], shipped.parameters(), shipped.hash());
    }
}
