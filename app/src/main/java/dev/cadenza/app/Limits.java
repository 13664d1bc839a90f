package dev.cadenza.app;

import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.constraint.Cadence;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.harmony.ChordProgression;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What every single note is to keep to.
///
/// @param scale only its notes
/// @param chords on beats only their notes; they begin again until the music ends
/// @param ranges one a part from the highest; the last one serves all parts that follow; none: the usual ones
/// @param closing the last two chords
/// @param open chords as they are written, in the key of the music that they go with; then there are no other `chords`
public record Limits(Optional<PitchLimit.InScale> scale, Optional<ChordProgression> chords, List<PitchLimit.Range> ranges,
        Optional<Cadence> closing, Optional<String> open) {

    /// No limits.
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    private static final Pattern NOTE = Pattern.compile("([A-Ga-g])(#{1,2}|b{1,2})?(-?\\d)");
    private static final Pattern SCALE = Pattern.compile("([A-G][#b]?)\\s+(.+)");

    public Limits {
        ranges = List.copyOf(ranges);
        if (scale.isPresent() && (chords.isPresent() || open.isPresent())) {
            throw new RequestException("--scale", "FLAGS_EXCLUDE", "a scale and chords cannot both be given.",
                    "Name the scale, or the chords: between beats these keep to their key.");
        }
    }

    /// With chords, if any, whose key is known.
    public Limits(Optional<PitchLimit.InScale> scale, Optional<ChordProgression> chords, List<PitchLimit.Range> ranges, Optional<Cadence> closing) {
        this(scale, chords, ranges, closing, Optional.empty());
    }

    /// The same limits for what is made between given notes: chords that do not say their key have that of the music.
    ///
    /// @param written as [#chords] reads them
    /// @param key that was asked for
    public Limits withChords(String written, Optional<KeySignature> key) {
        ChordProgression read = chords(written, key);
        boolean said = key.isPresent() || saysKey(written);
        return new Limits(scale, said ? Optional.of(read) : Optional.empty(), ranges, closing, said ? Optional.empty() : Optional.of(written));
    }

    /// With the key that given music has where the chords begin, where theirs was open.
    ///
    /// @param from tick at which they begin
    Limits within(Score given, long from) {
        return open.isEmpty() ? this
                : new Limits(scale, open.map(written -> chords(written, Optional.of(GenerationRequest.keyAt(given, from)))), ranges, closing);
    }

    private static boolean saysKey(String written) {
        return written.matches("(?s).*\\sin\\s.*");
    }

    /// A scale written as `D dorian`.
    ///
    /// @param flag the flag it came from, for the error
    public static PitchLimit.InScale scale(String flag, String written) {
        Matcher matcher = SCALE.matcher(written.strip());
        if (!matcher.matches()) {
            throw new RequestException(flag, "SCALE_UNKNOWN", "'" + written + "' is no scale on a note.",
                    "Write it as 'D dorian' or 'A minor pentatonic'.");
        }
        try {
            return new PitchLimit.InScale(Key.parse(matcher.group(1)).tonic(), Scale.parse(matcher.group(2)));
        } catch (RequestException e) {
            throw new RequestException(flag, "SCALE_UNKNOWN", "'" + written + "' is no scale.",
                    "Choose one of " + Arrays.toString(Scale.values()).toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
        }
    }

    /// Chords written as `C | F G | Am` or `I | IV V7 | vi in G`.
    ///
    /// @param key of numerals; where it is open and the chords do not say it, numerals are in C major, and notes between
    ///            beats in the key that the chords are likeliest in
    public static ChordProgression chords(String written, Optional<KeySignature> key) {
        ChordProgression read = ChordProgression.parse(written, Key.of(key.orElse(new KeySignature(0, 0, Mode.MAJOR))));
        boolean said = key.isPresent() || saysKey(written);
        return said ? read : new ChordProgression(likeliest(read), read.bars());
    }

    private static Key likeliest(ChordProgression chords) {
        double[] weights = new double[12];
        for (ChordProgression.Timed timed : chords.timed(4)) {
            timed.chord().ifPresent(chord -> {
                chord.pitchClasses().forEach(pitch -> weights[pitch] += timed.beats());
                weights[chord.root().pitchClass()] += timed.beats();
            });
        }
        // What one begins and ends with is home more often than not.
        for (ChordProgression.Timed timed : List.of(chords.timed(4).getFirst(), chords.timed(4).getLast())) {
            timed.chord().map(Chord::root).ifPresent(root -> weights[root.pitchClass()] += 2);
        }
        return KeyFinder.find(weights).key();
    }

    /// Ranges written as `C4-G5` or `60-79`, with commas between those of several parts; C4 is middle C.
    public static List<PitchLimit.Range> ranges(String flag, String written) {
        List<PitchLimit.Range> ranges = new ArrayList<>();
        for (String range : written.split(",", -1)) {
            Matcher halves = Pattern.compile("\\s*([A-Ga-g#b]*-?\\d+)\\s*-\\s*([A-Ga-g#b]*-?\\d+)\\s*").matcher(range);
            try {
                if (!halves.matches()) {
                    throw new IllegalArgumentException();
                }
                ranges.add(new PitchLimit.Range(pitch(halves.group(1)), pitch(halves.group(2))));
            } catch (IllegalArgumentException e) {
                throw new RequestException(flag, "RANGE_UNKNOWN", "'" + range.strip() + "' is no range of pitches.",
                        "Write it as C4-G5 or 60-79, the lower one first; C4 is middle C.");
            }
        }
        return ranges;
    }

    private static int pitch(String written) {
        Matcher note = NOTE.matcher(written);
        if (!note.matches()) {
            return Integer.parseInt(written);
        }
        String accidentals = note.group(2) == null ? "" : note.group(2);
        int alter = accidentals.startsWith("b") ? -accidentals.length() : accidentals.length();
        Letter letter = Letter.valueOf(note.group(1).toUpperCase(Locale.ROOT));
        return 12 * (Integer.parseInt(note.group(3)) + 1) + new Spelling(letter, 0).pitchClass() + alter;
    }

    /// A cadence by its name.
    public static Cadence closing(String flag, String written) {
        return Arrays.stream(Cadence.values()).filter(cadence -> cadence.name().equalsIgnoreCase(written.strip())).findFirst()
                .orElseThrow(() -> new RequestException(flag, "CADENCE_UNKNOWN", "'" + written + "' is no cadence.",
                        "Choose one of " + Arrays.toString(Cadence.values()).toLowerCase(Locale.ROOT) + "."));
    }

    /// The key that the limits speak of; empty where they speak of none.
    Optional<KeySignature> key() {
        return chords.map(ChordProgression::key).or(() -> scale.map(Limits::key)).map(key -> key.signature(0));
    }

    private static Key key(PitchLimit.InScale scale) {
        boolean minor = scale.scale().contains(0, 3) && !scale.scale().contains(0, 4);
        return Key.on(scale.tonic(), minor ? Mode.MINOR : Mode.MAJOR);
    }

    /// Constraints with these limits.
    Constraints on(Constraints constraints, Meter meter) {
        List<PitchLimit> limits = new ArrayList<>();
        chords.ifPresent(progression -> limits.add(OnChords.of(progression, meter)));
        scale.ifPresent(limits::add);
        if (!ranges.isEmpty()) {
            limits.add(new PitchLimit.InRanges(ranges));
        }
        return limits.isEmpty() && closing.isEmpty() ? constraints : constraints.limited(limits, closing);
    }
}
