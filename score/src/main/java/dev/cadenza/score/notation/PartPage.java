package dev.cadenza.score.notation;

import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stands at the notes of a part, by the place where it is written: where a voice has no note that begins there, another
/// one's.
final class PartPage {

    /// One end of a slur.
    record SlurEnd(int number, boolean starts) {
    }

    /// A syllable.
    ///
    /// @param syllabic MusicXML's word for its place in its word
    record Syllable(int verse, String text, String syllabic) {
    }

    private final Grid grid;
    private final Map<Integer, TreeMap<Long, Long>> onsets = new LinkedHashMap<>();
    private final TreeMap<Long, Long> written = new TreeMap<>();
    private final Map<Slot, List<Mark>> marks = new HashMap<>();
    private final Map<Slot, List<SlurEnd>> slurs = new HashMap<>();
    private final Map<Slot, List<Syllable>> syllables = new HashMap<>();
    private final Map<Integer, TreeMap<Long, List<GraceNote>>> graces = new HashMap<>();

    PartPage(Part part, Grid grid, List<QuantizedNote> notes, List<Staff> staves, List<Measure> measures) {
        this.grid = grid;
        notes.forEach(note -> written.put(note.note().onset(), note.start()));
        for (Staff staff : staves) {
            for (int v = 0; v < staff.voices().size(); v++) {
                TreeMap<Long, Long> lengths = onsets.computeIfAbsent(staff.numbers().get(v), _ -> new TreeMap<>());
                staff.voices().get(v).forEach(chord -> lengths.put(chord.start(), chord.end()));
            }
        }
        for (GraceNote grace : part.notation().graces()) {
            Slot slot = slot(grace.voice(), unit(grace.tick()));
            graces.computeIfAbsent(slot.voice(), _ -> new TreeMap<>()).computeIfAbsent(slot.unit(), _ -> new ArrayList<>()).add(grace);
        }
        List<NumberedSpans.Span> spans = new ArrayList<>();
        for (Mark mark : part.notation().marks()) {
            switch (mark) {
                case Mark.Articulation at -> marks.computeIfAbsent(slot(at.voice(), unit(at.tick())), _ -> new ArrayList<>()).add(at);
                case Mark.Fingering at -> marks.computeIfAbsent(slot(at.voice(), unit(at.tick())), _ -> new ArrayList<>()).add(at);
                case Mark.Slur slur -> spans.add(new NumberedSpans.Span(slot(slur.voice(), unit(slur.tick())),
                        slot(slur.voice(), unit(slur.end())), 0, false));
                case Mark.Dynamic _, Mark.Hairpin _, Mark.Words _ -> {
                    // They stand above the bar.
                }
            }
        }
        for (NumberedSpans.Span slur : NumberedSpans.numbered(spans.stream().filter(this::drawn).toList(), measures)) {
            slurs.computeIfAbsent(slur.to(), _ -> new ArrayList<>()).add(new SlurEnd(slur.number(), false));
            slurs.computeIfAbsent(slur.from(), _ -> new ArrayList<>()).add(new SlurEnd(slur.number(), true));
        }
        words(part);
    }

    /// A slur needs two notes; the first may be a grace note.
    private boolean drawn(NumberedSpans.Span slur) {
        return slur.from().unit() < slur.to().unit() || graces.getOrDefault(slur.from().voice(), new TreeMap<>())
                .containsKey(slur.from().unit());
    }

    /// Whether a note of the voice begins there or goes on.
    private boolean sounds(int voice, long unit) {
        Map.Entry<Long, Long> chord = onsets.getOrDefault(voice, new TreeMap<>()).floorEntry(unit);
        return chord != null && (chord.getKey() == unit || chord.getValue() > unit);
    }

    private long unit(long tick) {
        return written.getOrDefault(tick, grid.unit(tick));
    }

    private Slot slot(int voice, long unit) {
        if (sounds(voice, unit)) {
            return new Slot(voice, unit);
        }
        for (Map.Entry<Integer, TreeMap<Long, Long>> other : onsets.entrySet()) {
            if (other.getValue().containsKey(unit)) {
                return new Slot(other.getKey(), unit);
            }
        }
        return new Slot(onsets.containsKey(voice) ? voice : onsets.keySet().iterator().next(), unit);
    }

    /// Syllables at the written start of the note that begins with them, or soon after.
    private void words(Part part) {
        Set<Integer> within = new TreeSet<>();
        for (Lyric lyric : part.lyrics()) {
            Map.Entry<Long, Long> note = written.ceilingEntry(lyric.tick());
            boolean near = note != null && note.getKey() - lyric.tick() <= grid.resolution() / 4;
            if (lyric.text().isBlank() || !near && !grid.exact()) {
                continue;
            }
            long unit = near ? note.getValue() : unit(lyric.tick());
            boolean goesOn = lyric.text().endsWith("-") && lyric.text().length() > 1;
            boolean began = within.contains(lyric.verse());
            String syllabic = began ? goesOn ? "middle" : "end" : goesOn ? "begin" : "single";
            if (goesOn) {
                within.add(lyric.verse());
            } else {
                within.remove(lyric.verse());
            }
            String text = (goesOn ? lyric.text().substring(0, lyric.text().length() - 1) : lyric.text()).strip();
            List<Syllable> here = syllables.computeIfAbsent(slot(1, unit), _ -> new ArrayList<>());
            here.add(new Syllable(lyric.verse(), text, syllabic));
        }
    }

    List<Mark> marks(Slot slot) {
        return marks.getOrDefault(slot, List.of());
    }

    List<SlurEnd> slurs(Slot slot) {
        return slurs.getOrDefault(slot, List.of());
    }

    List<Syllable> syllables(Slot slot) {
        return syllables.getOrDefault(slot, List.of());
    }

    /// The grace notes of a voice from one unit to before another.
    List<GraceNote> graces(int voice, long from, long to) {
        return from >= to ? List.of() : graces.getOrDefault(voice, new TreeMap<>()).subMap(from, to).values().stream()
                .flatMap(List::stream).toList();
    }
}
