package dev.cadenza.score.abc;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Reads lines of music into measures. What it cannot understand is noted and left out.
final class MusicParser {

    private static final int MOST_PASSES = 16;
    private static final int LONGEST_REST_BARS = 1_000;
    private static final int MOST_IN_TUPLET = 64;
    private static final int MOST_IN_CHORD = 32;
    private static final long LONGEST_TUNE = 100 * Time.LONGEST;

    private final TuneLog log;
    private final Draft draft;
    private final NoteReader notes;
    private final Decorations decorations;
    private final BiConsumer<Character, Cursor> inlineField;
    private final Pending pending = new Pending();
    private final List<Kind> directions = new ArrayList<>();
    private long unit;

    private int tupletLeft;
    private long tupletTimes = 1;
    private long tupletBy = 1;
    private long brokenTimes = 1;
    private long brokenBy = 1;
    private long written;
    private int sounds;

    /// @param unit the unit length, in atoms
    /// @param inlineField is told the name of a field within a line, and where its text stands
    MusicParser(TuneLog log, Draft draft, NoteReader notes, long unit, Decorations decorations,
            BiConsumer<Character, Cursor> inlineField) {
        this.log = log;
        this.draft = draft;
        this.notes = notes;
        this.unit = unit;
        this.decorations = decorations;
        this.inlineField = inlineField;
    }

    void unit(long atoms) {
        unit = atoms;
    }

    long unit() {
        return unit;
    }

    /// How many notes, chords and rests were read.
    int sounds() {
        return sounds;
    }

    /// Reads a line, or what of it belongs to this voice.
    ///
    /// @param mine whether what follows still belongs to it
    /// @throws InputException where a length is impossible
    void line(Cursor in, BooleanSupplier mine) {
        while (!in.atEnd() && mine.getAsBoolean()) {
            element(in);
        }
        directions(true);
    }

    private void element(Cursor in) {
        char c = in.peek();
        switch (c) {
            case ' ', '\t', '\r', '`', '\\', '*', '$', ';' -> in.next();
            case ')' -> slurEnd(in);
            case '"' -> quoted(in);
            case '{' -> grace(in);
            case '!', '+' -> decoration(in);
            case '(' -> tuplet(in);
            case '[' -> bracket(in);
            case '|', ':' -> bar(in);
            case '>', '<' -> brokenRhythm(in);
            case '-' -> tie(in);
            case '&' -> overlay(in);
            case 'z', 'x' -> rest(in);
            case 'Z', 'X' -> barsOfRest(in);
            case 'y' -> {
                in.next();
                Time.length(in, unit);
            }
            default -> {
                if (NoteReader.startsNote(c)) {
                    note(in);
                } else if (Decorations.isLetter(c)) {
                    letter(in);
                } else {
                    in.next();
                    log.note(AbcFault.UNKNOWN_SYMBOL, in.line());
                }
            }
        }
    }

    /// A chord symbol; with a sign of its place, or where it is no chord, a text: a fingering, a dynamic, a direction, words.
    private void quoted(Cursor in) {
        in.next();
        closed(in, '"');
        String whole = in.upTo('"').strip();
        boolean placed = !whole.isEmpty() && "^_<>@".indexOf(whole.charAt(0)) >= 0 && whole.length() > 1;
        String text = placed ? whole.substring(1).replaceFirst("^-?[\\d.]+,-?[\\d.]+", "").strip() : whole;
        List<Kind> found = Directions.of(text);
        if (text.isEmpty()) {
            return;
        }
        if (!found.isEmpty()) {
            directions.addAll(found);
            return;
        }
        switch (placed ? new ChordReading.Unknown(text) : Chord.parse(text)) {
            case ChordReading.Understood understood -> chordSymbol(understood.chord().text());
            case ChordReading.NoChord _ -> chordSymbol(Above.NO_CHORD);
            case ChordReading.Unknown _ -> {
                if (Decorations.mark(text, 0, 1).isPresent()) {
                    pending.decoration(text);
                } else {
                    pending.words(text);
                    if (!placed) {
                        log.note(AbcFault.CHORD_UNKNOWN, in.line());
                    }
                }
            }
        }
    }

    private void chordSymbol(String text) {
        if (!pending.hasChord()) {
            pending.chord(text);
        }
    }

    private void closed(Cursor in, char end) {
        if (!in.hasAhead(end)) {
            log.note(AbcFault.UNCLOSED, in.line());
        }
    }

    private void grace(Cursor in) {
        in.next();
        closed(in, '}');
        for (Above.Grace grace : GraceReader.read(new Cursor(in.upTo('}'), in.line()), notes, draft.context().key())) {
            if (!pending.grace(grace)) {
                log.note(AbcFault.GRACE_NOTES, in.line());
            }
        }
    }

    /// `!trill!`, or `+trill+` of earlier versions. An exclamation mark alone breaks a line of print.
    private void decoration(Cursor in) {
        char sign = in.next();
        int length = 0;
        while (in.peek(length) != '\n' && in.peek(length) != ' ' && in.peek(length) != '|' && in.peek(length) != sign) {
            length++;
        }
        if (in.peek(length) == sign) {
            named(in.upTo(sign), in.line());
        } else if (sign == '+') {
            log.note(AbcFault.UNKNOWN_SYMBOL, in.line());
        }
    }

    /// A letter that stands for a decoration. Before a slur, a tie or a bar line, a dot is how that is drawn.
    private void letter(Cursor in) {
        char c = in.next();
        if (c == '.' && "(-|:".indexOf(in.peek()) >= 0) {
            return;
        }
        named(decorations.name(c), in.line());
    }

    private void named(String name, int line) {
        List<Kind> found = Directions.of(name);
        if (!found.isEmpty()) {
            directions.addAll(found);
        } else if (Decorations.hairpin(name) != 0 || Decorations.mark(name, 0, 1).isPresent()) {
            pending.decoration(name);
        } else if (!name.isEmpty()) {
            log.note(AbcFault.DECORATION, line);
        }
    }

    private void slurEnd(Cursor in) {
        in.next();
        if (draft.hasLast()) {
            draft.replaceLast(draft.last().with(draft.last().above().withSlurEnd()));
        }
    }

    /// @param behind whether they stand behind the last sound of their measure
    private void directions(boolean behind) {
        directions.forEach(kind -> draft.sign(kind, behind));
        directions.clear();
    }

    /// `(3`, `(3:2`, `(3:2:4`, `(3::4`: p notes in the time of q, for r notes. Otherwise a slur.
    private void tuplet(Cursor in) {
        in.next();
        if (!in.atDigit()) {
            pending.slur();
            return;
        }
        int p = in.number();
        int q = -1;
        int r = -1;
        if (in.take(':')) {
            q = in.number();
            if (in.take(':')) {
                r = in.number();
            }
        }
        Optional<Meter> meter = draft.context().meter();
        boolean compound = meter.isPresent() && meter.get().numerator() % 3 == 0 && meter.get().numerator() > 3;
        q = q >= 0 ? q : switch (p) {
            case 2, 4, 8 -> 3;
            case 3, 6 -> 2;
            default -> compound ? 3 : 2;
        };
        r = r >= 0 ? r : p;
        if (p < 2 || p > MOST_IN_TUPLET || q < 1 || q > MOST_IN_TUPLET || r < 1 || r > MOST_IN_TUPLET) {
            log.note(AbcFault.TUPLET, in.line());
            return;
        }
        tupletTimes = q;
        tupletBy = p;
        tupletLeft = r;
    }

    private void bracket(Cursor in) {
        char next = in.peek(1);
        if (next == '|') {
            bar(in);
        } else if (next >= '0' && next <= '9') {
            in.next();
            ending(in);
        } else if (in.peek(2) == ':' && (next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z')) {
            in.next();
            in.next();
            in.next();
            closed(in, ']');
            inlineField.accept(next, new Cursor(in.upTo(']'), in.line()));
        } else {
            chord(in);
        }
    }

    private void bar(Cursor in) {
        StringBuilder sign = new StringBuilder();
        boolean heavy = in.take('[');
        while (in.peek() == '|' || in.peek() == ':' || in.peek() == ']' && !sign.isEmpty() && sign.charAt(sign.length() - 1) == '|'
                || in.peek() == '[' && in.peek(1) == '|') {
            char c = in.next();
            sign.append(c == '[' || c == ']' ? "|" : c);
        }
        String line = sign.toString();
        directions(true);
        int before = 0;
        while (before < line.length() && line.charAt(before) == ':') {
            before++;
        }
        boolean onlyColons = before == line.length();
        int repeats = onlyColons ? before / 2 : Math.min(before, MOST_PASSES - 1);
        boolean opens = onlyColons ? before > 1 : line.endsWith(":") || line.substring(before).contains("|:|");
        draft.barLine(Math.min(repeats, MOST_PASSES - 1), heavy || line.contains("||"), opens, in.line());
        notes.barLine();
        if (in.atDigit()) {
            ending(in);
        }
    }

    /// The numbers of an ending: `1`, `1,3`, `1-3`.
    private void ending(Cursor in) {
        SortedSet<Integer> passes = new TreeSet<>();
        int from = -1;
        boolean wrong = false;
        while (in.atDigit()) {
            int number = in.number();
            wrong |= number < 1 || number > MOST_PASSES;
            for (int pass = from > 0 ? from : number; pass <= number && !wrong; pass++) {
                passes.add(pass);
            }
            from = -1;
            in.take('.');
            boolean more = in.peek() == ',' || in.peek() == '-';
            if (more && in.peek(1) >= '0' && in.peek(1) <= '9') {
                from = in.next() == '-' ? number : -1;
            }
        }
        if (wrong || passes.isEmpty()) {
            log.note(AbcFault.ENDING, in.line());
        } else {
            draft.ending(passes, in.line());
        }
    }

    /// `a>b`: the first is dotted and the second halved; `>>` dots twice.
    private void brokenRhythm(Cursor in) {
        char sign = in.peek();
        int count = in.takeAll(sign);
        if (count > 3 || !draft.hasLast()) {
            log.note(AbcFault.BROKEN_RHYTHM, in.line());
            return;
        }
        long whole = 1L << count;
        long first = sign == '>' ? 2 * whole - 1 : 1;
        draft.replaceLast(draft.last().scaled(first, whole));
        brokenTimes = 2 * whole - first;
        brokenBy = whole;
    }

    private void tie(Cursor in) {
        in.next();
        if (draft.hasLast()) {
            draft.replaceLast(draft.last().tied());
        }
    }

    private void overlay(Cursor in) {
        in.next();
        if (!draft.overlay()) {
            log.note(AbcFault.OVERLAY, in.line());
        }
    }

    private void rest(Cursor in) {
        in.next();
        add(List.of(), length(in, unit), in);
    }

    private void barsOfRest(Cursor in) {
        in.next();
        int bars = Math.abs(in.number());
        if (bars > LONGEST_REST_BARS) {
            throw log.refused(in.line(), "LENGTH", "a rest lasts " + bars + " bars.", "At most 1,000 can be read.");
        }
        long bar = draft.context().meter().map(Time::bar).orElse(Time.WHOLE);
        add(List.of(), bars * bar, in);
    }

    private void note(Cursor in) {
        int signs = 0;
        while ("^_=".indexOf(in.peek(signs)) >= 0) {
            signs++;
        }
        if (!NoteReader.startsNote(in.peek(signs))) {
            // `=20` is what is left of a blank that was sent by mail.
            log.note(AbcFault.ACCIDENTAL, in.line());
            for (; signs > 0; signs--) {
                in.next();
            }
            Time.length(in, unit);
            return;
        }
        Optional<Pitch> pitch = notes.pitch(in, draft.context().key(), tiedBefore());
        if (pitch.isPresent() || in.peek() == '/' || in.atDigit()) {
            long length = length(in, unit);
            add(pitch.map(p -> List.of(new Tone(p, length, false))).orElse(List.of()), length, in);
        }
    }

    private List<Tone> tiedBefore() {
        return draft.hasLast() ? draft.last().tones() : List.of();
    }

    /// `[CEG]2`: as long as its first note; the others may end earlier or later.
    private void chord(Cursor in) {
        in.next();
        closed(in, ']');
        Cursor inside = new Cursor(in.upTo(']'), in.line());
        long innerUnit = length(in, unit);
        List<Tone> tones = new ArrayList<>();
        List<Tone> tied = tiedBefore();
        long first = -1;
        while (!inside.atEnd()) {
            char c = inside.peek();
            if (NoteReader.startsNote(c)) {
                Optional<Pitch> pitch = notes.pitch(inside, draft.context().key(), tied);
                long length = length(inside, innerUnit);
                boolean tie = inside.take('-');
                pitch.ifPresent(p -> tones.add(new Tone(p, length, tie)));
                first = first < 0 ? length : first;
            } else if (c == '"') {
                quoted(inside);
            } else if (c == '!' || c == '+') {
                decoration(inside);
            } else {
                inside.next();
                if (c == '(') {
                    pending.slur();
                } else if (Decorations.isLetter(c)) {
                    named(decorations.name(c), in.line());
                } else if (c != ' ' && c != ')' && !Character.isLetter(c)) {
                    log.note(AbcFault.UNKNOWN_SYMBOL, in.line());
                }
            }
        }
        if (first < 0 || tones.size() > MOST_IN_CHORD) {
            log.note(AbcFault.UNKNOWN_SYMBOL, in.line());
            return;
        }
        add(tones, first, in);
    }

    private long length(Cursor in, long of) {
        long length = Time.length(in, of);
        if (length < 0) {
            throw log.refused(in.line(), "LENGTH", "a note is shorter than 1/1920 or longer than 1,000 whole notes.",
                    "Correct its length.");
        }
        return length;
    }

    private void add(List<Tone> tones, long length, Cursor in) {
        Sound sound = new Sound(tones, length, pending.take());
        directions(false);
        if (tupletLeft > 0) {
            tupletLeft--;
            sound = sound.scaled(tupletTimes, tupletBy);
        }
        if (brokenTimes != brokenBy) {
            sound = sound.scaled(brokenTimes, brokenBy);
            brokenTimes = brokenBy;
        }
        written += sound.length();
        sounds++;
        if (written > LONGEST_TUNE) {
            throw log.refused(in.line(), "TOO_LONG", "the tune lasts longer than 100,000 whole notes.", "Split it.");
        }
        draft.add(sound, in.line());
    }
}
