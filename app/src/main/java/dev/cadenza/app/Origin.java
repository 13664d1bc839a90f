package dev.cadenza.app;

import dev.cadenza.model.generate.Region;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.latent.Attribute;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /// The music of a file, some of whose parts are voices that are given; the other voices are made.
    ///
    /// @param parts names or numbers of the given parts; empty for the first with notes
    /// @param voices which voices these are, as `soprano`, as many
    /// @param asMade whether no rule holds but those that were asked for
    record Voiced(Path file, List<String> parts, List<String> voices, boolean asMade) implements Origin {

        private static final List<String> NAMES = List.of("soprano", "alto", "tenor", "bass");

        public Voiced {
            parts = List.copyOf(parts);
            voices = voices.stream().map(voice -> voice.strip().toLowerCase(Locale.ROOT)).toList();
            for (String voice : voices) {
                if (!NAMES.contains(voice)) {
                    throw new RequestException("--voice", "VOICE_UNKNOWN", "'" + voice + "' is no voice.",
                            "Choose of " + String.join(", ", NAMES) + ".");
                }
            }
            if (Set.copyOf(voices).size() < voices.size() || voices.size() == NAMES.size() || voices.size() != Math.max(1, parts.size())) {
                throw new RequestException("--voice", "VOICES_AND_PARTS", "each given part is one voice, and at least one voice is left to make.",
                        "Name as many voices as parts, each once, at most three.");
            }
        }

        /// The number of each given voice, 0 for the soprano, with that of its part.
        ///
        /// @param score the music of the file
        SortedMap<Integer, Integer> given(Score score) {
            SortedMap<Integer, Integer> given = new TreeMap<>();
            List<String> names = score.parts().stream().map(Part::name).toList();
            for (int i = 0; i < voices.size(); i++) {
                int part = parts.isEmpty() ? first(score) : Region.parts("--part", List.of(parts.get(i)), names).nextSetBit(0);
                if (given.containsValue(part)) {
                    throw new RequestException("--part", "PART_TWICE", "'" + parts.get(i) + "' is a part that is named before.",
                            "Each given voice has a part of its own.");
                }
                if (score.parts().get(part).instrument().drums()) {
                    throw new RequestException("--part", "DRUMS", "'" + parts.get(i) + "' is for drums, which are no voice.", "Name another part.");
                }
                given.put(NAMES.indexOf(voices.get(i)), part);
            }
            return given;
        }

        private static int first(Score score) {
            for (int part = 0; part < score.parts().size(); part++) {
                if (!score.parts().get(part).instrument().drums() && !score.parts().get(part).notes().isEmpty()) {
                    return part;
                }
            }
            throw new RequestException("FILE", "NO_NOTES", "there is no part with notes.", "Choose music with a melody.");
        }
    }

    /// The music of a file, four voices, of which a region is made anew.
    ///
    /// @param bars as `5-8`; empty for all
    /// @param parts names or numbers; empty for all
    /// @param asMade whether no rule holds but those that were asked for
    record Filled(Path file, Optional<String> bars, List<String> parts, boolean asMade) implements Origin {
        public Filled {
            parts = List.copyOf(parts);
            bars.ifPresent(written -> Region.bars("--bars", written));
        }

        /// The region.
        ///
        /// @param score the music of the file
        Region region(Score score) {
            return new Region(bars.map(written -> Region.bars("--bars", written)).orElseGet(BitSet::new),
                    parts.isEmpty() ? new BitSet() : Region.parts("--parts", parts, score.parts().stream().map(Part::name).toList()));
        }
    }
}
