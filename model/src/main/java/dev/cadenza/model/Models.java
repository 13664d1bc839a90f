package dev.cadenza.model;

import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.musegan.MuseGanModel;
import dev.cadenza.model.musicvae.MusicVaeModel;
import dev.cadenza.model.deepbach.DeepBachModel;
import dev.cadenza.model.recurrent.RecurrentModel;
import dev.cadenza.model.sequencegan.SequenceGanModel;
import java.nio.file.Path;

/// Makes models play.
public final class Models {

    private Models() {
    }

    /// The model in a checkpoint's directory.
    ///
    /// @throws dev.cadenza.score.CadenzaException.ModelException where it is missing, damaged, or made for another version
    public static MusicModel load(Path directory) {
        Checkpoint.Loaded loaded = Checkpoint.load(directory);
        return of(loaded.checkpoint(), loaded.hash());
    }

    /// The model of a checkpoint in memory.
    public static MusicModel of(Checkpoint checkpoint) {
        return of(checkpoint, checkpoint.hash());
    }

    private static MusicModel of(Checkpoint checkpoint, String hash) {
        return switch (checkpoint.spec()) {
            case ModelSpec.Recurrent spec -> new RecurrentModel(spec, checkpoint, hash);
            case ModelSpec.SequenceGan spec -> new SequenceGanModel(spec, checkpoint, hash);
            case ModelSpec.MuseGan spec -> new MuseGanModel(spec, checkpoint, hash);
            case ModelSpec.MusicVae spec -> new MusicVaeModel(spec, checkpoint, hash);
            case ModelSpec.DeepBach spec -> new DeepBachModel(spec, checkpoint, hash);
        };
    }
}
