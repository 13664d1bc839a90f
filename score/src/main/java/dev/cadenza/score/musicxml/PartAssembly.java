package dev.cadenza.score.musicxml;

import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Place;
import dev.cadenza.score.musicxml.Ties.Joined;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes parts of written ones.
final class PartAssembly {

    private static final int SUSTAIN = 64;

    /// Sums of fractions are that far from a tick at most where they are meant to be on it.
    private static final double EXACT = 1e-4;

    private record Placed(Note note, WrittenNote written, int voice) {
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
            parts.add(part(written, pitched, false, true));
        }
        if (!drums.isEmpty()) {
            parts.add(part(written, drums, true, parts.isEmpty()));
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

    private Part part(WrittenPart written, List<Joined> joined, boolean drums, boolean withSigns) {
        VoiceNumbers numbers = new VoiceNumbers(written);
        List<Placed> notes = joined.stream().map(note -> new Placed(note.note(), note.written(), numbers.of(note.written().at())))
                .sorted(Comparator.comparing(Placed::note, Note.ORDER).thenComparingInt(Placed::voice)).toList();
        String first = notes.isEmpty() ? "" : notes.getFirst().written.instrument();
        Instrument instrument = written.header.instrument(drums, first);
        List<Control> controls = changes(written.header, notes, instrument);
        if (withSigns) {
            controls.addAll(pedals(written));
            controls.sort(Comparator.comparingLong(Control::tick));
        }
        return new Part(written.header.name(), instrument, notes.stream().map(Placed::note).toList(), controls,
                withSigns ? lyrics(written) : List.of(),
                new Notation(notes.stream().map(Placed::voice).toList(), withSigns ? graces(written, numbers) : List.of(),
                        withSigns ? marks(written, numbers) : List.of()));
    }

    private List<GraceNote> graces(WrittenPart part, VoiceNumbers numbers) {
        return part.graces.stream().map(grace -> new GraceNote(times.tick(part, grace.moment()), numbers.of(grace.at()), grace.pitch(),
                grace.denominator(), grace.slashed(), grace.chord())).sorted(Comparator.comparingLong(GraceNote::tick)).toList();
    }

    /// Signs that several notes of a chord bear are one.
    private List<Mark> marks(WrittenPart part, VoiceNumbers numbers) {
        return part.marks.stream().map(mark -> {
            long tick = times.tick(part, mark.from());
            return mark.maker().mark(tick, Math.max(tick, times.tick(part, mark.to())), numbers.of(mark.at()));
        }).distinct().sorted(Comparator.comparingLong(Mark::tick)).toList();
    }

    private List<Control> pedals(WrittenPart part) {
        List<Control> pedals = new ArrayList<>();
        part.pedals.forEach(pedal -> pedals.add(
                new Control.ControlChange(times.tick(part, pedal.moment()), SUSTAIN, pedal.what() ? 127 : 0)));
        return pedals;
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

    private List<Lyric> lyrics(WrittenPart part) {
        return part.syllables.stream().map(at -> new Lyric(times.tick(part, at.moment()), at.what().text(), at.what().verse()))
                .sorted(Comparator.comparingLong(Lyric::tick).thenComparingInt(Lyric::verse)).toList();
    }
}
