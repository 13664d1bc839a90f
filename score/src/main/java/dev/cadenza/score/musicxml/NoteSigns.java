package dev.cadenza.score.musicxml;

import dev.cadenza.score.Mark;
import dev.cadenza.score.Mark.Level;
import dev.cadenza.score.Mark.Sign;
import java.util.ArrayList;
import java.util.List;

/// What the `notations` of one note say beside its ties.
final class NoteSigns {

    /// One end of a slur.
    record SlurEnd(String number, boolean starts) {
    }

    boolean tieStop;
    boolean tieStart;
    final List<Sign> signs = new ArrayList<>();
    final List<Integer> fingers = new ArrayList<>();
    final List<Level> levels = new ArrayList<>();
    final List<SlurEnd> slurs = new ArrayList<>();

    private final XmlCursor cursor;

    NoteSigns(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /// Reads the `notations` that the cursor has just entered, and leaves it.
    void read() {
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "tied" -> tie();
                case "slur" -> slur();
                case "fermata" -> add(Sign.FERMATA);
                case "arpeggiate" -> add(Sign.ARPEGGIO);
                case "articulations", "ornaments", "technical" -> signs();
                case "dynamics" -> levels();
                default -> cursor.skip();
            }
        }
    }

    /// Reads a `tie` or `tied`. Some programs write the sign of a tie only, and not that it sounds.
    void tie() {
        tieStop |= cursor.attribute("type").equals("stop");
        tieStart |= cursor.attribute("type").equals("start");
        cursor.skip();
    }

    private void slur() {
        String type = cursor.attribute("type");
        if (type.equals("start") || type.equals("stop")) {
            slurs.add(new SlurEnd(cursor.attribute("number"), type.equals("start")));
        }
        cursor.skip();
    }

    private void add(Sign sign) {
        signs.add(sign);
        cursor.skip();
    }

    private void signs() {
        while (cursor.enter()) {
            String name = cursor.name();
            if (name.equals("fingering")) {
                String finger = cursor.text();
                if (finger.matches("[0-5]")) {
                    fingers.add(Integer.parseInt(finger));
                }
            } else {
                // A tremolo between two notes is stated at both.
                boolean second = name.equals("tremolo") && cursor.attribute("type").equals("stop");
                SignNames.sign(name).filter(_ -> !second).ifPresent(signs::add);
                cursor.skip();
            }
        }
    }

    private void levels() {
        while (cursor.enter()) {
            SignNames.level(cursor.name()).ifPresent(levels::add);
            cursor.skip();
        }
    }

    boolean isEmpty() {
        return signs.isEmpty() && fingers.isEmpty() && levels.isEmpty() && slurs.isEmpty();
    }

    /// The marks of a note or a rest at a moment.
    List<WrittenMark> marks(Moment moment, WrittenMark.Whose whose) {
        List<WrittenMark> marks = new ArrayList<>();
        signs.forEach(sign -> marks.add(new WrittenMark(moment, moment, whose,
                (tick, _, voice) -> new Mark.Articulation(tick, voice, sign))));
        fingers.forEach(finger -> marks.add(new WrittenMark(moment, moment, whose,
                (tick, _, voice) -> new Mark.Fingering(tick, voice, finger))));
        levels.forEach(level -> marks.add(new WrittenMark(moment, moment, whose, (tick, _, _) -> new Mark.Dynamic(tick, level))));
        return marks;
    }
}
