package dev.cadenza.score.theory;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Spelling;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The distance between two written pitches: a minor third is three letters and three semitones, an augmented second two
/// letters and as many semitones. It has no direction: see [#above] and [#below].
///
/// @param number letters it spans, both ends counted: 1 for a unison, 3 for a third, 8 for an octave; 1..80
/// @param semitones how far it sounds, within five semitones of the major or perfect interval of its number
public record Interval(int number, int semitones) {

    private static final Pattern NAME = Pattern.compile("(P|M|m|A{1,5}|d{1,5})([1-9]\\d?)");
    private static final int[] FIFTHS = {0, 2, 4, -1, 1, 3, 5};
    private static final int LARGEST = 80;
    private static final int FURTHEST = 5;

    public static final Interval UNISON = new Interval(1, 0);
    public static final Interval MINOR_SECOND = new Interval(2, 1);
    public static final Interval MAJOR_SECOND = new Interval(2, 2);
    public static final Interval MINOR_THIRD = new Interval(3, 3);
    public static final Interval MAJOR_THIRD = new Interval(3, 4);
    public static final Interval PERFECT_FOURTH = new Interval(4, 5);
    public static final Interval TRITONE = new Interval(4, 6);
    public static final Interval PERFECT_FIFTH = new Interval(5, 7);
    public static final Interval MINOR_SIXTH = new Interval(6, 8);
    public static final Interval MAJOR_SIXTH = new Interval(6, 9);
    public static final Interval MINOR_SEVENTH = new Interval(7, 10);
    public static final Interval MAJOR_SEVENTH = new Interval(7, 11);
    public static final Interval OCTAVE = new Interval(8, 12);

    public Interval {
        if (number < 1 || number > LARGEST) {
            throw new IllegalArgumentException("an interval spans between 1 and " + LARGEST + " letters, not " + number);
        }
        if (Math.abs(semitones - plain(number)) > FURTHEST) {
            throw new IllegalArgumentException("an interval of " + number + " letters does not span " + semitones + " semitones");
        }
    }

    /// Reads a name: `P5`, `m3`, `M10`, `A4`, `d7`, `AA1`.
    ///
    /// @throws RequestException where it is none
    public static Interval parse(String name) {
        Matcher matcher = NAME.matcher(name.strip());
        if (matcher.matches()) {
            int number = Integer.parseInt(matcher.group(2));
            String quality = matcher.group(1);
            boolean perfect = isPerfect(number);
            boolean suits = switch (quality.charAt(0)) {
                case 'P' -> perfect;
                case 'M', 'm' -> !perfect;
                default -> true;
            };
            int alter = switch (quality.charAt(0)) {
                case 'A' -> quality.length();
                case 'd' -> -quality.length() - (perfect ? 0 : 1);
                case 'm' -> -1;
                default -> 0;
            };
            if (suits && number <= LARGEST && Math.abs(alter) <= FURTHEST) {
                return new Interval(number, plain(number) + alter);
            }
        }
        throw new RequestException("interval", "INTERVAL_UNKNOWN", "'" + name + "' is not the name of an interval.",
                "Write it like P5, m3, M6, A4 or d7.");
    }

    /// From one written pitch to another, whichever is the lower.
    public static Interval between(Pitch one, Pitch other) {
        int letters = staffPlace(other) - staffPlace(one);
        int semitones = other.midi() - one.midi();
        boolean down = letters < 0 || letters == 0 && semitones < 0;
        return new Interval(Math.abs(letters) + 1, down ? -semitones : semitones);
    }

    /// From one written note up to the next of that name, within an octave.
    public static Interval between(Spelling lower, Spelling upper) {
        int letters = Math.floorMod(upper.letter().ordinal() - lower.letter().ordinal(), 7);
        int octave = upper.letter().ordinal() < lower.letter().ordinal() ? 12 : 0;
        int semitones = octave + upper.letter().semitones() + upper.alter() - lower.letter().semitones() - lower.alter();
        return new Interval(letters + 1, semitones);
    }

    /// What it adds to the interval of seconds with these names: 0 for major and perfect, -1 for minor, 1 for augmented.
    private int alter() {
        return semitones - plain(number);
    }

    /// "m3", "P5", "A4", "dd7".
    public String name() {
        int alter = alter();
        String quality = alter > 0 ? "A".repeat(alter) : isPerfect(number) ? alter == 0 ? "P" : "d".repeat(-alter)
                : alter == 0 ? "M" : alter == -1 ? "m" : "d".repeat(-alter - 1);
        return quality + number;
    }

    /// What is missing to the octave: M6 of m3, P4 of P5. Of an interval beyond the octave, its part within is inverted; of an
    /// octave comes a unison, of a unison an octave.
    public Interval inverted() {
        Interval simple = number == 8 ? this : simple();
        return new Interval(9 - simple.number, 12 - simple.semitones);
    }

    /// Without whole octaves: M3 of M10. An octave is a unison then.
    public Interval simple() {
        int octaves = (number - 1) / 7;
        return new Interval(number - 7 * octaves, semitones - 12 * octaves);
    }

    /// How far it leads along the fifths ... F C G D ..., by how it is written: 1 for a fifth, -1 for a fourth, 7 for an
    /// augmented unison. A key a major third higher has four sharps more.
    public int fifths() {
        return FIFTHS[(number - 1) % 7] + 7 * alter();
    }

    /// The pitch that lies this much higher. Its letter follows from the interval, unless it needed three accidentals: then
    /// it is written plainly.
    ///
    /// @throws RequestException where it were no pitch that MIDI knows
    public Pitch above(Pitch pitch) {
        return moved(pitch, 1);
    }

    /// The pitch that lies this much lower, see [#above(Pitch)].
    ///
    /// @throws RequestException where it were no pitch that MIDI knows
    public Pitch below(Pitch pitch) {
        return moved(pitch, -1);
    }

    /// How the note is written that lies this much higher, see [#above(Pitch)].
    public Spelling above(Spelling from) {
        return moved(from, 1);
    }

    /// How the note is written that lies this much lower, see [#above(Pitch)].
    public Spelling below(Spelling from) {
        return moved(from, -1);
    }

    private Pitch moved(Pitch pitch, int direction) {
        int midi = pitch.midi() + direction * semitones;
        if (midi < 0 || midi > 127) {
            throw new RequestException("transposition", "PITCH_OUT_OF_RANGE", pitch + " cannot be moved by " + name() + ": no pitch lies there.",
                    "Choose a smaller interval.");
        }
        return new Pitch(midi, moved(pitch.spelling(), direction));
    }

    private Spelling moved(Spelling from, int direction) {
        Letter letter = Letter.values()[Math.floorMod(from.letter().ordinal() + direction * (number - 1), 7)];
        int wanted = from.pitchClass() + direction * semitones;
        int alter = Math.floorMod(wanted - letter.semitones() + 6, 12) - 6;
        return Math.abs(alter) <= 2 ? new Spelling(letter, alter) : Spelling.plain(wanted);
    }

    /// Letters from C0 up to where the pitch is written.
    private static int staffPlace(Pitch pitch) {
        return 7 * pitch.octave() + pitch.spelling().letter().ordinal();
    }

    private static boolean isPerfect(int number) {
        int within = (number - 1) % 7;
        return within == 0 || within == 3 || within == 4;
    }

    /// Semitones of the major or perfect interval of a number.
    private static int plain(int number) {
        return 12 * ((number - 1) / 7) + Letter.values()[(number - 1) % 7].semitones();
    }

    @Override
    public String toString() {
        return name();
    }
}
