package dev.cadenza.model.checkpoint;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Recipe;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where a model comes from, and what its music is usually like.
///
/// @param style one or two words: `chorale`, `melody`; empty where not known
/// @param version of Cadenza that trained it; empty where not known
/// @param recipe how it was learnt
/// @param seed of its training
/// @param data what it was learnt from
/// @param base the model whose weights learning began with; empty where it began from nothing
/// @param figures measured numbers by name and unit, `valid.natsPerQuarter` for instance
/// @param quartersPerMinute usual tempo
/// @param ranges lowest and highest pitch of each place of a step in the training pieces; empty where not known
/// @param keys keys of the training pieces, the most frequent first
/// @param meters metres of the training pieces, the most frequent first
/// @param unseen names of the context rows of which no training piece knew a value: a model makes nothing of them
/// @param notes further facts in words, by name
public record Provenance(
        String style,
        String version,
        Optional<Recipe> recipe,
        long seed,
        List<Source> data,
        Optional<Base> base,
        SortedMap<String, Double> figures,
        double quartersPerMinute,
        List<PitchRange> ranges,
        List<KeyCount> keys,
        List<MeterCount> meters,
        List<String> unseen,
        SortedMap<String, String> notes) {

    /// The tempo of a model that states none.
    public static final double USUAL_TEMPO = 100;

    public Provenance {
        data = List.copyOf(data);
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        ranges = List.copyOf(ranges);
        keys = List.copyOf(keys);
        meters = List.copyOf(meters);
        unseen = List.copyOf(unseen);
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        if (!(quartersPerMinute >= 4 && quartersPerMinute <= 1000)) {
            throw new IllegalArgumentException("a usual tempo must be between 4 and 1000, not " + quartersPerMinute);
        }
    }

    /// Of a model that learnt from nothing, without the context rows that no training piece knew.
    public Provenance(String style, String version, Optional<Recipe> recipe, long seed, List<Source> data,
                      SortedMap<String, Double> figures, double quartersPerMinute, List<PitchRange> ranges,
                      List<KeyCount> keys, List<MeterCount> meters, SortedMap<String, String> notes) {
        this(style, version, recipe, seed, data, Optional.empty(), figures, quartersPerMinute, ranges, keys, meters, List.of(),
                notes);
    }

    /// A data set that a model was learnt from.
    ///
    /// @param licence in words; what the source states, or that it states none
    /// @param pieces pieces used
    /// @param sha256 of the file or list of files, in hexadecimal; empty where not known
    public record Source(String name, String licence, int pieces, String sha256) {
    }

    /// The model whose weights learning began with.
    ///
    /// @param name what it is called
    /// @param sha256 its hash, see [Checkpoint#hash]
    /// @param data all that it had been learnt from, that of its own base first
    public record Base(String name, String sha256, List<Source> data) {
        public Base {
            data = List.copyOf(data);
        }
    }

    /// How many training pieces are in a key.
    ///
    /// @param fifths sharps (positive) or flats (negative), -7..7
    public record KeyCount(int fifths, Mode mode, int pieces) {
        /// The key, from the start of a piece.
        public KeySignature key() {
            return new KeySignature(0, fifths, mode);
        }
    }

    /// How many training pieces are in a metre.
    public record MeterCount(int numerator, int denominator, int pieces) {
        /// The metre, from the start of a piece.
        public Meter meter() {
            return new Meter(0, numerator, denominator);
        }
    }

    /// Nothing is known.
    public static Provenance unknown() {
        return new Provenance("", "", Optional.empty(), 0, List.of(), Optional.empty(), new TreeMap<>(), USUAL_TEMPO, List.of(), List.of(),
                List.of(), List.of(), new TreeMap<>());
    }

    /// Where a model comes from, before its training pieces are counted.
    public static Provenance of(String style, List<Source> data, double quartersPerMinute, Map<String, String> notes) {
        return new Provenance(style, "", Optional.empty(), 0, data, Optional.empty(), new TreeMap<>(), quartersPerMinute, List.of(), List.of(),
                List.of(), List.of(), new TreeMap<>(notes));
    }

    /// The same, with the ranges, keys and metres of training pieces counted.
    public Provenance withPieces(Tokenizer tokenizer, List<TokenSequence> pieces) {
        PieceFacts facts = PieceFacts.of(tokenizer, pieces);
        return new Provenance(style, version, recipe, seed, data, base, figures, quartersPerMinute, facts.ranges(),
                facts.keys(), facts.meters(), facts.unseen(), notes);
    }

    /// The same, with what training adds.
    public Provenance withTraining(String cadenzaVersion, Recipe how, long trainingSeed) {
        return new Provenance(style, cadenzaVersion, Optional.of(how), trainingSeed, data, base, figures, quartersPerMinute,
                ranges, keys, meters, unseen, notes);
    }

    /// The same of a model that began with the weights of another.
    public Provenance from(Base other) {
        return new Provenance(style, version, recipe, seed, data, Optional.of(other), figures, quartersPerMinute, ranges, keys,
                meters, unseen, notes);
    }

    /// All that the model was learnt from: the data of its base, then its own.
    public List<Source> allData() {
        return Stream.concat(base.stream().flatMap(known -> known.data().stream()), data.stream()).toList();
    }

    /// The same, with other figures.
    public Provenance withFigures(Map<String, Double> measured) {
        return new Provenance(style, version, recipe, seed, data, base, new TreeMap<>(measured), quartersPerMinute, ranges, keys,
                meters, unseen, notes);
    }
}
