package dev.cadenza.app;

import dev.cadenza.model.generate.Start;
import dev.cadenza.model.latent.Attribute;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

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

    /// From nothing, with more or less of some attributes than usual; for a model with a space of music.
    record Leaning(SortedMap<Attribute, Double> amounts) implements Origin {
        public Leaning {
            amounts = Leanings.checked(amounts);
        }
    }

    /// The music of a file, which is varied.
    ///
    /// @param amount how far from it, 0..1: 0 is the piece itself, 1 has only its form in common with it
    /// @param leaning what it shall have more of, or less (negative), in steps; may be empty
    record Varied(Path file, double amount, SortedMap<Attribute, Double> leaning) implements Origin {
        public Varied {
            leaning = Leanings.checked(leaning);
            if (!(amount >= 0 && amount <= 1)) {
                throw new RequestException("--amount", "OUT_OF_RANGE", "must be between 0 (the piece itself) and 1, not " + amount + ".", "");
            }
        }
    }

    /// The music of two files: what lies between them.
    ///
    /// @param steps pieces, both ends included, 2..64
    /// @param reconstructed whether the ends are the model's reading of the files, as all between is; otherwise they are as they are
    record Between(Path from, Path to, int steps, boolean reconstructed) implements Origin {
        public Between {
            if (steps < 2 || steps > 64) {
                throw new RequestException("--steps", "OUT_OF_RANGE", "must be between 2 and 64, both ends included, not " + steps + ".",
                        "");
            }
        }
    }

    /// The music of a file, which stays as it is and is gone on from.
    record Primer(Path file) implements Origin {
    }
}
