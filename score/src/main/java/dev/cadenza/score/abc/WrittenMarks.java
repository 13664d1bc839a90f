package dev.cadenza.score.abc;

import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Part;
import dev.cadenza.score.notation.Page;
import dev.cadenza.score.notation.Page.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stands at the notes of a part: grace notes and marks, each at the first voice that has a note there.
final class WrittenMarks {

    private final Map<Long, List<GraceNote>> graces = new HashMap<>();
    private final Map<Long, List<String>> atNotes = new HashMap<>();

    /// What may stand at any symbol of the first voice, or the next.
    private final NavigableMap<Long, List<String>> above = new TreeMap<>();
    private final List<Map<Long, Integer>> slursBegin = new ArrayList<>();
    private final List<Map<Long, Integer>> slursEnd = new ArrayList<>();

    WrittenMarks(Page page, Part part, List<List<List<Symbol>>> voices) {
        part.notation().graces().forEach(grace -> graces.computeIfAbsent(page.unit(grace.tick()), unit -> new ArrayList<>()).add(grace));
        List<TreeSet<Long>> starts = new ArrayList<>();
        for (List<List<Symbol>> voice : voices) {
            TreeSet<Long> of = new TreeSet<>();
            voice.forEach(bar -> bar.stream().filter(symbol -> !symbol.notes().isEmpty()).forEach(symbol -> of.add(symbol.start())));
            starts.add(of);
            slursBegin.add(new HashMap<>());
            slursEnd.add(new HashMap<>());
        }
        for (Mark mark : part.notation().marks()) {
            long unit = page.unit(mark.tick());
            switch (mark) {
                case Mark.Articulation a -> atNote(unit, Decorations.name(a.sign()));
                case Mark.Fingering f -> atNote(unit, String.valueOf(f.finger()));
                case Mark.Dynamic d -> above(unit, "!" + d.level().name().toLowerCase(Locale.ROOT) + "!");
                case Mark.Words w -> words(unit, WrittenSigns.plain(w.text()));
                case Mark.Hairpin h -> {
                    Long last = starts.isEmpty() ? null : starts.getFirst().lower(page.unit(h.end()));
                    if (last != null && last >= unit) {
                        above(unit, h.louder() ? "!<(!" : "!>(!");
                        above(last, h.louder() ? "!<)!" : "!>)!");
                    }
                }
                case Mark.Slur s -> slur(unit, page.unit(s.end()), starts);
            }
        }
    }

    private void atNote(long unit, String name) {
        atNotes.computeIfAbsent(unit, u -> new ArrayList<>()).add("!" + name + "!");
    }

    private void above(long unit, String text) {
        above.computeIfAbsent(unit, u -> new ArrayList<>()).add(text);
    }

    /// Words that would be read as a direction would change what is played.
    private void words(long unit, String text) {
        if (!text.isEmpty() && Directions.of(text).isEmpty()) {
            above(unit, "\"^" + text + "\"");
        }
    }

    private void slur(long from, long to, List<TreeSet<Long>> starts) {
        for (int v = 0; v < starts.size(); v++) {
            if (from < to && starts.get(v).contains(from) && starts.get(v).contains(to)) {
                slursBegin.get(v).merge(from, 1, Integer::sum);
                slursEnd.get(v).merge(to, 1, Integer::sum);
                return;
            }
        }
    }

    /// What is written before a symbol; nothing is written twice.
    String before(Symbol symbol, int voice, NoteText notes, int fifths) {
        StringBuilder text = new StringBuilder();
        while (voice == 0 && !above.isEmpty() && above.firstKey() <= symbol.start()) {
            above.pollFirstEntry().getValue().forEach(text::append);
        }
        if (symbol.notes().isEmpty()) {
            return text.toString();
        }
        List<GraceNote> before = graces.remove(symbol.start());
        if (before != null) {
            graceNotes(text, before, notes, fifths);
        }
        List<String> marks = atNotes.remove(symbol.start());
        if (marks != null) {
            marks.forEach(text::append);
        }
        return text.repeat('(', slursBegin.get(voice).getOrDefault(symbol.start(), 0)).toString();
    }

    String after(Symbol symbol, int voice) {
        return symbol.notes().isEmpty() ? "" : ")".repeat(slursEnd.get(voice).getOrDefault(symbol.start(), 0));
    }

    private static void graceNotes(StringBuilder text, List<GraceNote> graces, NoteText notes, int fifths) {
        long struck = graces.stream().filter(grace -> !grace.chord()).count();
        int usual = struck == 1 ? 8 : 16;
        text.append('{').append(graces.getFirst().slashed() ? "/" : "");
        for (int i = 0; i < graces.size(); i++) {
            GraceNote grace = graces.get(i);
            boolean opens = !grace.chord() && i + 1 < graces.size() && graces.get(i + 1).chord();
            boolean closes = grace.chord() && (i + 1 == graces.size() || !graces.get(i + 1).chord());
            text.append(opens ? "[" : "").append(notes.pitch(grace.pitch(), fifths));
            if (usual > grace.denominator()) {
                text.append(usual / grace.denominator());
            } else if (usual < grace.denominator()) {
                text.append('/').append(grace.denominator() / usual);
            }
            text.append(closes ? "]" : "");
        }
        text.append('}');
    }
}
