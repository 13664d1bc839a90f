package dev.cadenza.score.harmony;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Finds where phrases close: the progressions that can be a cadence, at places where the music comes to rest.
///
/// It comes to rest where the highest line holds or pauses longer than usual. See `docs/reference/analysis.md` for how many of
/// those that people mark are found.
public final class CadenceFinder {

    /// A line rests where its next note comes after so many quarters.
    private static final double REST_QUARTERS = 1;

    /// Less speaks for a progression within a phrase.
    private static final int ENOUGH = 3;

    private final Score score;
    private final List<ChordSpan> chords;
    private final BarMap bars;
    private final NavigableMap<Long, Note> top = new TreeMap<>();

    private CadenceFinder(Score score, List<ChordSpan> chords) {
        this.score = score;
        this.chords = chords;
        this.bars = BarMap.of(score);
        for (Part part : score.parts()) {
            if (!part.instrument().drums()) {
                for (Note note : part.notes()) {
                    top.merge(note.onset(), note, (a, b) -> a.pitch().midi() >= b.pitch().midi() ? a : b);
                }
            }
        }
    }

    /// The cadences of a piece, in order.
    public static List<Cadence> find(Score score, HarmonicAnalysis analysis) {
        return new CadenceFinder(score, analysis.chords()).find();
    }

    private List<Cadence> find() {
        List<Cadence> found = new ArrayList<>();
        for (int i = 1; i < chords.size(); i++) {
            ChordSpan last = chords.get(i);
            ChordSpan before = chords.get(i - 1);
            kind(before, last).ifPresent(kind -> {
                int weight = weight(before, last);
                if (weight >= (kind == Cadence.Kind.PLAGAL ? ENOUGH + 1 : ENOUGH)) {
                    found.add(new Cadence(last.start(), kind, last.key(), weight));
                }
            });
        }
        return found;
    }

    /// What two chords would be if a phrase closed with them.
    private Optional<Cadence.Kind> kind(ChordSpan before, ChordSpan last) {
        int degree = degree(last);
        boolean dominant = isDominant(before, last.key());
        boolean roots = onRoot(before) && onRoot(last);
        if (dominant && degree == 0 && isTriad(last.chord())) {
            return Optional.of(roots && topIsTonic(last) ? Cadence.Kind.PERFECT_AUTHENTIC : Cadence.Kind.IMPERFECT_AUTHENTIC);
        }
        if (dominant && roots && (degree == 9 || degree == 8)) {
            return Optional.of(Cadence.Kind.DECEPTIVE);
        }
        if (isDominant(last, last.key()) && isTriad(last.chord()) && onRoot(last) && degree(before) != 7) {
            return Optional.of(Cadence.Kind.HALF);
        }
        return degree(before) == 5 && degree == 0 && isTriad(last.chord()) && roots ? Optional.of(Cadence.Kind.PLAGAL) : Optional.empty();
    }

    private int weight(ChordSpan before, ChordSpan last) {
        boolean strong = bars.isBarStart(last.start()) || isMiddle(last.start());
        boolean seventh = NumeralText.hasSeventh(before.chord().quality());
        boolean settled = last.end() - last.start() >= before.end() - before.start();
        return (strong ? 1 : 0) + (rests(last) ? 1 : 0) + (seventh || isDominant(last, last.key()) ? 1 : 0) + (settled ? 1 : 0);
    }

    private boolean isMiddle(long tick) {
        long bar = bars.bar(tick);
        return 2 * (tick - bars.start(bar)) == bars.length(bar);
    }

    /// Whether the highest line has no further note for a while.
    private boolean rests(ChordSpan span) {
        Long onset = top.ceilingKey(span.start());
        if (onset == null || onset >= span.end()) {
            return true;
        }
        Long next = top.higherKey(onset);
        return next == null || next - onset >= REST_QUARTERS * score.resolution();
    }

    private boolean topIsTonic(ChordSpan span) {
        Long onset = top.ceilingKey(span.start());
        return onset != null && onset < span.end() && top.get(onset).pitch().pitchClass() == span.key().tonic();
    }

    private static boolean isDominant(ChordSpan span, Key key) {
        ChordQuality quality = span.chord().quality();
        return Math.floorMod(span.chord().root().pitchClass() - key.tonic(), 12) == 7
                && (quality == ChordQuality.MAJOR || quality == ChordQuality.DOMINANT_7);
    }

    private static boolean isTriad(Chord chord) {
        return chord.quality() == ChordQuality.MAJOR || chord.quality() == ChordQuality.MINOR;
    }

    private static boolean onRoot(ChordSpan span) {
        return span.chord().bass().pitchClass() == span.chord().root().pitchClass();
    }

    private static int degree(ChordSpan span) {
        return Math.floorMod(span.chord().root().pitchClass() - span.key().tonic(), 12);
    }
}
