package dev.cadenza.bench.abc;

import dev.cadenza.bench.abc.Abc2Midi.Struck;
import dev.cadenza.score.Score;
import dev.cadenza.score.abc.AbcReader;
import dev.cadenza.score.abc.AbcTune;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Compares the tunes of the cleaned Nottingham collection, repeats played out, with the melodies in MIDI that come with it.
///
/// `bench/run abc.NottinghamMelodies FOLDER` with the folder that has `ABC_cleaned` and `MIDI/melody` prints a line for each
/// tune that differs, file, number, title, cause, and the first note that differs (pitch and quarter notes from the first note on), ours
/// and theirs; then counts.
public final class NottinghamMelodies {

    private NottinghamMelodies() {
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        List<Path> files;
        try (Stream<Path> all = Files.list(root.resolve("ABC_cleaned"))) {
            files = all.filter(file -> file.toString().endsWith(".abc")).sorted(Comparator.comparing(Path::toString)).toList();
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Path file : files) {
            Map<String, AbcTune> original = new HashMap<>();
            AbcReader.read(root.resolve("ABC_original").resolve(file.getFileName()))
                    .forEach(tune -> original.put(tune.header().title() + tune.header().number(), tune));
            for (AbcTune tune : AbcReader.read(file)) {
                String number = tune.header().number() + "";
                Path midi = root.resolve("MIDI/melody").resolve(file.getFileName().toString().replace(".abc", "") + number + ".mid");
                String name = file.getFileName() + "\t" + number + "\t" + tune.header().title();
                String cause = !Files.exists(midi) ? "NO_FILE" : tune instanceof AbcTune.Read read
                        ? compare(name, read.score(), original.get(tune.header().title() + number), Abc2Midi.struck(MidiReader.read(midi).score()))
                        : "REFUSED";
                counts.merge(cause, 1, Integer::sum);
            }
        }
        counts.forEach((cause, count) -> System.err.println(cause + ": " + count));
    }

    private static String compare(String name, Score score, AbcTune original, List<Struck> theirs) {
        List<Struck> ours = Abc2Midi.struck(Playthrough.of(score));
        if (Abc2Midi.same(ours, theirs)) {
            return "EQUAL";
        }
        String cause = cause(score, ours, original, theirs);
        ours = ours.isEmpty() ? ours : fromZero(ours);
        theirs = theirs.isEmpty() ? theirs : fromZero(theirs);
        int i = Abc2Midi.equal(ours, theirs);
        System.out.println(name + "\t" + cause + "\t" + (i < ours.size() ? AbcCheck.at(ours.get(i)) : "end") + "\t"
                + (i < theirs.size() ? AbcCheck.at(theirs.get(i)) : "end"));
        return cause;
    }

    private static String cause(Score score, List<Struck> played, AbcTune original, List<Struck> melody) {
        if (played.isEmpty() || melody.isEmpty()) {
            return "EMPTY";
        }
        // An upbeat stands at the end of a whole bar there.
        List<Struck> theirs = fromZero(melody);
        List<Struck> ours = fromZero(played);
        if (Abc2Midi.same(ours, theirs)) {
            return "EQUAL_BUT_FOR_THE_UPBEAT";
        }
        if (pitches(ours).equals(pitches(theirs))) {
            return "SAME_PITCHES_OTHER_RHYTHM";
        }
        if (pitches(Abc2Midi.struck(score)).equals(pitches(theirs))) {
            return "WITHOUT_REPEATS";
        }
        if (original instanceof AbcTune.Read other && pitches(Abc2Midi.struck(Playthrough.of(other.score()))).equals(pitches(theirs))) {
            return "AS_IN_THE_ORIGINAL";
        }
        Optional<String> order = OtherOrder.of(score, melody);
        if (order.isPresent()) {
            return "REPEATS " + order.get();
        }
        int same = 0;
        boolean count = ours.size() == theirs.size();
        for (int i = 0; count && i < ours.size(); i++) {
            same += ours.get(i).pitch() == theirs.get(i).pitch() ? 1 : 0;
        }
        if (count && same >= ours.size() * 9 / 10) {
            return "A_FEW_PITCHES";
        }
        List<Integer> pitches = pitches(theirs);
        List<Integer> own = pitches(ours);
        if (own.size() > pitches.size() && own.subList(0, pitches.size()).equals(pitches)) {
            return "SHORTER";
        }
        if (pitches.size() > own.size() && pitches.subList(0, own.size()).equals(own)) {
            return "LONGER";
        }
        return "OTHER";
    }

    private static List<Struck> fromZero(List<Struck> notes) {
        long first = notes.getFirst().onset();
        return notes.stream().map(note -> new Struck(note.onset() - first, note.pitch())).toList();
    }

    private static List<Integer> pitches(List<Struck> notes) {
        return notes.stream().map(Struck::pitch).toList();
    }
}
