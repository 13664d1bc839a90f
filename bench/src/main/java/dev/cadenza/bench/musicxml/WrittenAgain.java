package dev.cadenza.bench.musicxml;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.musicxml.MusicXmlReader;
import dev.cadenza.score.notation.MusicXmlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whether scores survive being written and read again: of each, what differs between `read` and `read(write(read))`, times
/// in quarters to a thousandth.
///
/// Usage: `WrittenAgain LIST ROOT`: LIST is a file of names below ROOT, one a line. Prints a line for each score that
/// differs, with how many of each kind only the first and only the second has, and a summary.
public final class WrittenAgain {

    private WrittenAgain() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: WrittenAgain LIST ROOT");
            System.exit(2);
        }
        Map<String, Integer> differ = new TreeMap<>();
        int scores = 0;
        int equal = 0;
        long notes = 0;
        for (String name : Files.readAllLines(Path.of(arguments[0]))) {
            Map<String, List<String>> first;
            Map<String, List<String>> second;
            try {
                Score score = MusicXmlReader.read(Path.of(arguments[1]).resolve(name)).score();
                first = facts(score);
                second = facts(MusicXmlReader.read(MusicXmlWriter.write(score), name).score());
                notes += score.parts().stream().mapToLong(part -> part.notes().size()).sum();
            } catch (CadenzaException e) {
                System.out.println(name + "\t" + e.getMessage());
                continue;
            }
            scores++;
            StringBuilder line = new StringBuilder();
            for (String kind : first.keySet()) {
                List<String> only = new ArrayList<>(first.get(kind));
                List<String> added = new ArrayList<>(second.get(kind));
                added.removeAll(first.get(kind));
                only.removeAll(second.get(kind));
                if (!only.isEmpty() || !added.isEmpty()) {
                    differ.merge(kind, 1, Integer::sum);
                    line.append('\t').append(kind).append(' ').append(only.size()).append('/').append(added.size()).append(' ')
                            .append(only.isEmpty() ? "+" + added.getFirst() : only.getFirst());
                }
            }
            if (line.isEmpty()) {
                equal++;
            } else {
                System.out.println(name + line);
            }
        }
        System.out.println(scores + " scores with " + notes + " notes: " + equal + " equal; files that differ, by what: " + differ);
    }

    private static Map<String, List<String>> facts(Score score) {
        double quarter = score.resolution();
        Map<String, List<String>> facts = new LinkedHashMap<>();
        for (String kind : List.of("notes", "spellings", "voices", "graces", "signs", "slurs", "dynamics", "hairpins", "words", "lyrics", "pedals")) {
            facts.put(kind, new ArrayList<>());
        }
        int number = 0;
        for (Part part : score.parts().stream().filter(p -> !p.notes().isEmpty()).toList()) {
            String p = number++ + ": ";
            for (int i = 0; i < part.notes().size(); i++) {
                var note = part.notes().get(i);
                String text = p + at(note.onset() / quarter) + " " + at(note.duration() / quarter) + " " + note.pitch().midi();
                facts.get("notes").add(text);
                facts.get("spellings").add(text + " " + note.pitch().spelling());
                facts.get("voices").add(text + " v" + part.notation().voices().get(i));
            }
            part.notation().graces().forEach(g -> facts.get("graces").add(p + at(g.tick() / quarter) + " " + g.voice() + g.pitch()
                    + g.denominator() + g.slashed() + g.chord()));
            part.lyrics().forEach(l -> facts.get("lyrics").add(p + at(l.tick() / quarter) + " " + l.verse() + l.text()));
            part.controls().forEach(c -> facts.get("pedals").add(p + at(c.tick() / quarter) + c.getClass().getSimpleName()));
            for (Mark mark : part.notation().marks()) {
                String start = p + at(mark.tick() / quarter) + " ";
                switch (mark) {
                    case Mark.Articulation m -> facts.get("signs").add(start + m.voice() + m.sign());
                    case Mark.Fingering m -> facts.get("signs").add(start + m.voice() + m.finger());
                    case Mark.Slur m -> facts.get("slurs").add(start + m.voice() + " " + at(m.end() / quarter));
                    case Mark.Dynamic m -> facts.get("dynamics").add(start + m.level());
                    case Mark.Hairpin m -> facts.get("hairpins").add(start + m.louder() + " " + at(m.end() / quarter));
                    case Mark.Words m -> facts.get("words").add(start + m.text());
                }
            }
        }
        facts.put("keys", score.keys().stream().map(k -> at(k.tick() / quarter) + " " + k.fifths() + k.mode()).toList());
        facts.put("metres", score.meters().stream().map(m -> at(m.tick() / quarter) + " " + m.numerator() + "/" + m.denominator()).toList());
        facts.put("tempos", score.tempos().stream().map(t -> at(t.tick() / quarter) + " " + t.microsPerQuarter()).toList());
        facts.put("chords", score.chords().stream().map(c -> at(c.tick() / quarter) + " " + c.text()).toList());
        facts.put("markers", score.markers().stream().map(m -> at(m.tick() / quarter) + " " + m.text()).toList());
        facts.put("repeats", score.repeats().stream().map(r -> at(r.tick() / quarter) + " " + r.kind() + r.passes()).toList());
        return facts;
    }

    private static String at(double quarters) {
        return String.valueOf(Math.round(quarters * 1000));
    }
}
