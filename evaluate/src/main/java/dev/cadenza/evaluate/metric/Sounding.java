package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.score.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What sounds when: stretches of time in which the same pitches sound, in order and without gaps from the first onset to the
/// last end. As many as onsets and ends, however long the music is.
///
/// @param stretches silence among notes is one without pitches
record Sounding(List<Stretch> stretches) {

    /// Time in which the same pitches sound.
    ///
    /// @param from in ticks
    /// @param to in ticks, later than `from`
    /// @param pitches how many different pitches sound
    /// @param classes how many of them have each pitch class; not to be changed
    record Stretch(long from, long to, int pitches, int[] classes) {

        long ticks() {
            return to - from;
        }

        /// The pitch classes as bits: bit 0 is C.
        int mask() {
            int mask = 0;
            for (int i = 0; i < 12; i++) {
                mask |= classes[i] > 0 ? 1 << i : 0;
            }
            return mask;
        }
    }

    /// What sounds of the parts with pitches.
    static Sounding pitched(Hearing hearing) {
        return hearing.derived(Sounding.class, heard -> of(heard.pitched()));
    }

    /// What sounds of notes.
    ///
    /// @param notes by onset
    static Sounding of(List<Note> notes) {
        List<Note> byEnd = notes.stream().sorted(Comparator.comparingLong(Note::end)).toList();
        List<Stretch> stretches = new ArrayList<>();
        int[] held = new int[128];
        int[] classes = new int[12];
        int pitches = 0;
        int begun = 0;
        int ended = 0;
        long since = notes.isEmpty() ? 0 : notes.getFirst().onset();
        while (ended < notes.size()) {
            long now = byEnd.get(ended).end();
            if (begun < notes.size()) {
                now = Math.min(now, notes.get(begun).onset());
            }
            if (now > since) {
                stretches.add(new Stretch(since, now, pitches, classes.clone()));
                since = now;
            }
            // Notes begin before others end, for a note may end where it begins.
            while (begun < notes.size() && notes.get(begun).onset() == now) {
                int pitch = notes.get(begun++).pitch().midi();
                if (held[pitch]++ == 0) {
                    classes[pitch % 12]++;
                    pitches++;
                }
            }
            while (ended < notes.size() && byEnd.get(ended).end() == now) {
                int pitch = byEnd.get(ended++).pitch().midi();
                if (--held[pitch] == 0) {
                    classes[pitch % 12]--;
                    pitches--;
                }
            }
        }
        return new Sounding(List.copyOf(stretches));
    }
}
