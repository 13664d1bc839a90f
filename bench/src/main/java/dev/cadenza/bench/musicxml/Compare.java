package dev.cadenza.bench.musicxml;

import dev.cadenza.bench.musicxml.Account.Struck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compares what two readers found in the same scores, and prints a line for each that differs.
///
/// Usage: `Compare OURS.tsv OTHER.tsv`. Columns: name, then `what ours/theirs` for each count that differs, then how many
/// struck notes only one of them has (equal pitch, onsets at most a hundredth of a quarter apart), then what explains them:
///
/// - `size`: the other takes full notes that are drawn small for cue notes (or the reverse); together they are equal;
/// - `ties`: the other joins ties that lead to no neighbour: over an ending, a rest, or from a tie that is drawn into the air;
///   there are no more of them than we report as `TIE_OPEN`;
/// - `performed`: the same notes, of which the other moves some by less than half a quarter: it plays arpeggios and grace notes;
/// - `unexplained`: none of these is enough.
public final class Compare {

    private static final double NEAR = 0.01;
    private static final double PERFORMED = 0.5;

    private Compare() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: Compare OURS.tsv OTHER.tsv");
            System.exit(2);
        }
        Map<String, Account> ours = Account.read(Path.of(arguments[0]));
        Map<String, Account> theirs = Account.read(Path.of(arguments[1]));
        Map<String, Integer> differ = new TreeMap<>();
        Map<String, Integer> causes = new TreeMap<>();
        int equal = 0;
        int counted = 0;
        long notes = 0;
        for (Map.Entry<String, Account> entry : ours.entrySet()) {
            Account other = theirs.getOrDefault(entry.getKey(), Account.UNREADABLE);
            List<String> differences = differences(entry.getValue(), other, differ);
            boolean sameCounts = differences.stream().allMatch(d -> d.startsWith("struck") || d.startsWith("graces") || d.startsWith("cues"));
            counted += sameCounts ? 1 : 0;
            notes += entry.getValue().struck().size();
            if (differences.isEmpty()) {
                equal++;
            } else {
                String cause = cause(entry.getValue(), other);
                causes.merge(cause, 1, Integer::sum);
                System.out.println(entry.getKey() + "\t" + String.join("\t", differences) + "\t" + cause);
            }
        }
        System.out.println(ours.size() + " scores with " + notes + " struck notes: " + equal + " equal in everything, " + counted
                + " in notes, measures and ties; files that differ, by what: " + differ + ", by cause: " + causes);
    }

    private static String cause(Account one, Account other) {
        if (!one.readable() || !other.readable()) {
            return "unreadable";
        }
        List<String> causes = new ArrayList<>();
        int open = findings(one, "TIE_OPEN");
        int moreTies = other.ties() - one.ties();
        boolean size = one.notes() != other.notes();
        boolean explained = one.notes() + one.cues() + one.graces() == other.notes() + other.cues() + other.graces()
                && one.measures() == other.measures();
        if (size || one.cues() != other.cues() || one.graces() != other.graces()) {
            causes.add("size");
        }
        if (moreTies != 0) {
            causes.add("ties");
            explained &= moreTies > 0 && moreTies <= open;
        }
        int exact = matched(one.struck(), other.struck(), NEAR);
        int near = matched(one.struck(), other.struck(), PERFORMED);
        if (near > exact) {
            causes.add("performed");
        }
        int small = Math.abs(one.cues() - other.cues()) + Math.abs(one.graces() - other.graces());
        explained &= one.struck().size() - near <= Math.max(0, moreTies) + small && other.struck().size() - near <= small;
        return explained && !causes.isEmpty() ? String.join("+", causes) : "unexplained";
    }

    private static int findings(Account account, String code) {
        for (String finding : account.findings().split(" ")) {
            if (finding.startsWith(code + "=")) {
                return Integer.parseInt(finding.substring(code.length() + 1));
            }
        }
        return 0;
    }

    private static List<String> differences(Account one, Account other, Map<String, Integer> differ) {
        List<String> differences = new ArrayList<>();
        if (!one.readable() || !other.readable()) {
            if (one.readable() != other.readable()) {
                differences.add(one.readable() ? "unreadable to the other" : "unreadable to us");
                differ.merge("readable", 1, Integer::sum);
            }
            return differences;
        }
        add(differences, differ, "notes", one.notes(), other.notes());
        add(differences, differ, "graces", one.graces(), other.graces());
        add(differences, differ, "cues", one.cues(), other.cues());
        add(differences, differ, "measures", one.measures(), other.measures());
        add(differences, differ, "ties", one.ties(), other.ties());
        int matched = matched(one.struck(), other.struck(), NEAR);
        if (matched < one.struck().size() || matched < other.struck().size()) {
            differences.add("struck " + (one.struck().size() - matched) + "/" + (other.struck().size() - matched));
            differ.merge("struck", 1, Integer::sum);
        }
        return differences;
    }

    private static void add(List<String> differences, Map<String, Integer> differ, String what, int one, int other) {
        if (one != other) {
            differences.add(what + " " + one + "/" + other);
            differ.merge(what, 1, Integer::sum);
        }
    }

    private static int matched(List<Struck> one, List<Struck> other, double near) {
        Map<Integer, List<Double>> left = byPitch(one);
        Map<Integer, List<Double>> right = byPitch(other);
        int matched = 0;
        for (Map.Entry<Integer, List<Double>> entry : left.entrySet()) {
            List<Double> a = entry.getValue();
            List<Double> b = right.getOrDefault(entry.getKey(), List.of());
            for (int i = 0, j = 0; i < a.size() && j < b.size();) {
                if (Math.abs(a.get(i) - b.get(j)) <= near) {
                    matched++;
                    i++;
                    j++;
                } else if (a.get(i) < b.get(j)) {
                    i++;
                } else {
                    j++;
                }
            }
        }
        return matched;
    }

    private static Map<Integer, List<Double>> byPitch(List<Struck> notes) {
        Map<Integer, List<Double>> byPitch = new TreeMap<>();
        notes.forEach(note -> byPitch.computeIfAbsent(note.pitch(), _ -> new ArrayList<>()).add(note.quarters()));
        byPitch.values().forEach(onsets -> onsets.sort(Double::compare));
        return byPitch;
    }
}
