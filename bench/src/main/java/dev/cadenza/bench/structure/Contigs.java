package dev.cadenza.bench.structure;

import dev.cadenza.score.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Contig mapping; see [VoiceBaselines#contigs].
final class Contigs {

    private final List<Note> notes;
    private final List<int[]> slices = new ArrayList<>();  // notes sounding between two moments of change, the highest first
    private final int[] voice;
    private final int voices;

    Contigs(List<Note> notes) {
        this.notes = notes;
        voice = new int[notes.size()];
        Arrays.fill(voice, -1);
        List<Long> moments = notes.stream().flatMap(n -> java.util.stream.Stream.of(n.onset(), n.end())).sorted().distinct().toList();
        List<Integer> now = new ArrayList<>();
        int begun = 0;
        int most = 1;
        for (long moment : moments) {
            now.removeIf(i -> notes.get(i).end() <= moment);
            while (begun < notes.size() && notes.get(begun).onset() == moment) {
                now.add(begun++);
            }
            if (!now.isEmpty()) {
                slices.add(now.stream().sorted(Comparator.comparing(i -> -notes.get(i).pitch().midi())).mapToInt(i -> i).toArray());
                most = Math.max(most, now.size());
            }
        }
        voices = Math.min(10, most);
    }

    List<Integer> voices() {
        // Where all voices sound, rank tells them; then outwards, forwards and backwards, as long as something is unassigned.
        int[] distance = new int[slices.size()];
        Arrays.fill(distance, Integer.MAX_VALUE);
        for (int s = 0; s < slices.size(); s++) {
            if (slices.get(s).length >= voices) {
                for (int rank = 0; rank < slices.get(s).length; rank++) {
                    if (voice[slices.get(s)[rank]] < 0) {
                        voice[slices.get(s)[rank]] = Math.min(voices - 1, rank);
                    }
                }
                distance[s] = 0;
            }
        }
        List<Integer> seeds = new ArrayList<>();
        for (int s = 0; s < slices.size(); s++) {
            if (distance[s] == 0) {
                seeds.add(s);
            }
        }
        for (int k = 0; k <= seeds.size(); k++) {
            int left = k == 0 ? -1 : seeds.get(k - 1);
            int right = k == seeds.size() ? slices.size() : seeds.get(k);
            int[] fromLeft = left < 0 ? null : lasts(left);
            int[] fromRight = right == slices.size() ? null : lasts(right);
            int i = left + 1;
            int j = right - 1;
            while (i <= j) {
                if (fromLeft != null) {
                    join(slices.get(i++), fromLeft);
                }
                if (fromRight != null && i <= j) {
                    join(slices.get(j--), fromRight);
                }
            }
        }
        return Arrays.stream(voice).map(v -> Math.max(0, v) + 1).boxed().toList();
    }

    private int[] lasts(int slice) {
        int[] lasts = new int[voices];
        Arrays.fill(lasts, -1);
        for (int note : slices.get(slice)) {
            lasts[voice[note]] = note;
        }
        return lasts;
    }

    /// Gives the notes of a slice voices in order of pitch, by dynamic programming over the choice of voices.
    private void join(int[] slice, int[] lasts) {
        int m = slice.length;
        double[][] least = new double[m + 1][voices + 1];
        for (double[] row : least) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        Arrays.fill(least[0], 0);
        for (int i = 1; i <= m; i++) {
            for (int v = 1; v <= voices; v++) {
                least[i][v] = Math.min(least[i][v - 1], least[i - 1][v - 1] + cost(slice[i - 1], v - 1, lasts));
            }
        }
        int v = voices;
        for (int i = m; i > 0; i--) {
            while (v > i && least[i][v] == least[i][v - 1]) {
                v--;
            }
            if (voice[slice[i - 1]] < 0) {
                voice[slice[i - 1]] = v - 1;
            }
            lasts[voice[slice[i - 1]]] = slice[i - 1];
            v = Math.max(i - 1, v - 1);
        }
    }

    private double cost(int note, int to, int[] lasts) {
        if (voice[note] >= 0) {
            return voice[note] == to ? -1e6 : 1e6;
        }
        return lasts[to] < 0 ? 6 : Math.abs(notes.get(note).pitch().midi() - notes.get(lasts[to]).pitch().midi());
    }
}
