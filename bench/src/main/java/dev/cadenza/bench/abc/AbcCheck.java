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
import java.util.stream.Stream;

/// Reads every ABC tune of some folders, plays its repeats out, and compares pitches and onsets with `abc2midi`.
///
/// `bench/run abc.AbcCheck FOLDER...` prints a line for each tune that differs: kind, file, number, title, first difference.
public final class AbcCheck {

    private static final long NEAR = 5;

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
            System.out.printf("TOTAL %s: %d tunes equal, %d differ, %d refused%n", folder, check.equal, check.differing, check.refused);
        }
    }

    private void file(Path file, Path scratch) throws IOException, InterruptedException {
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
        List<AbcTune> tunes = AbcReader.read(file);
        for (int i = 0; i < tunes.size(); i++) {
            int from = tunes.get(i).header().line() - 1;
            int to = i + 1 < tunes.size() ? tunes.get(i + 1).header().line() - 1 : lines.size();
            String name = file.getFileName() + " X:" + tunes.get(i).header().number() + " " + tunes.get(i).header().title();
            switch (tunes.get(i)) {
                case AbcTune.Refused bad -> {
                    refused++;
                    System.out.println("REFUSED\t" + name + "\t" + bad.cause().getMessage());
                }
                case AbcTune.Read read -> compare(name, read.score(), Abc2Midi.play(tune(lines, from, to), scratch), scratch);
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

    private void compare(String name, Score score, List<Struck> theirs, Path scratch) throws IOException {
        List<Struck> ours = Abc2Midi.struck(Playthrough.of(score));
        int i = equal(ours, theirs);
        if (i == ours.size() && i == theirs.size()) {
            equal++;
            return;
        }
        differing++;
        List<Struck> straight = Abc2Midi.struck(Playthrough.of(withoutJumps(score)));
        int j = equal(straight, theirs);
        String log = Abc2Midi.log(scratch);
        String kind = j == straight.size() && j == theirs.size() ? "DA_CAPO"
                : log.contains("Cannot apply broken rhythm") ? "BROKEN_RHYTHM_REFUSED"
                : log.contains("Malformed note") ? "MALFORMED"
                : log.contains("Cannot find note before tie") ? "TIE_REFUSED"
                : i == ours.size() ? "MORE_THEIRS" : i == theirs.size() ? "MORE_OURS"
                : Math.abs(ours.get(i).onset() - theirs.get(i).onset()) > NEAR ? "ONSET" : "PITCH";
        System.out.printf("%s\t%s\tours %d notes, theirs %d; note %d: %s, %s\t%s%n", kind, name, ours.size(), theirs.size(), i + 1,
                i < ours.size() ? at(ours.get(i)) : "-", i < theirs.size() ? at(theirs.get(i)) : "-",
                Abc2Midi.log(scratch).lines().filter(line -> line.contains("rror") || line.contains("epeat")).limit(2).toList());
    }

    /// How many notes from the beginning are equal.
    private static int equal(List<Struck> ours, List<Struck> theirs) {
        int i = 0;
        while (i < ours.size() && i < theirs.size() && ours.get(i).pitch() == theirs.get(i).pitch()
                && Math.abs(ours.get(i).onset() - theirs.get(i).onset()) <= NEAR) {
            i++;
        }
        return i;
    }

    /// `abc2midi` does not obey *da capo* and *dal segno*.
    private static Score withoutJumps(Score score) {
        return new Score(score.resolution(), score.tempos(), score.meters(), score.keys(), score.chords(), score.markers(),
                score.parts(), score.metadata(), score.repeats().stream().filter(sign -> sign.kind() != RepeatSign.Kind.DA_CAPO
                        && sign.kind() != RepeatSign.Kind.DAL_SEGNO).toList());
    }

    private static String at(Struck note) {
        return note.pitch() + "@" + note.onset() / 480.0;
    }
}
