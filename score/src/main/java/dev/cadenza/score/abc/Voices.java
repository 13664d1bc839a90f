package dev.cadenza.score.abc;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.abc.Measure.Context;
import dev.cadenza.score.abc.NoteReader.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/// The voices of a tune, of which one at a time is read.
final class Voices {

    private static final int MOST = 64;
    private static final String FIRST = "1";

    private final TuneLog log;
    private final Decorations decorations;
    private final BiConsumer<Character, Cursor> inlineField;
    private final Map<String, String> defined = new LinkedHashMap<>();
    private final List<Voice> voices = new ArrayList<>();
    private Optional<Voice> current = Optional.empty();
    private Context context = new Context(AbcKey.NONE, Optional.empty(), Optional.empty(), 0);
    private long unit;
    private Reach reach = Reach.PITCH;
    private Instrument instrument = Instrument.PIANO;
    private int shift;

    Voices(TuneLog log, Decorations decorations, BiConsumer<Character, Cursor> inlineField) {
        this.log = log;
        this.decorations = decorations;
        this.inlineField = inlineField;
    }

    /// Whether the header is over.
    boolean begun() {
        return current.isPresent();
    }

    /// The voice that is read.
    Voice current() {
        return current.orElseThrow();
    }

    /// The header is over.
    ///
    /// @param unit the unit length, in atoms
    void begin(Context first, long unit, Reach reach, int line) {
        this.context = new Context(first.key(), first.meter(), first.tempo(), first.shift() + shift);
        this.unit = unit;
        this.reach = reach;
        if (defined.isEmpty()) {
            current = Optional.of(create("", line));
        }
        defined.forEach((id, options) -> options(create(id, line), options, line));
        current = Optional.of(voices.getFirst());
    }

    private Voice create(String id, int line) {
        Draft draft = new Draft(context, line);
        NoteReader notes = new NoteReader(log);
        notes.reach(reach);
        Voice voice = new Voice(id, draft, notes, new MusicParser(log, draft, notes, unit, decorations, inlineField));
        voice.instrument = instrument;
        voices.add(voice);
        return voice;
    }

    private void options(Voice voice, String text, int line) {
        voice.name = VoiceOptions.name(text).isEmpty() ? voice.name : VoiceOptions.name(text);
        OptionalInt stated = VoiceOptions.shift(text, log, line);
        stated.ifPresent(semitones -> voice.shift(semitones + shift, line));
    }

    /// Reads `V:`; what follows belongs to that voice.
    void select(String value, int line) {
        String id = value.split("\\s+")[0];
        if (!begun()) {
            if (defined.size() < MOST) {
                defined.merge(id, value, (one, more) -> one + " " + more);
            } else {
                log.note(AbcFault.VOICES, line);
            }
            return;
        }
        Optional<Voice> known = voices.stream().filter(voice -> voice.id.equals(id)).findFirst();
        if (known.isEmpty() && voices.getFirst().id.isEmpty()
                && (voices.size() == 1 && voices.getFirst().draft.isEmpty() || id.equals(FIRST))) {
            // What has no name so far is the first voice.
            voices.getFirst().id = id;
            known = Optional.of(voices.getFirst());
        }
        if (known.isEmpty() && voices.size() == MOST) {
            log.note(AbcFault.VOICES, line);
            // It is read so that its faults are found, and belongs to nobody.
            current = Optional.of(create(id, line));
            voices.removeLast();
            return;
        }
        Voice voice = known.orElseGet(() -> create(id, line));
        options(voice, value, line);
        current = Optional.of(voice);
    }

    /// Reads a line of music, which may go from voice to voice.
    void music(Cursor in) {
        while (!in.atEnd()) {
            Voice voice = current();
            voice.music.line(in, () -> current() == voice);
        }
    }

    /// Reads a line of words under the notes before it.
    void words(String text, int line) {
        if (begun() && !Words.align(text, current().draft.sung(), current().draft.nextVerse())) {
            log.note(AbcFault.WORDS, line);
        }
    }

    void reach(Reach wanted) {
        reach = wanted;
        voices.forEach(voice -> voice.notes.reach(wanted));
    }

    /// Of the current voice; in the header, of all.
    void instrument(Instrument wanted) {
        if (begun()) {
            current().instrument = wanted;
        } else {
            instrument = wanted;
        }
    }

    /// Semitones added to what sounds, of the current voice; in the header, of all.
    void shift(int semitones, int line) {
        if (begun()) {
            current().shift(semitones, line);
        } else {
            shift = semitones;
        }
    }

    /// The voices that have sounds; one at least.
    List<Voice> finished() {
        List<Voice> sounding = voices.stream().filter(voice -> !voice.draft.isEmpty()).toList();
        return sounding.isEmpty() ? List.of(voices.getFirst()) : sounding;
    }
}
