package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What makes listeners hear a moment as strong, for each moment at which notes begin: notes that begin together, long
/// ones, low ones, a new harmony, loud ones, drums.
///
/// A moment is a twelfth of a quarter note, counted from an offset, so that sixteenths and triplets both fall on moments.
/// Nothing here changes where all pitches are moved, or ticks and resolution are multiplied.
///
/// @param slots the moments at which notes begin, ascending
/// @param strength by [Kind], then by moment; each 0 or more
record Accents(long[] slots, double[][] strength) {

    /// Moments a quarter note.
    static final int PER_QUARTER = 12;

    private static final double LONGEST_QUARTERS = 4;

    /// The kinds of accents.
    enum Kind {
        ONSET, NOTES, LENGTH, DEPTH, HARMONY, LOUDNESS, BASS_LENGTH, GAP, KICK, SNARE, CYMBAL
    }

    private record Sound(long slot, double quarters, Note note, boolean drum) {
    }

    /// The accents of the notes of a score.
    ///
    /// @param offset tick from which moments are counted
    static Accents of(Score score, long offset) {
        return of(score.parts(), score.resolution(), offset);
    }

    private static Accents of(List<Part> parts, int resolution, long offset) {
        List<Sound> sounds = new ArrayList<>();
        for (Part part : parts) {
            for (Note note : part.notes()) {
                long slot = Math.floorDiv((note.onset() - offset) * 2 * PER_QUARTER + resolution, 2L * resolution);
                sounds.add(new Sound(slot, Math.min(LONGEST_QUARTERS, (double) note.duration() / resolution), note,
                        part.instrument().drums()));
            }
        }
        sounds.sort(Comparator.comparingLong(Sound::slot));
        return new Gatherer(sounds).gather();
    }

    double strength(Kind kind, int moment) {
        return strength[kind.ordinal()][moment];
    }

    /// The first moment of the list at or after a slot.
    int from(long slot) {
        int found = Arrays.binarySearch(slots, slot);
        return found >= 0 ? found : -found - 1;
    }

    /// Works through the notes once, moment by moment.
    private static final class Gatherer {

        private final List<Sound> sounds;
        private final int[] first;
        private final long[] slots;
        private final double[][] strength;
        private final int[] lowest;
        private final double[][] classes;

        Gatherer(List<Sound> sounds) {
            this.sounds = sounds;
            int moments = 0;
            int[] starts = new int[sounds.size() + 1];
            for (int i = 0; i < sounds.size(); i++) {
                if (i == 0 || sounds.get(i).slot != sounds.get(i - 1).slot) {
                    starts[moments++] = i;
                }
            }
            starts[moments] = sounds.size();
            first = Arrays.copyOf(starts, moments + 1);
            slots = new long[moments];
            strength = new double[Kind.values().length][moments];
            lowest = new int[moments];
            classes = new double[moments + 1][12];
        }

        Accents gather() {
            double loudness = sounds.stream().mapToInt(sound -> sound.note.velocity()).average().orElse(1);
            for (int moment = 0; moment < slots.length; moment++) {
                slots[moment] = sounds.get(first[moment]).slot;
                moment(moment, loudness);
            }
            for (int moment = 0; moment < slots.length; moment++) {
                context(moment);
            }
            return new Accents(slots, strength);
        }

        private void moment(int moment, double loudness) {
            lowest[moment] = Integer.MAX_VALUE;
            double bass = 0;
            double longest = 0;
            double loudest = 0;
            int notes = 0;
            double[] before = classes[moment];
            double[] after = classes[moment + 1];
            System.arraycopy(before, 0, after, 0, 12);
            for (Sound sound : sounds.subList(first[moment], first[moment + 1])) {
                Note note = sound.note;
                loudest = Math.max(loudest, note.velocity() / loudness);
                if (sound.drum) {
                    drum(moment, note.pitch().midi());
                    continue;
                }
                notes++;
                longest = Math.max(longest, sound.quarters);
                if (note.pitch().midi() < lowest[moment]) {
                    lowest[moment] = note.pitch().midi();
                    bass = sound.quarters;
                }
                after[note.pitch().pitchClass()] += Math.min(1, sound.quarters) + 0.1;
            }
            put(Kind.ONSET, moment, 1);
            put(Kind.NOTES, moment, Math.min(8, notes));
            put(Kind.LENGTH, moment, longest);
            put(Kind.LOUDNESS, moment, loudest * loudest);
            put(Kind.BASS_LENGTH, moment, bass);
        }

        /// General MIDI: 35 and 36 are bass drums, 38 and 40 snares, 49 and 57 crash cymbals; 39 is a clap.
        private void drum(int moment, int pitch) {
            switch (pitch) {
                case 35, 36 -> put(Kind.KICK, moment, 1);
                case 38, 39, 40 -> put(Kind.SNARE, moment, 1);
                case 49, 52, 55, 57 -> put(Kind.CYMBAL, moment, 1);
                default -> {
                }
            }
        }

        private void context(int moment) {
            long slot = slots[moment];
            int from = moment;
            double sum = 0;
            int count = 0;
            // At most a quarter note's moments on either side, and so a bounded number of them.
            while (from > 0 && slots[from - 1] >= slot - 2 * PER_QUARTER) {
                from--;
            }
            int to = moment;
            while (to + 1 < slots.length && slots[to + 1] < slot + 2 * PER_QUARTER) {
                to++;
            }
            for (int other = from; other <= to; other++) {
                if (lowest[other] != Integer.MAX_VALUE) {
                    sum += lowest[other];
                    count++;
                }
            }
            if (lowest[moment] != Integer.MAX_VALUE) {
                put(Kind.DEPTH, moment, Math.clamp((sum / count - lowest[moment]) / 12, 0, 1.5));
                put(Kind.HARMONY, moment, change(moment));
            }
            long next = moment + 1 < slots.length ? slots[moment + 1] - slot : (long) (LONGEST_QUARTERS * PER_QUARTER);
            put(Kind.GAP, moment, Math.min(LONGEST_QUARTERS, (double) next / PER_QUARTER));
        }

        /// How little the pitch classes that begin in the quarter note before a moment have in common with those from it on.
        private double change(int moment) {
            int from = index(slots[moment] - PER_QUARTER);
            int to = index(slots[moment] + PER_QUARTER);
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                double x = classes[moment][pitchClass] - classes[from][pitchClass];
                double y = classes[to][pitchClass] - classes[moment][pitchClass];
                xx += x * x;
                yy += y * y;
                xy += x * y;
            }
            return xx < 1e-9 || yy < 1e-9 ? 0 : Math.max(0, 1 - xy / Math.sqrt(xx * yy));
        }

        private int index(long slot) {
            int found = Arrays.binarySearch(slots, slot);
            return found >= 0 ? found : -found - 1;
        }

        private void put(Kind kind, int moment, double value) {
            strength[kind.ordinal()][moment] = value;
        }
    }
}
