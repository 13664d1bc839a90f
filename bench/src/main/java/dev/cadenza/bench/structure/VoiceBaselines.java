package dev.cadenza.bench.structure;

import dev.cadenza.score.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Ways to tell voices apart that ours stands beside. Notes are in their usual order (onset, then pitch).
final class VoiceBaselines {

    private VoiceBaselines() {
    }

    /// The most notes that sound together, ten at most.
    static int polyphony(List<Note> notes) {
        int most = 1;
        for (List<Integer> sounding : sounding(notes)) {
            most = Math.max(most, sounding.size());
        }
        return Math.min(10, most);
    }

    /// The rank of each note among those that sound at its onset, the highest first.
    static List<Integer> rank(List<Note> notes) {
        List<Integer> ranks = new ArrayList<>();
        List<List<Integer>> sounding = sounding(notes);
        for (int i = 0; i < notes.size(); i++) {
            ranks.add(sounding.get(i).indexOf(i) + 1);
        }
        return ranks;
    }

    /// For each note, those that sound at its onset, from the highest.
    private static List<List<Integer>> sounding(List<Note> notes) {
        List<List<Integer>> all = new ArrayList<>();
        TreeSet<Integer> now = new TreeSet<>(Comparator.comparing((Integer i) -> -notes.get(i).pitch().midi()).thenComparing(i -> i));
        int begun = 0;
        for (int i = 0; i < notes.size(); i++) {
            long onset = notes.get(i).onset();
            now.removeIf(other -> notes.get(other).end() <= onset);
            while (begun < notes.size() && notes.get(begun).onset() == onset) {
                now.add(begun++);
            }
            all.add(i > 0 && notes.get(i - 1).onset() == onset ? all.getLast() : List.copyOf(now));
        }
        return all;
    }

    /// Each note, from the top, to the free voice whose last note is nearest.
    static List<Integer> nearest(List<Note> notes) {
        int voices = polyphony(notes);
        int[] pitch = new int[voices];
        long[] end = new long[voices];
        java.util.Arrays.fill(end, -1);
        Integer[] found = new Integer[notes.size()];
        for (int from = 0; from < notes.size();) {
            int to = from;
            while (to < notes.size() && notes.get(to).onset() == notes.get(from).onset()) {
                to++;
            }
            for (int i = to - 1; i >= from; i--) {
                Note note = notes.get(i);
                int best = -1;
                int least = Integer.MAX_VALUE;
                for (int voice = 0; voice < voices; voice++) {
                    int apart = end[voice] < 0 ? 12 : Math.abs(pitch[voice] - note.pitch().midi());
                    if (end[voice] <= note.onset() && apart < least) {
                        least = apart;
                        best = voice;
                    }
                }
                best = Math.max(0, best);
                pitch[best] = note.pitch().midi();
                end[best] = note.end();
                found[i] = best;
            }
            from = to;
        }
        return byPitch(notes, List.of(found));
    }

    /// Contig mapping (Chew and Wu, "Separating voices in polyphonic music: a contig mapping approach", 2004): stretches in
    /// which as many notes sound throughout; where most sound, voices follow by rank; from there outwards fragments are
    /// joined, the sum of the intervals between their ends being the least without crossing, a note that sounds on at no cost.
    static List<Integer> contigs(List<Note> notes) {
        return new Contigs(notes).voices();
    }

    static List<Integer> byPitch(List<Note> notes, List<Integer> voices) {
        int count = voices.stream().max(Integer::compare).orElse(0) + 1;
        double[] sums = new double[count];
        int[] sizes = new int[count];
        for (int i = 0; i < notes.size(); i++) {
            sums[voices.get(i)] += notes.get(i).pitch().midi();
            sizes[voices.get(i)]++;
        }
        List<Integer> order = java.util.stream.IntStream.range(0, count).boxed()
                .sorted(Comparator.comparingDouble(voice -> sizes[voice] == 0 ? 0 : -sums[voice] / sizes[voice])).toList();
        return voices.stream().map(voice -> order.indexOf(voice) + 1).toList();
    }
}
