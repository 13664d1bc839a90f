package dev.cadenza.bench.abc;

import dev.cadenza.bench.abc.Abc2Midi.Struck;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.abc.AbcReader;
import dev.cadenza.score.abc.AbcTune;
import dev.cadenza.score.form.Playthrough;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads every ABC tune of some folders, plays its repeats out, and compares pitches and onsets with `abc2midi`.
///
/// `bench/run abc.AbcCheck FOLDER...` prints a line for each tune that differs, to be kept as a table: file, number, title,
/// kind, and the first note that differs (pitch and quarter note of the tune played out), ours and theirs. Totals go to the error output.
public final class AbcCheck {

    private int equal;
    private int differing;
    private int refused;

    private AbcCheck() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("abc-check");
        for (String folder : args) {
            AbcCheck check = new AbcCheck();
            List<Path> files;
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                files = all.filter(file -> file.toString().endsWith(".abc")).sorted(Comparator.comparing(Path::toString)).toList();
            }
            for (Path file : files) {
                check.file(file, scratch);
            }
            System.err.printf("TOTAL %s: %d tunes equal, %d differ, %d refused%n", folder, check.equal, check.differing, check.refused);
        }
    }

    private void file(Path file, Path scratch) throws IOException, InterruptedException {
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
        List<AbcTune> tunes = AbcReader.read(file);
        for (int i = 0; i < tunes.size(); i++) {
            int from = tunes.get(i).header().line() - 1;
            int to = i + 1 < tunes.size() ? tunes.get(i + 1).header().line() - 1 : lines.size();
            String name = file.getParent().getFileName() + "/" + file.getFileName() + "\t" + tunes.get(i).header().number() + "\t"
                    + tunes.get(i).header().title();
            switch (tunes.get(i)) {
                case AbcTune.Refused bad -> {
                    refused++;
                    System.out.println(name + "\tREFUSED\t" + bad.cause().getMessage());
                }
                case AbcTune.Read read -> compare(name, read.score(), tune(lines, from, to), scratch);
            }
        }
    }

    /// The lines of a tune up to a blank one.
    private static List<String> tune(List<String> lines, int from, int to) {
        List<String> tune = new ArrayList<>();
        boolean music = false;
        for (String line : lines.subList(from, to)) {
            if (music && line.isBlank()) {
                break;
            }
            music |= line.startsWith("K:");
            tune.add(line);
        }
        return tune;
    }

    private void compare(String name, Score score, List<String> tune, Path scratch) throws IOException, InterruptedException {
        List<Struck> ours = Abc2Midi.struck(Playthrough.of(score));
        List<Struck> theirs = Abc2Midi.play(tune, scratch);
        if (Abc2Midi.same(ours, theirs)) {
            equal++;
            return;
        }
        differing++;
        String log = Abc2Midi.log(scratch);
        int i = Abc2Midi.equal(ours, theirs);
        System.out.printf("%s\t%s\t%s\t%s%n", name, kind(score, theirs, tune, log, scratch),
                i < ours.size() ? at(ours.get(i)) : "end", i < theirs.size() ? at(theirs.get(i)) : "end");
    }

    /// Why a tune differs, as far as can be shown: what is named is so changed that both are equal, or said by `abc2midi`.
    private static String kind(Score score, List<Struck> theirs, List<String> tune, String log, Path scratch)
            throws IOException, InterruptedException {
        if (Abc2Midi.same(Abc2Midi.struck(Playthrough.of(withoutJumps(score))), theirs)) {
            return "DA_CAPO";
        }
        List<Struck> written = Abc2Midi.struck(score);
        List<Struck> once = Abc2Midi.play(Abc2Midi.once(tune, false), scratch);
        if (Abc2Midi.same(written, once) || Abc2Midi.same(written, Abc2Midi.play(Abc2Midi.once(tune, true), scratch))) {
            Optional<String> signs = OtherOrder.of(withoutJumps(score), theirs);
            return signs.map(changes -> "REPEATS " + changes)
                    .orElse(log.contains("Assuming repeat") ? "REPEATS repaired" : "REPEATS");
        }
        return log.contains("Cannot apply broken rhythm") ? "BROKEN_RHYTHM_REFUSED"
                : log.contains("Malformed note") ? "MALFORMED"
                : log.contains("note before tie") || log.contains("note to be tied") ? "TIE_REFUSED"
                : log.contains("nest chords") ? "CHORD_REFUSED"
                : log.contains("rror in line") ? "REFUSED " + log.lines().filter(line -> line.contains("rror in line")).findFirst()
                        .orElseThrow().replaceFirst("Error in line-char \\S+ : *", "")
                : firstWritten(written, once);
    }

    private static String firstWritten(List<Struck> written, List<Struck> once) {
        int i = Abc2Midi.equal(written, once);
        return "NOTES " + (i < written.size() ? at(written.get(i)) : "end") + " " + (i < once.size() ? at(once.get(i)) : "end");
    }

    /// `abc2midi` does not obey *da capo* and *dal segno*.
    private static Score withoutJumps(Score score) {
        return OtherOrder.with(score, score.repeats().stream().filter(sign -> sign.kind() != RepeatSign.Kind.DA_CAPO
                && sign.kind() != RepeatSign.Kind.DAL_SEGNO).toList());
    }

    static String at(Struck note) {
        return note.pitch() + "@" + Math.round(note.onset() / 4.8) / 100.0;
    }
}
