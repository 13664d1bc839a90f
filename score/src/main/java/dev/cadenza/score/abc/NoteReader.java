package dev.cadenza.score.abc;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads pitches. An accidental holds for its letter until the bar ends, in every octave as the standard has it.
final class NoteReader {

    /// How far accidentals reach.
    enum Reach { NOTE, OCTAVE, PITCH }

    private static final int HIGHEST_OCTAVE = 12;

    private final TuneLog log;
    private final Map<Integer, Integer> ofBar = new HashMap<>();
    private Reach reach = Reach.PITCH;

    NoteReader(TuneLog log) {
        this.log = log;
    }

    void reach(Reach wanted) {
        reach = wanted;
    }

    void barLine() {
        ofBar.clear();
    }

    static boolean startsNote(char c) {
        return c == '^' || c == '_' || c == '=' || c >= 'A' && c <= 'G' || c >= 'a' && c <= 'g';
    }

    /// A pitch with its accidental and octave marks; empty where there is none that can sound.
    ///
    /// @param tied tones of the sound before, whose accidentals hold over a bar line where they are tied to this one
    Optional<Pitch> pitch(Cursor in, AbcKey key, List<Tone> tied) {
        Optional<Integer> accidental = accidental(in);
        char written = in.peek();
        if (!(written >= 'A' && written <= 'G' || written >= 'a' && written <= 'g')) {
            log.note(AbcFault.ACCIDENTAL, in.line());
            return Optional.empty();
        }
        in.next();
        Letter letter = AbcKey.letter(written);
        int octave = written >= 'a' ? 5 : 4;
        while (in.peek() == ',' || in.peek() == '\'') {
            octave += in.next() == ',' ? -1 : 1;
        }
        if (octave < -1 || octave > HIGHEST_OCTAVE) {
            log.note(AbcFault.PITCH, in.line());
            return Optional.empty();
        }
        int place = letter.ordinal() + (reach == Reach.OCTAVE ? 7 * (octave + 1) : 0);
        if (accidental.isPresent() && reach != Reach.NOTE) {
            ofBar.put(place, accidental.get());
        }
        int at = octave;
        int alter = accidental.orElseGet(() -> ofBar.getOrDefault(place, tied.stream().filter(Tone::tied).map(Tone::pitch)
                .filter(p -> p.spelling().letter() == letter && p.octave() == at).findFirst()
                .map(p -> p.spelling().alter()).orElse(key.alter(letter))));
        int midi = 12 * (octave + 1) + letter.semitones() + alter;
        if (midi < 0 || midi > 127) {
            log.note(AbcFault.PITCH, in.line());
            return Optional.empty();
        }
        return Optional.of(new Pitch(midi, new Spelling(letter, alter)));
    }

    private static Optional<Integer> accidental(Cursor in) {
        char sign = in.peek();
        if (sign != '^' && sign != '_' && sign != '=') {
            return Optional.empty();
        }
        int count = in.takeAll(sign);
        return Optional.of(sign == '=' ? 0 : Math.min(count, 2) * (sign == '^' ? 1 : -1));
    }
}
