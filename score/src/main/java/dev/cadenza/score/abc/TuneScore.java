package dev.cadenza.score.abc;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.WrittenBars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plays measures out into a score.
final class TuneScore {

    private static final int VELOCITY = 80;
    private static final int MOST_MEASURES = 20_000;
    private static final int MOST_SOUNDS = 200_000;
    private static final long LONGEST = 100 * Time.LONGEST;

    private final TuneLog log;
    private final List<Tempo> tempos = new ArrayList<>();
    private final List<KeySignature> keys = new ArrayList<>();
    private final List<ChordSymbol> chords = new ArrayList<>();
    private final List<WrittenBars.Bar> bars = new ArrayList<>();
    private final List<Integer> barLines = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private Map<Integer, Integer> tied = new HashMap<>();
    private long now;
    private int line;

    private TuneScore(TuneLog log) {
        this.log = log;
    }

    /// @param order of the parts, empty where none is stated
    /// @param written how many notes, chords and rests there are
    /// @throws InputException where there is no note, or too many when repeats are played out
    static Score of(List<Measure> measures, String order, int written, AbcHeader header, TuneLog log) {
        Optional<List<Measure>> arranged = order.isEmpty() ? Optional.empty() : PartOrder.arranged(order, measures, MOST_MEASURES);
        if (!order.isEmpty() && arranged.isEmpty()) {
            log.note(AbcFault.PART_ORDER, header.line());
        }
        List<Measure> played = arranged.orElseGet(() -> Repeats.playedOut(measures, MOST_MEASURES));
        TuneScore score = new TuneScore(log);
        score.line = header.line();
        score.play(played, written);
        if (score.notes.isEmpty()) {
            throw log.refused(header.line(), "NO_NOTES", "the tune has no notes.", "Leave it out.");
        }
        score.notes.sort(Note.ORDER);
        return new Score(Time.RESOLUTION, score.tempos, WrittenBars.meters(score.bars, Time.RESOLUTION), score.keys, score.chords,
                List.of(), List.of(new Part("", Instrument.PIANO, score.notes)), new Metadata(header.title(), header.composer(), ""));
    }

    private void play(List<Measure> played, int written) {
        long sounds = 0;
        for (Measure measure : played) {
            sounds += measure.sounds.size();
        }
        if (played.size() > MOST_MEASURES || sounds > Math.min(MOST_SOUNDS, 1_000 + 64L * written)) {
            throw tooLong();
        }
        for (Measure measure : played) {
            line = measure.line;
            context(measure.context);
            long start = now;
            measure.sounds.forEach(this::sound);
            if (now > LONGEST) {
                throw tooLong();
            }
            bar(measure, start);
        }
        reportUnevenBars();
    }

    /// A bar within the music that is no full one, nor one side of a repeat sign.
    private void reportUnevenBars() {
        for (int i = 1; i < bars.size() - 1; i++) {
            long length = bars.get(i).length();
            long full = bars.get(i).meter().barTicks(Time.RESOLUTION);
            if (length != full && length + bars.get(i - 1).length() != full && length + bars.get(i + 1).length() != full) {
                log.note(AbcFault.BAR_LENGTH, barLines.get(i));
            }
        }
    }

    private InputException tooLong() {
        return log.refused(line, "TOO_LONG", "the tune is too long when its repeats are played out.",
                "At most 20,000 bars, 200,000 notes and 100,000 whole notes can be read.");
    }

    private void context(Measure.Context context) {
        long tick = Time.tick(now);
        if (context.key().stated() || !keys.isEmpty()) {
            KeySignature key = context.key().signature(tick);
            if (keys.isEmpty() || keys.getLast().fifths() != key.fifths() || keys.getLast().mode() != key.mode()) {
                keys.add(key);
            }
        }
        context.tempo().ifPresent(tempo -> {
            if (tempos.isEmpty() || tempos.getLast().microsPerQuarter() != tempo.microsPerQuarter()) {
                tempos.add(new Tempo(tick, tempo.microsPerQuarter()));
            }
        });
    }

    private void sound(Sound sound) {
        long tick = Time.tick(now);
        if (!sound.chord().isEmpty()) {
            chords.add(new ChordSymbol(tick, sound.chord().equals(Sound.NO_CHORD) ? "" : sound.chord()));
        }
        Map<Integer, Integer> open = new HashMap<>();
        for (Tone tone : sound.tones()) {
            long end = now + tone.length();
            if (now % Time.TICK != 0 || end % Time.TICK != 0) {
                log.note(AbcFault.ROUNDED, line);
            }
            int midi = tone.pitch().midi();
            Integer before = tied.remove(midi);
            int index = before == null ? notes.size() : before;
            if (before == null) {
                notes.add(new Note(tick, Time.tick(end) - tick, tone.pitch(), VELOCITY));
            } else {
                Note note = notes.get(index);
                notes.set(index, new Note(note.onset(), Time.tick(end) - note.onset(), note.pitch(), VELOCITY));
            }
            if (tone.tied()) {
                open.put(midi, index);
            }
        }
        if (!tied.isEmpty()) {
            log.note(AbcFault.TIE, line);
        }
        tied = open;
        now += sound.length();
    }

    private void bar(Measure measure, long start) {
        Optional<Meter> meter = measure.context.meter();
        if (meter.isEmpty()) {
            return;
        }
        long tick = Time.tick(start);
        long length = Time.tick(now) - tick;
        if (measure.continues && !bars.isEmpty() && bars.getLast().meter().equals(meter.get())) {
            WrittenBars.Bar begun = bars.removeLast();
            bars.add(new WrittenBars.Bar(begun.start(), begun.length() + length, begun.meter()));
        } else {
            bars.add(new WrittenBars.Bar(tick, length, meter.get()));
            barLines.add(measure.line);
        }
    }
}
