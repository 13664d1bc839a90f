package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.metric.Sounding.Stretch;
import dev.cadenza.score.Note;
import dev.cadenza.score.harmony.ChordSpan;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import java.util.ArrayList;
import java.util.List;

/// The chords that are heard, one after the other, and what sounds to them. Neither inversions nor keys tell chords apart.
///
/// @param spans in order, without overlaps
record Chords(List<Span> spans) {

    /// A chord while it lasts.
    ///
    /// @param tones its pitch classes as bits
    /// @param heard those that sound while it lasts
    /// @param toneTicks for how long its tones sound, all pitches together
    /// @param ticks for how long anything sounds, all pitches together
    record Span(long start, long end, int root, ChordQuality quality, int tones, int heard, double toneTicks, double ticks) {

        long length() {
            return end - start;
        }

        boolean sameChord(Span other) {
            return root == other.root && quality == other.quality;
        }

        double[] weights() {
            double[] weights = new double[12];
            for (int i = 0; i < 12; i++) {
                weights[i] = tones >> i & 1;
            }
            return weights;
        }
    }

    /// A melody note, as far as one chord sounds to it.
    ///
    /// @param note its place in the melody, from 0
    record Meeting(int note, Span span, long ticks) {
    }

    static Chords of(Hearing hearing) {
        return hearing.derived(Chords.class, Chords::find);
    }

    private static Chords find(Hearing hearing) {
        List<Stretch> stretches = Sounding.pitched(hearing).stretches();
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (ChordSpan chord : hearing.harmony().chords()) {
            int tones = tones(chord.chord());
            int heard = 0;
            double toneTicks = 0;
            double ticks = 0;
            while (at < stretches.size() && stretches.get(at).to() <= chord.start()) {
                at++;
            }
            for (int i = at; i < stretches.size() && stretches.get(i).from() < chord.end(); i++) {
                Stretch stretch = stretches.get(i);
                long both = Math.min(stretch.to(), chord.end()) - Math.max(stretch.from(), chord.start());
                heard |= stretch.mask();
                for (int j = 0; j < 12; j++) {
                    ticks += (double) stretch.classes()[j] * both;
                    toneTicks += (tones >> j & 1) * (double) stretch.classes()[j] * both;
                }
            }
            Span span = new Span(chord.start(), chord.end(), chord.chord().root().pitchClass(), chord.chord().quality(), tones, heard,
                    toneTicks, ticks);
            boolean same = !spans.isEmpty() && spans.getLast().sameChord(span) && spans.getLast().end() == span.start();
            spans.add(same ? joined(spans.removeLast(), span) : span);
        }
        return new Chords(List.copyOf(spans));
    }

    private static Span joined(Span a, Span b) {
        return new Span(a.start(), b.end(), a.root(), a.quality(), a.tones(), a.heard() | b.heard(), a.toneTicks() + b.toneTicks(),
                a.ticks() + b.ticks());
    }

    private static int tones(Chord chord) {
        int tones = 0;
        for (int interval : chord.quality().intervals()) {
            tones |= 1 << (chord.root().pitchClass() + interval) % 12;
        }
        return tones;
    }

    /// Which chords sound to which melody notes.
    List<Meeting> meetings(List<Note> melody) {
        List<Meeting> meetings = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < melody.size(); i++) {
            Note note = melody.get(i);
            while (at < spans.size() && spans.get(at).end() <= note.onset()) {
                at++;
            }
            for (int j = at; j < spans.size() && spans.get(j).start() < note.end(); j++) {
                long both = Math.min(spans.get(j).end(), note.end()) - Math.max(spans.get(j).start(), note.onset());
                meetings.add(new Meeting(i, spans.get(j), both));
            }
        }
        return meetings;
    }
}
