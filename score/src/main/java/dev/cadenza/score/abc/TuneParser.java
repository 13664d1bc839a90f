package dev.cadenza.score.abc;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.abc.Measure.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads one tune from its lines.
final class TuneParser {

    /// A line of the file.
    ///
    /// @param number from 1
    record Line(int number, String text) {

        /// Whether it is a field: a letter and a colon. `E:|` is music.
        boolean isField() {
            char name = text.isEmpty() ? ' ' : text.charAt(0);
            return text.length() > 1 && text.charAt(1) == ':'
                    && (name >= 'A' && name <= 'Z' || name == 'w' || name == 's' || name == 'r' || name == 'm' || name == '+')
                    && !(name <= 'G' && text.length() > 2 && (text.charAt(2) == '|' || text.charAt(2) == ':'));
        }

        char name() {
            return text.charAt(0);
        }

        String value() {
            return text.substring(2).strip();
        }
    }

    private final TuneLog log;
    private final NoteReader notes;
    private final int firstLine;

    private int number;
    private String title = "";
    private String composer = "";
    private String origin = "";
    private String source = "";
    private String order = "";
    private Optional<Meter> meter = Optional.empty();
    private OptionalLong unit = OptionalLong.empty();
    private String tempo = "";
    private int tempoLine;
    private String firstVoice = "";
    private boolean muted;
    private Optional<MusicParser> music = Optional.empty();
    private Optional<Draft> draft = Optional.empty();

    TuneParser(String source, int firstLine) {
        this.log = new TuneLog(source);
        this.notes = new NoteReader(log);
        this.firstLine = firstLine;
    }

    /// Reads a tune.
    ///
    /// @param head fields before the first tune of the file, which hold for all
    static AbcTune parse(String source, List<Line> head, List<Line> lines) {
        TuneParser parser = new TuneParser(source, lines.getFirst().number());
        try {
            head.forEach(parser::line);
            for (Line line : lines) {
                if (line.text().isBlank() && parser.music.isPresent()) {
                    break;
                }
                parser.line(line);
            }
            return parser.result();
        } catch (InputException e) {
            return new AbcTune.Refused(parser.header(), e);
        }
    }

    private AbcHeader header() {
        return new AbcHeader(firstLine, number, title, composer, origin, source);
    }

    private AbcTune result() {
        if (draft.isEmpty()) {
            throw log.refused(firstLine, "NO_KEY", "the tune has no K: field, behind which its notes would stand.", "Add one.");
        }
        int sounds = music.orElseThrow().sounds();
        return new AbcTune.Read(header(), TuneScore.of(draft.get().finished(), order, sounds, header(), log), log.diagnostics());
    }

    private void line(Line line) {
        String text = line.text();
        if (text.startsWith("%%") || text.startsWith("I:")) {
            directive(text);
        } else if (line.isField()) {
            field(line.name(), line.value(), line.number());
        } else if (!text.startsWith("%")) {
            music.ifPresent(parser -> parser.line(new Cursor(text, line.number())));
        }
    }

    private void directive(String text) {
        if (text.contains("propagate-accidentals")) {
            notes.reach(text.contains("not") ? NoteReader.Reach.NOTE
                    : text.contains("octave") ? NoteReader.Reach.OCTAVE : NoteReader.Reach.PITCH);
        }
    }

    private void field(char name, String value, int line) {
        if (muted && name != 'V') {
            return;
        }
        switch (name) {
            case 'X' -> number = number(value);
            case 'T' -> title = title.isEmpty() ? value : title;
            case 'C' -> composer = composer.isEmpty() ? value : composer;
            case 'O' -> origin = origin.isEmpty() ? value : origin;
            case 'S' -> source = source.isEmpty() ? value : source;
            case 'M' -> meter(value, line);
            case 'L' -> unit(value, line);
            case 'Q' -> tempo(value, line);
            case 'K' -> key(value, line);
            case 'P' -> part(value, line);
            // The cleaned Nottingham collection keeps the order of parts under this name.
            case 'Y' -> order = order.isEmpty() ? value : order;
            case 'V' -> voice(value, line);
            case 'm' -> log.note(AbcFault.MACRO, line);
            default -> {
                // Words, notes on the source and the like.
            }
        }
    }

    private static int number(String value) {
        int number = new Cursor(value, 0).number();
        return Math.max(0, number);
    }

    private void meter(String value, int line) {
        meter = Numbers.meter(value, log, line);
        draft.ifPresent(d -> d.change(new Context(d.context().key(), meter.or(() -> d.context().meter()), d.context().tempo()), line));
    }

    private void unit(String value, int line) {
        OptionalLong stated = Numbers.unit(value, log, line);
        unit = stated.isPresent() ? stated : unit;
        music.ifPresent(parser -> parser.unit(unit.orElse(parser.unit())));
    }

    /// In a header, the unit length that a bare number counts may still follow.
    private void tempo(String value, int line) {
        if (draft.isEmpty()) {
            tempo = value;
            tempoLine = line;
            return;
        }
        Draft d = draft.get();
        Optional<Tempo> stated = Numbers.tempo(value, music.orElseThrow().unit(), log, line);
        stated.ifPresent(t -> d.change(new Context(d.context().key(), d.context().meter(), stated), line));
    }

    private void key(String value, int line) {
        if (draft.isPresent()) {
            Draft d = draft.get();
            AbcKey key = AbcKey.parse(value, d.context().key(), log, line);
            d.change(new Context(key, d.context().meter(), d.context().tempo()), line);
            return;
        }
        AbcKey key = AbcKey.parse(value, AbcKey.NONE, log, line);
        long length = unit.orElse(Numbers.usualUnit(meter));
        Draft begun = new Draft(new Context(key, meter, Numbers.tempo(tempo, length, log, tempoLine)), line);
        draft = Optional.of(begun);
        music = Optional.of(new MusicParser(log, begun, notes, length, this::inlineField));
    }

    private void inlineField(char name, Cursor text) {
        if ("KMLQPV".indexOf(name) >= 0) {
            field(name, text.upTo('\n').strip(), text.line());
        }
    }

    private void part(String value, int line) {
        if (draft.isEmpty()) {
            order = value;
        } else if (!value.isEmpty()) {
            draft.get().label(value.charAt(0), line);
        }
    }

    private void voice(String value, int line) {
        String id = value.split("\\s+")[0];
        if (firstVoice.isEmpty()) {
            firstVoice = id;
        }
        boolean other = !id.equals(firstVoice);
        if (other) {
            log.note(AbcFault.VOICES, line);
        }
        muted = other && music.isPresent();
        music.ifPresent(parser -> parser.mute(other));
    }
}
