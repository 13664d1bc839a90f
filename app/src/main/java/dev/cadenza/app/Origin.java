package dev.cadenza.app;

import dev.cadenza.model.generate.Start;
import java.nio.file.Path;
import java.util.List;

/// Where new music starts from.
public sealed interface Origin {

    /// From nothing, or from a window of what the model has learnt from.
    record New(Start start) implements Origin {
    }

    /// The music of a file, which stays as it is and is joined by other tracks.
    ///
    /// @param tracks names of tracks of the model, as `bass`
    /// @param asMade whether what joins stays as the model makes it; otherwise notes outside of the music's key are moved, and so
    ///               are those that the instrument cannot play
    record Joined(Path file, List<String> tracks, boolean asMade) implements Origin {
        public Joined {
            tracks = List.copyOf(tracks);
        }
    }

    /// The music of a file, which stays as it is and is gone on from.
    record Primer(Path file) implements Origin {
    }
}
