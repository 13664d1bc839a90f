package dev.cadenza.corpus.exchange;

import static dev.cadenza.corpus.exchange.ScoreReading.ordered;
import static dev.cadenza.corpus.exchange.ScoreReading.rows;
import static dev.cadenza.corpus.exchange.ScoreReading.tick;

import dev.cadenza.corpus.exchange.JsonIn.Row;
import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the fields of a part from JSON.
final class PartReading {

    private static final Set<String> NOTE = Set.of("onset", "duration", "pitch");
    private static final Set<String> NOTE_MORE = Set.of("spelling", "velocity", "voice");
    private static final Set<String> MARK_MORE = Set.of("voice", "sign", "finger", "level", "end", "louder", "text");

    private final JsonIn in;
    private String name = "";
    private int program;
    private boolean drums;
    private final List<Written> notes = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private final List<Lyric> lyrics = new ArrayList<>();
    private final List<GraceNote> graces = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    /// A note and its voice, 0 for none.
    private record Written(Note note, int voice) {
    }

    PartReading(JsonIn in) {
        this.in = in;
    }

    Part part() {
        Map<String, Runnable> fields = new HashMap<>();
        fields.put("name", () -> name = in.text());
        fields.put("program", () -> program = in.number(0, 127));
        fields.put("drums", () -> drums = in.flag());
        fields.put("notes", rows(in, notes, NOTE, NOTE_MORE, this::note));
        fields.put("controls", rows(in, controls, Set.of("tick", "kind", "value"), Set.of("controller", "pitch"), this::control));
        fields.put("lyrics", rows(in, lyrics, Set.of("tick", "text"), Set.of("verse"),
                row -> new Lyric(tick(row), row.text("text"), row.has("verse") ? row.number("verse", 1, Integer.MAX_VALUE) : 1)));
        fields.put("graces", rows(in, graces, Set.of("tick", "pitch"), Set.of("voice", "spelling", "denominator", "slashed", "chord"),
                row -> new GraceNote(tick(row), voice(row, 1), pitch(row), row.has("denominator") ? row.number("denominator", 1, 1024) : 8,
                        row.has("slashed") && row.flag("slashed"), row.has("chord") && row.flag("chord"))));
        fields.put("marks", rows(in, marks, Set.of("tick", "kind"), MARK_MORE, this::mark));
        in.object(fields, Set.of("notes"));
        notes.sort(Comparator.comparing(Written::note, Note.ORDER));
        long voiced = notes.stream().filter(written -> written.voice > 0).count();
        if (voiced != 0 && voiced != notes.size()) {
            throw in.refused("BAD_VALUE", voiced + " of " + notes.size() + " notes of the part have a voice; all or none should.");
        }
        Notation notation = new Notation(voiced == 0 ? List.of() : notes.stream().map(Written::voice).toList(),
                ordered(graces, GraceNote::tick), ordered(marks, Mark::tick));
        return new Part(name, new Instrument(program, drums), notes.stream().map(Written::note).toList(),
                ordered(controls, Control::tick), ordered(lyrics, Lyric::tick), notation);
    }

    private Written note(Row row) {
        return new Written(new Note(row.number("onset", 0, JsonIn.LARGEST), row.number("duration", 0, JsonIn.LARGEST), pitch(row),
                row.has("velocity") ? row.number("velocity", 1, 127) : RollGrid.VELOCITY), row.has("voice") ? voice(row, 1) : 0);
    }

    private static int voice(Row row, int otherwise) {
        return row.has("voice") ? row.number("voice", 1, Integer.MAX_VALUE) : otherwise;
    }

    private Pitch pitch(Row row) {
        Pitch plain = Pitch.of(row.number("pitch", 0, 127));
        if (!row.has("spelling")) {
            return plain;
        }
        String text = row.text("spelling");
        if (!text.matches("[A-G](#{0,2}|b{0,2})")) {
            throw in.refused("BAD_VALUE", "a spelling is a letter A to G with up to two # or b.");
        }
        int alter = text.endsWith("b") ? 1 - text.length() : text.length() - 1;
        Spelling spelling = new Spelling(Letter.valueOf(text.substring(0, 1)), alter);
        return spelling.equals(plain.spelling()) ? plain : new Pitch(plain.midi(), spelling);
    }

    private Control control(Row row) {
        long tick = tick(row);
        return switch (row.text("kind")) {
            case "controller" -> new Control.ControlChange(tick, row.number("controller", 0, 127), row.number("value", 0, 127));
            case "pitch-bend" -> new Control.PitchBend(tick, row.number("value", -8192, 8191));
            case "program" -> new Control.ProgramChange(tick, row.number("value", 0, 127));
            case "channel-pressure" -> new Control.ChannelPressure(tick, row.number("value", 0, 127));
            case "key-pressure" -> new Control.KeyPressure(tick, row.number("pitch", 0, 127), row.number("value", 0, 127));
            default -> throw in.refused("UNKNOWN_NAME", "there is no control of this kind.");
        };
    }

    private Mark mark(Row row) {
        long tick = tick(row);
        return switch (row.text("kind")) {
            case "articulation" -> new Mark.Articulation(tick, voice(row, 1), row.choice("sign", Mark.Sign.class));
            case "fingering" -> new Mark.Fingering(tick, voice(row, 1), row.number("finger", 0, 5));
            case "dynamic" -> new Mark.Dynamic(tick, row.choice("level", Mark.Level.class));
            case "hairpin" -> new Mark.Hairpin(tick, row.number("end", 0, JsonIn.LARGEST), row.flag("louder"));
            case "slur" -> new Mark.Slur(tick, voice(row, 1), row.number("end", 0, JsonIn.LARGEST));
            case "words" -> new Mark.Words(tick, row.text("text"));
            default -> throw in.refused("UNKNOWN_NAME", "there is no mark of this kind.");
        };
    }
}
