package dev.cadenza.score.abc;

import dev.cadenza.score.Part;
import dev.cadenza.score.notation.Page;
import dev.cadenza.score.notation.Page.Bar;
import dev.cadenza.score.notation.Page.Symbol;
import dev.cadenza.score.notation.Page.Tied;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Writes one part as a voice, bar by bar; voices within it lie over each other (`&`).
final class VoiceWriter {

    private static final int BARS_A_LINE = 4;
    private static final int MIDI_DRUMS = 10;

    private final StringBuilder text;
    private final Page page;
    private final WrittenSigns signs;
    private final Part part;
    private final boolean first;
    private final int number;
    private final List<List<List<Symbol>>> voices;
    private final WrittenMarks marks;
    private final WrittenWords words;
    private final NoteText notes;

    VoiceWriter(StringBuilder text, Page page, WrittenSigns signs, Part part, int index) {
        this.text = text;
        this.page = page;
        this.signs = signs;
        this.part = part;
        this.first = index == 0;
        this.number = index + 1;
        this.voices = page.voices(part);
        this.marks = new WrittenMarks(page, part, voices);
        this.words = new WrittenWords(page, part);
        this.notes = new NoteText(page.divisions());
    }

    void write() {
        if (page.score().parts().size() > 1) {
            text.append("V:").append(number).append('\n');
        }
        if (part.instrument().drums()) {
            text.append("%%MIDI channel ").append(MIDI_DRUMS).append('\n');
        } else if (part.instrument().program() > 0) {
            text.append("%%MIDI program ").append(part.instrument().program()).append('\n');
        }
        List<Bar> bars = page.bars();
        Set<Long> cuts = new TreeSet<>(signs.segments(first));
        long end = Math.max(page.unit(page.score().end()), signs.lastRepeat());
        text.append(signs.barLine(0, true, false));
        for (int b = 0; b < bars.size(); b++) {
            Bar bar = bars.get(b);
            if (b > 0 && !same(bar, bars.get(b - 1))) {
                text.append("[M:").append(bar.meter()).append(']');
            }
            long stop = b == bars.size() - 1 && signs.hasRepeat(end) && end > bar.start() && end < bar.end() ? end : bar.end();
            List<Long> edges = new ArrayList<>(List.of(bar.start()));
            cuts.stream().filter(cut -> cut > bar.start() && cut < stop).forEach(edges::add);
            edges.add(stop);
            for (int e = 0; e + 1 < edges.size(); e++) {
                boolean last = b == bars.size() - 1 && e + 2 == edges.size();
                segment(b, edges.get(e), edges.get(e + 1), last && end <= stop);
            }
            boolean lineEnds = b == bars.size() - 1 || b % BARS_A_LINE == BARS_A_LINE - 1;
            if (lineEnds && b == bars.size() - 1 && end > stop) {
                text.append('z').append(notes.length(end - stop)).append(signs.leaving(end)).append(signs.barLine(end, false, true));
            }
            if (lineEnds) {
                trim();
                text.append('\n').append(words.line());
            }
        }
    }

    private void trim() {
        while (text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    private static boolean same(Bar one, Bar other) {
        return one.meter().numerator() == other.meter().numerator() && one.meter().denominator() == other.meter().denominator();
    }

    private void segment(int bar, long from, long to, boolean last) {
        text.append(signs.changes(from, first));
        if (page.bars().get(bar).start() == from || signs.hasRepeat(from)) {
            notes.barLine();
        }
        int lines = 1;
        for (int v = 1; v < voices.size(); v++) {
            boolean sounds = voices.get(v).get(bar).stream().anyMatch(symbol -> symbol.end() > from && symbol.start() < to);
            lines = sounds ? v + 1 : lines;
        }
        for (int v = 0; v < lines; v++) {
            text.append(v > 0 ? " & " : "");
            List<Symbol> symbols = clipped(voices.get(v).get(bar), from, to, v == 0);
            if (symbols.isEmpty()) {
                text.append('x').append(notes.length(to - from));
            }
            symbols(symbols, v, signs.fifths(from));
        }
        boolean closes = to == page.bars().get(bar).end() || signs.hasRepeat(to) || last;
        if (closes) {
            trim();
            text.append(signs.leaving(to)).append(' ').append(signs.barLine(to, false, last)).append(' ');
        }
    }

    /// The symbols between two units, cut there and where something stands above them.
    private List<Symbol> clipped(List<Symbol> symbols, long from, long to, boolean leading) {
        Set<Long> above = first && leading ? signs.above() : Set.of();
        List<Symbol> clipped = new ArrayList<>();
        for (Symbol symbol : symbols) {
            long start = Math.max(symbol.start(), from);
            long end = Math.min(symbol.end(), to);
            while (start < end) {
                long at = start;
                long next = end;
                if (symbol.tuplet().actual() == symbol.tuplet().normal()) {
                    next = above.stream().filter(cut -> cut > at && cut < end).findFirst().orElse(end);
                }
                clipped.add(part(symbol, start, next));
                start = next;
            }
        }
        return clipped;
    }

    private static Symbol part(Symbol symbol, long start, long end) {
        boolean starts = start == symbol.start();
        boolean ends = end == symbol.end();
        if (starts && ends) {
            return symbol;
        }
        List<Tied> tied = symbol.notes().stream().map(note -> new Tied(note.note(), note.before() || !starts, note.on() || !ends)).toList();
        return new Symbol(start, end - start, tied,
                new Page.Tuplet(symbol.tuplet().actual(), symbol.tuplet().normal(), starts && symbol.tuplet().first()));
    }

    private void symbols(List<Symbol> symbols, int voice, int fifths) {
        for (int i = 0; i < symbols.size(); i++) {
            Symbol symbol = symbols.get(i);
            boolean tuplet = symbol.tuplet().actual() != symbol.tuplet().normal();
            boolean begins = symbol.tuplet().first() || i == 0
                    || symbols.get(i - 1).tuplet().actual() == symbols.get(i - 1).tuplet().normal();
            if (tuplet && begins) {
                int count = 1;
                while (i + count < symbols.size() && symbols.get(i + count).tuplet().actual() == symbol.tuplet().actual()
                        && !symbols.get(i + count).tuplet().first()) {
                    count++;
                }
                text.append('(').append(symbol.tuplet().actual()).append(':').append(symbol.tuplet().normal()).append(':').append(count);
            }
            if (first && voice == 0) {
                text.append(signs.above(symbol.start()));
            }
            text.append(marks.before(symbol, voice, notes, fifths));
            notes.write(text, symbol, voice > 0, fifths);
            text.append(marks.after(symbol, voice)).append(tuplet && i + 1 < symbols.size() && !symbols.get(i + 1).tuplet().first()
                    && symbols.get(i + 1).tuplet().actual() == symbol.tuplet().actual() ? "" : " ");
            if (voice == 0) {
                words.note(symbol);
            }
        }
    }
}
