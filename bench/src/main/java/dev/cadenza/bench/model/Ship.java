package dev.cadenza.bench.model;

import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Provenance.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns the best checkpoint of a run into a model that ships: half precision, and what it was learnt from; with the
/// index of its passages.
///
/// `Ship CHECKPOINT OUT STYLE QUARTERS_PER_MINUTE DATA_NAME LICENCE PIECES FILE`; the file is what the data came in, and
/// its hash goes into the provenance.
public final class Ship {

    private Ship() {
    }

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        Checkpoint trained = Checkpoint.read(Path.of(args[0]));
        Provenance facts = trained.provenance();
        String hash = HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(args[7]))));
        Source source = new Source(args[4], args[5], Integer.parseInt(args[6]), hash);
        Checkpoint shipped = trained.withProvenance(new Provenance(args[2], facts.version(),
                Optional.of(facts.recipe().orElseThrow()), facts.seed(), List.of(source), facts.base(), facts.figures(),
                Double.parseDouble(args[3]), facts.ranges(), facts.keys(), facts.meters(), facts.unseen(), facts.notes())).halved();
        Path passages = Path.of(args[0]).resolve(PassageIndex.FILE);
        shipped.write(Path.of(args[1]), Files.exists(passages)
                ? Map.of(PassageIndex.FILE, out -> Files.copy(passages, out)) : Map.of());
        System.out.printf(Locale.ROOT, "%s: %,d parameters, hash %s%n", args[1], shipped.parameters(), shipped.hash());
    }
}
