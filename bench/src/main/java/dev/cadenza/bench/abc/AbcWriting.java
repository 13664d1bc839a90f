package dev.cadenza.bench.abc;

import dev.cadenza.bench.abc.Abc2Midi.Struck;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.abc.AbcReader;
import dev.cadenza.score.abc.AbcTune;
import dev.cadenza.score.abc.AbcWriter;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Writes every tune of some folders (.abc, .mxl) as ABC, reads it again, and lets `abc2midi` read it.
///
/// `bench/run abc.AbcWriting FOLDER...` counts the pieces whose notes (onset, duration, pitch, of each part) are the same when
/// read again, and those in which `abc2midi` strikes the same pitches at the same times; it names the others.
public final class AbcWriting {

    private int pieces;
    private int same;
    private int heard;

    private AbcWriting() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("abc-writing");
        for (String folder : args) {
            AbcWriting check = new AbcWriting();
            List<Path> files;
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                files = all.filter(file -> file.toString().endsWith(".abc") || file.toString().endsWith(".mxl"))
                        .sorted(Comparator.comparing(Path::toString)).toList();
            }
            for (Path file : files) {
                check.file(file, scratch);
            }
            System.out.printf("TOTAL %s: %d pieces, %d the same when read again, %d equal in abc2midi%n", folder, check.pieces, check.same, check.heard);
        }
    }

    private void file(Path file, Path scratch) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        if (name.endsWith(".mxl")) {
            try {
                piece(name, MusicXmlReader.read(file).score(), scratch);
            } catch (CadenzaException e) {
                System.out.println("NOT READ\t" + name + "\t" + e.getMessage());
            }
            return;
        }
        for (AbcTune tune : AbcReader.read(file)) {
            if (tune instanceof AbcTune.Read read) {
                piece(name + " X:" + read.header().number() + " " + read.header().title(), read.score(), scratch);
            }
        }
    }

    private void piece(String name, Score score, Path scratch) throws IOException, InterruptedException {
        pieces++;
        String text = AbcWriter.text(score);
        AbcTune again = AbcReader.read(text.getBytes(StandardCharsets.UTF_8), name).getFirst();
        switch (again) {
            case AbcTune.Refused refused -> System.out.println("REFUSED\t" + name + "\t" + refused.cause().getMessage());
            case AbcTune.Read read -> {
                List<String> before = notes(score);
                List<String> after = notes(read.score());
                if (before.equals(after)) {
                    same++;
                } else {
                    int i = 0;
                    while (i < before.size() && i < after.size() && before.get(i).equals(after.get(i))) {
                        i++;
                    }
                    System.out.println("OTHER\t" + name + "\tfrom " + i + " of " + before.size() + ": " + (i < before.size() ? before.get(i) : "-")
                            + ", again " + (i < after.size() ? after.get(i) : "-"));
                }
                heard(name, Abc2Midi.struck(Playthrough.of(read.score())), Abc2Midi.play(text.lines().toList(), scratch), scratch);
            }
        }
    }

    private void heard(String name, List<Struck> ours, List<Struck> theirs, Path scratch) throws IOException {
        int i = Abc2Midi.equal(ours, theirs);
        if (i == ours.size() && i == theirs.size()) {
            heard++;
        } else {
            System.out.println("HEARD\t" + name + "\tfrom " + i + ": ours " + ours.size() + " notes, theirs " + theirs.size() + "\t"
                    + (i < ours.size() ? ours.get(i) : "-") + "\t" + (i < theirs.size() ? theirs.get(i) : "-") + "\t"
                    + Abc2Midi.log(scratch).lines().filter(line -> line.contains("rror")).limit(2).toList());
        }
    }

    /// Notes of all parts, in 1/480 quarter notes.
    private static List<String> notes(Score score) {
        List<String> notes = new ArrayList<>();
        int scale = score.resolution();
        for (int i = 0; i < score.parts().size(); i++) {
            Part part = score.parts().get(i);
            List<String> of = new ArrayList<>();
            for (Note note : part.notes()) {
                of.add(String.format("%d %09d+%d %d", i, Math.round(note.onset() * 480.0 / scale), Math.round(note.duration() * 480.0 / scale),
                        note.pitch().midi()));
            }
            of.sort(Comparator.naturalOrder());
            notes.addAll(of);
        }
        return notes;
    }
}
