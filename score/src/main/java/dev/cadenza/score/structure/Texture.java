package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// How many notes sound together in a piece, and how high, from the top down, where the usual number does.
///
/// @param voices the most notes that sound together for a tenth of the time at least, 1..10
/// @param register mean pitch of each rank, the highest first, over the time in which just so many notes sound
record Texture(int voices, double[] register) {

    static final int MAX_VOICES = 10;

    private static final double SHARE = 0.2;

    static Texture of(List<Note> notes) {
        return of(notes, 0);
    }

    /// @param voices how many there are; 0 where that is to be found
    static Texture of(List<Note> notes, int voices) {
        List<Note> begun = notes.stream().sorted(Comparator.comparingLong(Note::onset)).toList();
        List<Note> ended = notes.stream().sorted(Comparator.comparingLong(Texture::end)).toList();
        double[] time = new double[MAX_VOICES + 1];
        double[][] sums = new double[MAX_VOICES + 1][MAX_VOICES];
        int[] sounding = new int[128];
        int count = 0;
        int next = 0;
        int over = 0;
        while (over < ended.size()) {
            long now = next < begun.size() ? Math.min(begun.get(next).onset(), end(ended.get(over))) : end(ended.get(over));
            while (over < ended.size() && end(ended.get(over)) <= now) {
                sounding[ended.get(over++).pitch().midi()]--;
                count--;
            }
            while (next < begun.size() && begun.get(next).onset() <= now) {
                sounding[begun.get(next++).pitch().midi()]++;
                count++;
            }
            if (over < ended.size()) {
                long until = next < begun.size() ? Math.min(begun.get(next).onset(), end(ended.get(over))) : end(ended.get(over));
                int number = Math.min(MAX_VOICES, count);
                time[number] += until - now;
                add(sums[number], sounding, until - now);
            }
        }
        int found = voices > 0 ? voices : usual(time);
        return new Texture(found, register(found, time, sums));
    }

    /// The rank of each note, 0 for the highest, among those that sound at its onset; -1 where fewer sound than there are
    /// voices. What exceeds the voices has the last one's rank.
    ///
    /// @param order indices of the notes by onset, the highest first
    static int[] ranks(List<Note> notes, List<Integer> order, int voices) {
        int[] ranks = new int[notes.size()];
        int[] sounding = new int[128];
        PriorityQueue<Note> ends = new PriorityQueue<>(Comparator.comparingLong(Texture::end));
        for (int from = 0; from < order.size();) {
            long onset = notes.get(order.get(from)).onset();
            while (!ends.isEmpty() && end(ends.peek()) <= onset) {
                sounding[ends.poll().pitch().midi()]--;
            }
            int to = from;
            while (to < order.size() && notes.get(order.get(to)).onset() == onset) {
                sounding[notes.get(order.get(to)).pitch().midi()]++;
                ends.add(notes.get(order.get(to++)));
            }
            int together = 0;
            for (int i = from; i < to; i++) {
                int pitch = notes.get(order.get(i)).pitch().midi();
                together = i > from && notes.get(order.get(i - 1)).pitch().midi() == pitch ? together + 1 : 0;
                int above = together;
                for (int higher = pitch + 1; higher < 128; higher++) {
                    above += sounding[higher];
                }
                ranks[order.get(i)] = ends.size() < voices ? -1 : Math.min(voices - 1, above);
            }
            from = to;
        }
        return ranks;
    }

    /// Notes are often held a little into the next one; that does not make them sound together.
    private static long end(Note note) {
        return Math.max(note.onset() + 1, note.end() - note.duration() / 10);
    }

    private static void add(double[] sums, int[] sounding, long ticks) {
        int rank = 0;
        for (int pitch = 127; pitch >= 0 && rank < MAX_VOICES; pitch--) {
            for (int i = 0; i < sounding[pitch] && rank < MAX_VOICES; i++) {
                sums[rank++] += (double) pitch * ticks;
            }
        }
    }

    private static int usual(double[] time) {
        double all = Arrays.stream(time).sum() - time[0];
        double more = 0;
        for (int number = MAX_VOICES; number > 1; number--) {
            more += time[number];
            if (more >= SHARE * all) {
                return number;
            }
        }
        return 1;
    }

    /// Where just so many notes never sound together, the ranks of the next larger number that do, else of the next smaller.
    private static double[] register(int voices, double[] time, double[][] sums) {
        int from = voices;
        while (from < MAX_VOICES && time[from] == 0) {
            from++;
        }
        while (from > 1 && time[from] == 0) {
            from--;
        }
        double[] register = new double[voices];
        for (int rank = 0; rank < voices; rank++) {
            register[rank] = time[from] == 0 ? 60 : sums[from][Math.min(rank, from - 1)] / time[from];
        }
        return register;
    }
}
