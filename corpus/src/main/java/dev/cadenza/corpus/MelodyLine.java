package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The melody of a score.
///
/// Where it is looked for, in this order, drums left out: a part named as a melody is ("melody", "vocal", "soprano" and
/// the like) that is one line; a part so named that is not, of which the skyline is taken; the highest part that is one
/// line, unless it is a bass or has few notes; the skyline of the highest part that has many notes. The skyline is the
/// highest note that begins at each step, unless a higher one is still sounding. Next to nothing but chords of three notes
/// or more is no melody.
///
/// @param part the part it was found in
/// @param notes its notes, one after the other; one at least
/// @param lost notes of the line that the grid has no room for, because another begins at the same step
record MelodyLine(Part part, List<StepNote> notes, int lost) {

    private static final List<String> NAMES = List.of("melod", "vocal", "voice", "voix", "stimme", "gesang", "canto", "singer",
            "soprano", "sopran", "lead", "flute", "oboe", "violin");

    /// Fewer notes than that share of the fullest part do not make a melody.
    private static final double FEW = 0.2;
    private static final int BASS_PITCH = 48;

    /// @throws CadenzaException.RequestException NO_MELODY or TOO_LONG
    static MelodyLine of(Score score, int stepsPerQuarter) {
        Grid grid = Grid.on(score, stepsPerQuarter);
        List<Part> parts = score.parts().stream().filter(p -> !p.instrument().drums() && !p.notes().isEmpty()).toList();
        int most = parts.stream().mapToInt(p -> p.notes().size()).max().orElse(0);
        Predicate<Part> full = part -> part.notes().size() >= FEW * most;
        return named(parts, Lines::single)
                .or(() -> named(parts, part -> true))
                .or(() -> highest(parts, full.and(Lines::single).and(part -> Lines.meanPitch(part) >= BASS_PITCH)))
                .or(() -> highest(parts, full))
                .map(part -> of(part, grid))
                .filter(line -> !Lines.onlyChords(line.part()))
                .orElseThrow(() -> new CadenzaException.RequestException(score.metadata().title(), "NO_MELODY",
                        "no melody found: there are " + (parts.isEmpty() ? "no notes but drums." : "only chords."),
                        "Choose music with a part that can be sung."));
    }

    private static MelodyLine of(Part part, Grid grid) {
        List<StepNote> notes = Lines.notes(part, grid);
        if (!Lines.single(part)) {
            return new MelodyLine(part, Lines.skyline(notes), 0);
        }
        List<StepNote> line = Lines.successive(notes);
        return new MelodyLine(part, line, notes.size() - line.size());
    }

    private static Optional<Part> named(List<Part> parts, Predicate<Part> wanted) {
        for (String name : NAMES) {
            Optional<Part> part = highest(parts, wanted.and(p -> p.name().toLowerCase(Locale.ROOT).contains(name)));
            if (part.isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }

    private static Optional<Part> highest(List<Part> parts, Predicate<Part> wanted) {
        return parts.stream().filter(wanted).max(Comparator.comparingDouble(Lines::meanPitch));
    }
}
