package dev.cadenza.bench.originality;

import dev.cadenza.bench.originality.HumanMusic.Song;
import dev.cadenza.evaluate.originality.Match;
import dev.cadenza.score.Note;
import dev.cadenza.score.Notes;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A passage of one piece planted in another: whole bars of a single line, moved by up to six semitones, in place of the bars of a
/// part.
///
/// @param take the music it was planted in
/// @param part number of the part, from 1
/// @param from bar of the take, from 1
/// @param source id of its piece
/// @param sourceFrom bar of the piece, from 1
/// @param notes repeated ones counted once
record Planting(Score take, int part, int from, String source, int sourceFrom, int bars, int notes) {

    private static final int TRIES = 200;
    private static final int MOST_SEMITONES = 6;
    private static final int LEAST_NOTES_A_BAR = 2;

    static Optional<Planting> of(Song into, List<Song> sources, int bars, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            Song source = sources.get(random.nextInt(sources.size()));
            Optional<Planting> planting = planted(into.score(), source, bars, random);
            if (planting.isPresent()) {
                return planting;
            }
        }
        return Optional.empty();
    }

    private static Optional<Planting> planted(Score into, Song source, int bars, RandomGenerator random) {
        if (into.parts().isEmpty() || source.score().parts().isEmpty()) {
            return Optional.empty();
        }
        BarMap there = BarMap.of(source.score());
        BarMap here = BarMap.of(into);
        int target = random.nextInt(into.parts().size());
        List<Note> line = source.score().parts().get(random.nextInt(source.score().parts().size())).notes();
        long sourceBars = there.bars(source.score().end()) - bars;
        long targetBars = here.bars(into.end()) - bars;
        if (sourceBars < 1 || targetBars < 1 || into.parts().get(target).instrument().drums() || !single(line)
                || !single(into.parts().get(target).notes())) {
            return Optional.empty();
        }
        long first = random.nextLong(sourceBars);
        long at = random.nextLong(targetBars);
        long from = there.start(first);
        long to = there.start(first + bars);
        long length = (to - from) * into.resolution() / source.score().resolution();
        List<Note> passage = line.stream().filter(note -> note.onset() >= from && note.onset() < to).toList();
        if (here.start(at + bars) - here.start(at) != length || passage.size() < LEAST_NOTES_A_BAR * bars) {
            return Optional.empty();
        }
        int move = random.nextInt(2 * MOST_SEMITONES + 1) - MOST_SEMITONES;
        List<Note> notes = new ArrayList<>();
        for (Note note : into.parts().get(target).notes()) {
            if (note.onset() < here.start(at) || note.onset() >= here.start(at + bars)) {
                notes.add(note);
            }
        }
        for (Note note : passage) {
            notes.add(new Note(here.start(at) + (note.onset() - from) * into.resolution() / source.score().resolution(),
                    Math.max(1, note.duration() * into.resolution() / source.score().resolution()),
                    Pitch.of(Math.clamp(note.pitch().midi() + move, 0, 127)), note.velocity()));
        }
        notes.sort(Note.ORDER);
        List<Part> parts = new ArrayList<>(into.parts());
        parts.set(target, parts.get(target).withNotes(notes));
        return Optional.of(new Planting(into.withParts(parts), target + 1, (int) at + 1, source.id(), (int) first + 1, bars, distinct(passage)));
    }

    private static int distinct(List<Note> notes) {
        return 1 + (int) IntStream.range(1, notes.size()).filter(i -> notes.get(i).pitch().midi() != notes.get(i - 1).pitch().midi()).count();
    }

    private static boolean single(List<Note> notes) {
        Notes all = Notes.of(notes);
        for (int i = 1; i < all.size(); i++) {
            if (2 * (all.end(i - 1) - all.onset(i)) > Math.min(all.duration(i), all.duration(i - 1))) {
                return false;
            }
        }
        return !notes.isEmpty();
    }

    /// Whether a match tells of it: bars of the take and of the piece.
    boolean isToldBy(Match match) {
        return match.part() == part && match.piece().equals(source) && match.firstBar() < from + bars && match.lastBar() >= from
                && match.pieceFirstBar() < sourceFrom + bars && match.pieceLastBar() >= sourceFrom;
    }

    /// Whether a match tells that next to all of it stands elsewhere.
    boolean isCoveredBy(Match match) {
        return match.part() == part && match.firstBar() <= from && match.lastBar() >= from + bars - 1 && match.notes() >= notes - 1;
    }
}
