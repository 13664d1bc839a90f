package dev.cadenza.score.musicxml;

import dev.cadenza.score.Metadata;
import dev.cadenza.score.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the element that is the whole file.
final class ScoreElement {

    private final XmlCursor cursor;
    private final String source;
    private final Findings findings;
    private final Budget budget = new Budget();
    private final Map<String, PartHeader> headers = new LinkedHashMap<>();
    private final Map<String, PartReader> readers = new LinkedHashMap<>();
    private String work = "";
    private String movement = "";
    private String composer = "";
    private String rights = "";

    ScoreElement(XmlCursor cursor, String source, Findings findings) {
        this.cursor = cursor;
        this.source = source;
        this.findings = findings;
    }

    MusicXmlRead read() {
        String root = cursor.enter() ? cursor.name() : "";
        if (!root.equals("score-partwise") && !root.equals("score-timewise")) {
            throw cursor.refused("NOT_MUSICXML", "the file does not hold a MusicXML score");
        }
        int bars = 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "work" -> work = child("work-title");
                case "movement-title" -> movement = cursor.text();
                case "identification" -> identification();
                case "part-list" -> partList();
                case "part" -> bars = Math.max(bars, part());
                case "measure" -> bar(bars++);
                default -> cursor.skip();
            }
        }
        for (PartReader reader : readers.values()) {
            reader.fill(bars);
        }
        List<WrittenPart> parts = readers.values().stream().map(PartReader::part).toList();
        Score score = new ScoreAssembly(source, parts, findings).score(new Metadata(title(), composer, rights));
        return new MusicXmlRead(score, findings.diagnostics(), count(bars, parts, score));
    }

    private static MusicXmlCount count(int bars, List<WrittenPart> parts, Score score) {
        int notes = parts.stream().mapToInt(part -> part.notes.size()).sum();
        int leftOut = parts.stream().mapToInt(part -> part.leftOut).sum();
        int sounding = score.parts().stream().mapToInt(part -> part.notes().size()).sum();
        return new MusicXmlCount(bars, notes + leftOut, notes - sounding, leftOut,
                parts.stream().mapToInt(part -> part.graces.size()).sum(), parts.stream().mapToInt(part -> part.cues).sum());
    }

    private String title() {
        return work.isEmpty() || movement.isEmpty() || work.equalsIgnoreCase(movement) ? work.isEmpty() ? movement : work
                : work + ": " + movement;
    }

    private void identification() {
        String first = "";
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "creator" -> {
                    boolean composes = cursor.attribute("type").equals("composer");
                    String name = cursor.text();
                    first = first.isEmpty() ? name : first;
                    composer = composes && composer.isEmpty() ? name : composer;
                }
                case "rights" -> rights = cursor.text();
                default -> cursor.skip();
            }
        }
        composer = composer.isEmpty() ? first : composer;
    }

    private void partList() {
        while (cursor.enter()) {
            if (cursor.name().equals("score-part")) {
                budget.take(cursor);
                headers.put(cursor.attribute("id"), PartHeader.read(cursor));
            } else {
                cursor.skip();
            }
        }
    }

    private PartReader reader(String id) {
        if (!readers.containsKey(id)) {
            budget.take(cursor);
            if (!headers.containsKey(id)) {
                findings.add(Finding.PART_UNKNOWN, cursor.place());
            }
            readers.put(id, new PartReader(cursor, headers.getOrDefault(id, PartHeader.UNKNOWN), findings, budget));
        }
        return readers.get(id);
    }

    /// A part with all its bars, of a part-wise score.
    ///
    /// @return how many bars it has
    private int part() {
        PartReader reader = reader(cursor.attribute("id"));
        while (cursor.enter()) {
            if (cursor.name().equals("measure")) {
                reader.bar();
            } else {
                cursor.skip();
            }
        }
        return reader.bars();
    }

    /// A bar with all its parts, of a time-wise score.
    private void bar(int number) {
        while (cursor.enter()) {
            if (cursor.name().equals("part")) {
                PartReader reader = reader(cursor.attribute("id"));
                reader.fill(number);
                reader.bar();
            } else {
                cursor.skip();
            }
        }
    }

    private String child(String name) {
        String text = "";
        while (cursor.enter()) {
            if (cursor.name().equals(name) && text.isEmpty()) {
                text = cursor.text();
            } else {
                cursor.skip();
            }
        }
        return text;
    }
}
