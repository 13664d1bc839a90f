package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.Keys;
import dev.cadenza.score.GeneralMidi;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a musician wants to know about a piece. Numbers are rounded to thousandths.
///
/// @param key `G major`; empty where there is none to tell
/// @param keyStated whether the score states the key; else it was found from the notes
/// @param meters each metre once, in order of appearance; at most 16
/// @param slowest lowest tempo up to the last note, in quarter notes a minute
/// @param fastest highest tempo up to the last note, in quarter notes a minute
/// @param quarters length in quarter notes, up to the end of the last note
/// @param bars length in bars, the last one begun
/// @param seconds length in seconds
/// @param notes how many notes there are
/// @param polyphony most notes that sound at once
/// @param parts those with notes, in the order of the score
public record Facts(String key, boolean keyStated, List<String> meters, double slowest, double fastest, double quarters, long bars,
        double seconds, long notes, int polyphony, List<PartFacts> parts) {

    private static final int MOST_METERS = 16;

    public Facts {
        meters = List.copyOf(meters);
        parts = List.copyOf(parts);
    }

    /// @param name as the score has it; empty where it states none
    /// @param lowest lowest MIDI key
    /// @param highest highest MIDI key
    public record PartFacts(String name, Instrument instrument, long notes, int lowest, int highest) {

        /// What the instrument is called in General MIDI.
        public String instrumentName() {
            return GeneralMidi.name(instrument);
        }
    }

    /// The facts about a score that has notes and lasts less than a day.
    public static Facts of(Score score) {
        long end = score.end();
        double slowest = Double.MAX_VALUE;
        double fastest = 0;
        for (double bpm : tempos(score, end)) {
            slowest = Math.min(slowest, bpm);
            fastest = Math.max(fastest, bpm);
        }
        Optional<KeySignature> key = score.keys().isEmpty() ? Keys.likeliest(score) : Optional.of(score.keys().getFirst());
        return new Facts(key.map(signature -> Key.of(signature).toString()).orElse(""), !score.keys().isEmpty(), meters(score, end),
                rounded(slowest), rounded(fastest), rounded(end / (double) score.resolution()), BarMap.of(score).bars(end),
                rounded(TempoMap.of(score).seconds(end)), score.parts().stream().mapToLong(part -> part.notes().size()).sum(),
                polyphony(score), score.parts().stream().filter(part -> !part.notes().isEmpty()).map(Facts::part).toList());
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /// The tempos in force before a tick.
    private static List<Double> tempos(Score score, long end) {
        List<Double> all = new ArrayList<>();
        List<Tempo> tempos = score.tempos();
        if (tempos.isEmpty() || tempos.getFirst().tick() > 0) {
            all.add(120.0);
        }
        for (int i = 0; i < tempos.size(); i++) {
            long next = i + 1 < tempos.size() ? tempos.get(i + 1).tick() : Long.MAX_VALUE;
            if (tempos.get(i).tick() < Math.max(1, end) && next > tempos.get(i).tick()) {
                all.add(tempos.get(i).bpm());
            }
        }
        return all;
    }

    static List<String> meters(Score score, long end) {
        List<String> all = new ArrayList<>();
        if (score.meters().isEmpty() || score.meters().getFirst().tick() > 0) {
            all.add(Meter.common().toString());
        }
        score.meters().stream().filter(meter -> meter.tick() < Math.max(1, end)).forEach(meter -> all.add(meter.toString()));
        return all.stream().distinct().limit(MOST_METERS).toList();
    }

    private static int polyphony(Score score) {
        List<Note> notes = score.parts().stream().flatMap(part -> part.notes().stream()).filter(note -> note.duration() > 0).toList();
        long[] starts = notes.stream().mapToLong(Note::onset).sorted().toArray();
        long[] ends = notes.stream().mapToLong(Note::end).sorted().toArray();
        int most = 0;
        int ended = 0;
        for (int begun = 0; begun < starts.length; begun++) {
            while (ends[ended] <= starts[begun]) {
                ended++;
            }
            most = Math.max(most, begun + 1 - ended);
        }
        return most;
    }

    private static PartFacts part(Part part) {
        int[] pitches = part.notes().stream().mapToInt(note -> note.pitch().midi()).toArray();
        return new PartFacts(part.name(), part.instrument(), pitches.length, Arrays.stream(pitches).min().orElse(0),
                Arrays.stream(pitches).max().orElse(0));
    }
}
