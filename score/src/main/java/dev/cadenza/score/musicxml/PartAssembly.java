package dev.cadenza.score.musicxml;

import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Place;
import dev.cadenza.score.musicxml.Ties.Joined;
import dev.cadenza.score.musicxml.WrittenPart.Syllable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes parts of written ones.
final class PartAssembly {

    private static final int VELOCITY = 80;

    /// Sums of fractions are that far from a tick at most where they are meant to be on it.
    private static final double EXACT = 1e-4;

    private record Placed(Note note, WrittenNote written) {
    }

    private final BarTimes times;
    private final Findings findings;

    PartAssembly(BarTimes times, Findings findings) {
        this.times = times;
        this.findings = findings;
    }

    /// One part, or two where a player has drums beside pitched notes: the pitched ones come first.
    List<Part> parts(WrittenPart written) {
        Ties ties = new Ties(written.notes.stream().map(note -> sounding(written, note)).toList());
        for (int i = 0; i < ties.unmatched(); i++) {
            findings.add(Finding.TIE_OPEN, new Place.Nowhere());
        }
        List<Joined> pitched = ties.notes().stream().filter(note -> !note.written().drum()).toList();
        List<Joined> drums = ties.notes().stream().filter(note -> note.written().drum()).toList();
        List<Part> parts = new ArrayList<>();
        if (drums.isEmpty() || !pitched.isEmpty()) {
            parts.add(part(written, pitched, false));
        }
        if (!drums.isEmpty()) {
            parts.add(part(written, drums, true));
        }
        return parts;
    }

    private Ties.Sounding sounding(WrittenPart part, WrittenNote note) {
        double onset = times.exactTick(part, note.moment(), 0);
        double end = times.exactTick(part, note.moment(), note.quarters());
        if (Math.abs(onset - Math.rint(onset)) > EXACT || Math.abs(end - Math.rint(end)) > EXACT) {
            findings.add(Finding.ROUNDED, new Place.Nowhere());
        }
        long tick = Math.round(onset);
        return new Ties.Sounding(tick, Math.max(tick + 1, Math.round(end)), note);
    }

    private Part part(WrittenPart written, List<Joined> joined, boolean drums) {
        List<Placed> notes = joined.stream().map(note -> new Placed(note.note(VELOCITY), note.written()))
                .sorted(Comparator.comparing(Placed::note, Note.ORDER).thenComparingInt(placed -> placed.written.voice())).toList();
        String first = notes.isEmpty() ? "" : notes.getFirst().written.instrument();
        Instrument instrument = written.header.instrument(drums, first);
        return new Part(written.header.name(), instrument, notes.stream().map(Placed::note).toList(),
                changes(written.header, notes, instrument), drums ? List.of() : lyrics(written),
                Notation.ofVoices(notes.stream().map(placed -> placed.written.voice()).toList()));
    }

    /// Changes between the instruments of one player.
    private static List<Control> changes(PartHeader header, List<Placed> notes, Instrument first) {
        List<Control> changes = new ArrayList<>();
        int program = first.program();
        for (Placed placed : notes) {
            int next = header.instrument(first.drums(), placed.written.instrument()).program();
            if (next != program) {
                changes.add(new Control.ProgramChange(placed.note.onset(), next));
                program = next;
            }
        }
        return changes;
    }

    /// The verse with the most syllables; the first of those with equally many.
    private List<Lyric> lyrics(WrittenPart part) {
        Map<String, List<Lyric>> verses = new LinkedHashMap<>();
        for (Moment.At<Syllable> at : part.syllables) {
            verses.computeIfAbsent(at.what().verse(), _ -> new ArrayList<>())
                    .add(new Lyric(times.tick(part, at.moment()), at.what().text()));
        }
        List<Lyric> fullest = List.of();
        for (List<Lyric> verse : verses.values()) {
            fullest = verse.size() > fullest.size() ? verse : fullest;
        }
        for (int i = fullest.size(); i < part.syllables.size(); i++) {
            findings.add(Finding.FURTHER_VERSE, new Place.Nowhere());
        }
        return fullest.stream().sorted(Comparator.comparingLong(Lyric::tick)).toList();
    }
}
