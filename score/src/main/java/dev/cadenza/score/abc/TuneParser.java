package dev.cadenza.score.abc;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Meter;
import dev.cadenza.score.abc.Measure.Context;
import dev.cadenza.score.abc.NoteReader.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads one tune from its lines: its fields here, its music by the [Voice] it belongs to.
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
                    && !(name <= 'G' && name >= 'A' && text.length() > 2 && (text.charAt(2) == '|' || text.charAt(2) == ':'));
        }

        char name() {
            return text.charAt(0);
        }

        String value() {
            return text.substring(2).strip();
        }
    }

    private static final int MOST_WORDS = 1_000;

    private final TuneLog log;
    private final int firstLine;
    private final Macros macros = new Macros();
    private final Decorations decorations = new Decorations();
    private final List<String> words = new ArrayList<>();

    private int number;
    private String title = "";
    private String composer = "";
    private String origin = "";
    private String source = "";
    private String key = "";
    private String order = "";
    private Optional<Meter> meter = Optional.empty();
    private OptionalLong unit = OptionalLong.empty();
    private String tempo = "";
    private int tempoLine;
    private Reach reach = Reach.PITCH;
    private final Voices voices;

    TuneParser(String source, int firstLine) {
        this.log = new TuneLog(source);
        this.firstLine = firstLine;
        this.voices = new Voices(log, decorations, this::inlineField);
    }

    /// Reads a tune.
    ///
    /// @param head fields before the first tune of the file, which hold for all
    static AbcTune parse(String source, List<Line> head, List<Line> lines) {
        TuneParser parser = new TuneParser(source, lines.getFirst().number());
        try {
            head.forEach(parser::line);
            for (Line line : joined(lines)) {
                if (line.text().isBlank() && parser.voices.begun()) {
                    break;
                }
                parser.line(line);
            }
            return parser.result();
        } catch (InputException e) {
            return new AbcTune.Refused(parser.header(), e);
        }
    }

    /// Lines of which those that go on with the field before them (`+:`) are part of it.
    private static List<Line> joined(List<Line> lines) {
        List<Line> joined = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            text.append(line.text());
            while (line.isField() && i + 1 < lines.size() && lines.get(i + 1).text().startsWith("+:")) {
                i++;
                text.append(' ').append(lines.get(i).value());
            }
            joined.add(new Line(line.number(), text.toString()));
            text.setLength(0);
        }
        return joined;
    }

    private AbcHeader header() {
        return new AbcHeader(firstLine, number, title, composer, origin, source, key, words);
    }

    private AbcTune result() {
        if (!voices.begun()) {
            throw log.refused(firstLine, "NO_KEY", "the tune has no K: field, behind which its notes would stand.", "Add one.");
        }
        return new AbcTune.Read(header(), TuneScore.of(voices.finished(), order, header(), log), log.diagnostics());
    }

    private void line(Line line) {
        String text = line.text();
        if (text.startsWith("%%")) {
            directive(text.substring(2).strip(), line.number());
        } else if (line.isField()) {
            field(line.name(), line.value(), line.number());
        } else if (!text.startsWith("%") && voices.begun()) {
            voices.music(new Cursor(macros.expanded(text), line.number()));
        }
    }

    private void directive(String text, int line) {
        if (text.startsWith("propagate-accidentals")) {
            reach = text.contains("not") ? Reach.NOTE : text.contains("octave") ? Reach.OCTAVE : Reach.PITCH;
            voices.reach(reach);
        } else if (text.startsWith("score") || text.startsWith("staves")) {
            log.note(AbcFault.STAVES, line);
        } else if (text.startsWith("MIDI")) {
            midi(text.substring(4).replace('=', ' ').strip().split("\\s+"), line);
        }
    }

    /// `program 40`, `program 1 40` (behind a channel), `channel 10`, `transpose -12`.
    private void midi(String[] words, int line) {
        Cursor last = new Cursor(words[words.length - 1], line);
        boolean negative = last.take('-');
        int value = last.number();
        if (words.length < 2 || value < 0 || value > 127) {
            return;
        }
        switch (words[0]) {
            case "program" -> voices.instrument(new Instrument(value, false));
            case "channel" -> {
                if (value == 10) {
                    voices.instrument(Instrument.DRUM_KIT);
                }
            }
            case "transpose" -> voices.shift(negative ? -value : value, line);
            default -> {
                // How accompaniment is made up, and the like.
            }
        }
    }

    private void field(char name, String value, int line) {
        switch (name) {
            case 'X' -> number = Math.max(0, new Cursor(value, 0).number());
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
            case 'V' -> voices.select(value, line);
            case 'I' -> directive(value, line);
            case 'U' -> decorations.redefine(value, log, line);
            case 'W' -> {
                if (words.size() < MOST_WORDS) {
                    words.add(value);
                }
            }
            case 'w' -> voices.words(value, line);
            case 's' -> log.note(AbcFault.SYMBOL_LINE, line);
            case 'm' -> {
                if (!macros.define(value)) {
                    log.note(AbcFault.MACRO, line);
                }
            }
            default -> {
                // Notes on the source and the like.
            }
        }
    }

    private void meter(String value, int line) {
        Optional<Meter> stated = Numbers.meter(value, log, line);
        if (voices.begun()) {
            Draft d = voices.current().draft;
            Context c = d.context();
            d.change(new Context(c.key(), stated.or(c::meter), c.tempo(), c.shift()), line);
        } else {
            meter = stated;
        }
    }

    private void unit(String value, int line) {
        OptionalLong stated = Numbers.unit(value, log, line);
        if (voices.begun()) {
            MusicParser music = voices.current().music;
            music.unit(stated.orElse(music.unit()));
        } else {
            unit = stated.isPresent() ? stated : unit;
        }
    }

    /// In a header, the unit length that a bare number counts may still follow.
    private void tempo(String value, int line) {
        if (!voices.begun()) {
            tempo = value;
            tempoLine = line;
            return;
        }
        Draft d = voices.current().draft;
        Context c = d.context();
        Numbers.tempo(value, voices.current().music.unit(), log, line)
                .ifPresent(t -> d.change(new Context(c.key(), c.meter(), Optional.of(t), c.shift()), line));
    }

    private void key(String value, int line) {
        if (voices.begun()) {
            Draft d = voices.current().draft;
            Context c = d.context();
            AbcKey changed = AbcKey.parse(value, c.key(), log, line);
            int shift = VoiceOptions.shift(value, log, line).orElse(c.shift());
            d.change(new Context(changed, c.meter(), c.tempo(), shift), line);
            return;
        }
        key = value;
        AbcKey first = AbcKey.parse(value, AbcKey.NONE, log, line);
        long length = unit.orElse(Numbers.usualUnit(meter));
        voices.begin(new Context(first, meter, Numbers.tempo(tempo, length, log, tempoLine),
                VoiceOptions.shift(value, log, line).orElse(0)), length, reach, line);
    }

    private void inlineField(char name, Cursor text) {
        if ("KMLQPVI".indexOf(name) >= 0) {
            field(name, text.upTo('\n').strip(), text.line());
        }
    }

    /// A label; or, as some collections have it, where the music goes from here.
    private void part(String value, int line) {
        if (!voices.begun()) {
            order = value;
        } else if (!Directions.of(value).isEmpty()) {
            Directions.of(value).forEach(kind -> voices.current().draft.sign(kind, true));
        } else if (!value.isEmpty()) {
            voices.current().draft.label(value, line);
        }
    }
}
