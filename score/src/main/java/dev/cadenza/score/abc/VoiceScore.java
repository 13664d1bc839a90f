package dev.cadenza.score.abc;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.abc.Measure.Syllable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays the measures of one voice out in time.
final class VoiceScore {

    private static final int VELOCITY = 80;
    private static final long LONGEST = 100 * Time.LONGEST;

    private record Voiced(Note note, int voice) {
    }

    private final TuneLog log;
    private final List<Measure> measures;
    private final List<Voiced> notes = new ArrayList<>();
    private final List<Lyric> lyrics = new ArrayList<>();
    private final List<GraceNote> graces = new ArrayList<>();
    private final VoiceMarks marks = new VoiceMarks();

    /// Notes that are tied on, by line and pitch: their places.
    private final Map<Integer, Map<Integer, Integer>> tied = new HashMap<>();

    final List<ChordSymbol> chords = new ArrayList<>();
    final List<Tempo> tempos = new ArrayList<>();
    final List<KeySignature> keys = new ArrayList<>();

    /// Where each measure begins, and where the last one ends.
    final long[] ticks;
    private int line;

    VoiceScore(List<Measure> measures, TuneLog log) {
        this.measures = measures;
        this.log = log;
        this.ticks = new long[measures.size() + 1];
        lay();
    }

    private void lay() {
        long now = 0;
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            line = measure.line;
            ticks[i] = Time.tick(now);
            context(measure.context, ticks[i]);
            for (int k = 0; k < measure.overlays.size(); k++) {
                line(measure.overlays.get(k), now, k + 2, measure.context.shift());
            }
            long[] starts = line(measure.sounds, now, 1, measure.context.shift());
            for (Syllable syllable : measure.words) {
                lyrics.add(new Lyric(Time.tick(starts[syllable.sound()]), syllable.text(), syllable.verse()));
            }
            now += measure.length();
            if (now > LONGEST) {
                throw log.refused(line, "TOO_LONG", "the tune lasts longer than 100,000 whole notes.", "Split it.");
            }
        }
        ticks[measures.size()] = Time.tick(now);
        if (tied.values().stream().anyMatch(open -> !open.isEmpty())) {
            log.note(AbcFault.TIE, line);
        }
    }

    private void context(Measure.Context context, long tick) {
        if (context.key().stated() || !keys.isEmpty()) {
            KeySignature key = context.key().signature(tick, context.shift());
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

    /// @return where each sound begins, in atoms
    private long[] line(List<Sound> sounds, long from, int voice, int shift) {
        long[] starts = new long[sounds.size()];
        long now = from;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = now;
            sound(sounds.get(i), now, voice, shift);
            now += sounds.get(i).length();
        }
        return starts;
    }

    private void sound(Sound sound, long now, int voice, int shift) {
        long tick = Time.tick(now);
        Above above = sound.above();
        if (!above.chord().isEmpty()) {
            chords.add(new ChordSymbol(tick, above.chord().equals(Above.NO_CHORD) ? "" : above.chord()));
        }
        for (Above.Grace grace : above.graces()) {
            Transposition.of(grace.tone().pitch(), shift).ifPresent(pitch ->
                    graces.add(new GraceNote(tick, voice, pitch, grace.denominator(), grace.slashed(), grace.chord())));
        }
        marks.at(above, tick, Time.tick(now + sound.length()), voice);
        tones(sound.tones(), now, voice, shift);
    }

    private void tones(List<Tone> tones, long now, int voice, int shift) {
        long tick = Time.tick(now);
        Map<Integer, Integer> before = tied.getOrDefault(voice, Map.of());
        Map<Integer, Integer> open = new HashMap<>();
        int taken = 0;
        for (Tone tone : tones) {
            long end = now + tone.length();
            if (now % Time.TICK != 0 || end % Time.TICK != 0) {
                log.note(AbcFault.ROUNDED, line);
            }
            Optional<Pitch> pitch = Transposition.of(tone.pitch(), shift);
            if (pitch.isEmpty()) {
                log.note(AbcFault.PITCH, line);
                continue;
            }
            int midi = pitch.get().midi();
            // A pitch that stands twice in a chord goes on once.
            Integer known = open.containsKey(midi) ? null : before.get(midi);
            int index = known == null ? notes.size() : known;
            if (known == null) {
                notes.add(new Voiced(new Note(tick, Time.tick(end) - tick, pitch.get(), VELOCITY), voice));
            } else {
                taken++;
                Note note = notes.get(index).note();
                notes.set(index, new Voiced(new Note(note.onset(), Time.tick(end) - note.onset(), note.pitch(), VELOCITY), voice));
            }
            if (tone.tied()) {
                open.put(midi, index);
            }
        }
        if (taken < before.size()) {
            log.note(AbcFault.TIE, line);
        }
        tied.put(voice, open);
    }

    boolean isSilent() {
        return notes.isEmpty();
    }

    Part part(String name, Voice voice) {
        notes.sort(Comparator.comparing(Voiced::note, Note.ORDER));
        lyrics.sort(Comparator.comparingLong(Lyric::tick).thenComparingInt(Lyric::verse));
        graces.sort(Comparator.comparingLong(GraceNote::tick));
        Notation notation = new Notation(notes.stream().map(Voiced::voice).toList(), graces, marks.inOrder());
        return new Part(name, voice.instrument, notes.stream().map(Voiced::note).toList(), List.of(), lyrics, notation);
    }
}
