package dev.cadenza.corpus.collection;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.TempoMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What the [Rule]s ask of a piece; each is worked out when it is asked for, since the first of them keep the others from
/// music that is none.
final class Measures {

    private final Score score;
    private final TempoMap tempos;
    private final long notes;

    Measures(Score score) {
        this.score = score;
        this.tempos = TempoMap.of(score);
        this.notes = score.parts().stream().mapToLong(part -> part.notes().size()).sum();
    }

    long notes() {
        return notes;
    }

    double seconds() {
        return tempos.seconds(score.end());
    }

    double density() {
        return notes / Math.max(1, seconds());
    }

    long bars() {
        return BarMap.of(score).bars(score.end());
    }

    /// Most notes that begin at one tick.
    int together() {
        long[] onsets = score.parts().stream().flatMap(part -> part.notes().stream()).mapToLong(Note::onset).sorted().toArray();
        int most = 0;
        int first = 0;
        for (int i = 0; i < onsets.length; i++) {
            first = onsets[first] == onsets[i] ? first : i;
            most = Math.max(most, i - first + 1);
        }
        return most;
    }

    /// Whether it has anything but drums.
    boolean pitched() {
        return score.parts().stream().anyMatch(part -> !part.instrument().drums() && !part.notes().isEmpty());
    }

    long pitches() {
        return score.parts().stream().filter(part -> !part.instrument().drums()).map(Part::notes).flatMap(List::stream)
                .mapToInt(note -> note.pitch().midi()).distinct().count();
    }

    /// The longest silence between two notes, in seconds.
    double silence() {
        Note[] all = score.parts().stream().flatMap(part -> part.notes().stream()).toArray(Note[]::new);
        Arrays.sort(all, Comparator.comparingLong(Note::onset));
        double longest = 0;
        long end = Long.MAX_VALUE;
        for (Note note : all) {
            longest = note.onset() > end ? Math.max(longest, tempos.seconds(note.onset()) - tempos.seconds(end)) : longest;
            end = end == Long.MAX_VALUE ? note.end() : Math.max(end, note.end());
        }
        return longest;
    }

    List<String> metres() {
        return Facts.meters(score, score.end());
    }
}
