package dev.cadenza.evaluate;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.harmony.HarmonicAnalysis;
import dev.cadenza.score.harmony.HarmonyFinder;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.TempoMap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A score as metrics hear it: what several of them need, each found once, when it is first asked for. Not for several threads
/// at a time.
public final class Hearing {

    private static final Comparator<Note> IN_ORDER = Comparator.comparingLong(Note::onset)
            .thenComparingInt(note -> note.pitch().midi()).thenComparingLong(Note::duration);

    private final Score score;
    private final List<Note> pitched;
    private final List<Note> drums;
    private final BarMap bars;
    private final long end;
    private final Map<Class<?>, Object> derived = new HashMap<>();

    private record AllNotes(List<Note> notes) {
    }

    private Hearing(Score score) {
        this.score = score;
        this.pitched = notes(score, false);
        this.drums = notes(score, true);
        this.bars = BarMap.of(score);
        this.end = score.end();
    }

    /// Hears a score.
    public static Hearing of(Score score) {
        return new Hearing(score);
    }

    private static List<Note> notes(Score score, boolean drums) {
        return score.parts().stream().filter(part -> part.instrument().drums() == drums).map(Part::notes).flatMap(List::stream)
                .sorted(IN_ORDER).toList();
    }

    public Score score() {
        return score;
    }

    /// The notes of all parts, by onset, then by pitch, then by duration.
    public List<Note> notes() {
        return derived(AllNotes.class, hearing -> new AllNotes(hearing.score.parts().stream().map(Part::notes).flatMap(List::stream)
                .sorted(IN_ORDER).toList())).notes();
    }

    /// The notes of all parts but drums, likewise.
    public List<Note> pitched() {
        return pitched;
    }

    /// The notes of drum parts, likewise.
    public List<Note> drums() {
        return drums;
    }

    /// Its bars.
    public BarMap bars() {
        return bars;
    }

    /// How many bars it takes; 0 for a score without notes.
    public long barCount() {
        return bars.bars(end);
    }

    /// The tick at which the last note has ended.
    public long end() {
        return end;
    }

    /// Its speed.
    public TempoMap tempos() {
        return derived(TempoMap.class, hearing -> TempoMap.of(hearing.score));
    }

    /// The metre that holds for most of the piece, the earlier of equal ones.
    public Meter usualMeter() {
        return derived(Meter.class, Hearing::findMeter);
    }

    /// Length of a whole bar in that metre, in ticks; 1 or more.
    public long usualBarTicks() {
        return Math.max(1, usualMeter().barTicks(score.resolution()));
    }

    /// Keys and chords, as they sound.
    public HarmonicAnalysis harmony() {
        return derived(HarmonicAnalysis.class, hearing -> new HarmonyFinder().analyse(hearing.score));
    }

    /// The key of the piece as it is heard; C major where nothing with a pitch sounds. Signatures do not count: many MIDI files
    /// state C major whatever their key.
    public Key key() {
        return harmony().key();
    }

    /// The notes of the melody, one after the other: of the highest part of single notes that plays much, or of the part that most
    /// likely has the melody where no part is of single notes; empty where nothing with a pitch sounds.
    public List<Note> melody() {
        return derived(HeardMelody.class, hearing -> HeardMelody.of(hearing.score)).notes();
    }

    /// Something else about this score that several metrics share, made when it is first asked for.
    ///
    /// @param type which it is; one object of a type is kept
    /// @param make finds it; it must depend on nothing but the score
    public <T> T derived(Class<T> type, Function<Hearing, T> make) {
        Object known = derived.get(type);
        if (known == null) {
            known = make.apply(this);
            derived.put(type, known);
        }
        return type.cast(known);
    }

    private static Meter findMeter(Hearing hearing) {
        List<Meter> meters = hearing.score.meters();
        Meter usual = Meter.common();
        long longest = meters.isEmpty() ? hearing.end : Math.min(hearing.end, meters.getFirst().tick());
        Map<String, Long> lengths = new HashMap<>();
        lengths.put(usual.toString(), longest);
        for (int i = 0; i < meters.size(); i++) {
            Meter meter = meters.get(i);
            long until = i + 1 < meters.size() ? Math.min(hearing.end, meters.get(i + 1).tick()) : hearing.end;
            long length = lengths.merge(meter.toString(), Math.max(0, until - meter.tick()), Long::sum);
            if (length > longest) {
                longest = length;
                usual = meter;
            }
        }
        return usual;
    }
}
