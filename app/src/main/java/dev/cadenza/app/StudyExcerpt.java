package dev.cadenza.app;

import dev.cadenza.render.perform.Expression;
import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The beginning of a piece up to a bar line, as it will sound in a study.
///
/// @param source what it was cut from
/// @param score its bars, the first at tick 0
/// @param firstBar the first of them in the source, from 1
/// @param bars how many they are
/// @param lead seconds from the first bar line to the first note
/// @param seconds from the first note to the last bar line
record StudyExcerpt(String source, Score score, int firstBar, int bars, double lead, double seconds) {

    /// What random notes are called where a source is stated.
    static final String RANDOM = "random notes";

    private static final double LONGEST = 1.1;
    private static final double SHORTEST = 0.6;
    private static final int MOST_BARS = 10_000;
    private static final int PLAIN_VELOCITY = 80;
    private static final Expression PLAIN = new Expression(1, 0);
    private static final int LOWEST_RANDOM = 36;
    private static final int HIGHEST_RANDOM = 96;

    /// Cuts a piece. Both sides begin where their pieces begin: a beginning beside a middle would give itself away.
    ///
    /// @param wanted seconds; the longest excerpt of whole bars that is at most a tenth longer is taken
    /// @param plain whether dynamics, tempo changes, pedals and instruments of the source are left out, so that it is the notes that
    ///              are judged: all parts but drums are played on a piano at one tempo, with gentle dynamics
    /// @return empty where the piece is shorter than six tenths of what is wanted, or cannot be cut at a bar line
    static Optional<StudyExcerpt> of(String source, Score piece, double wanted, boolean plain) {
        Score played = Playthrough.of(piece);
        long first = played.parts().stream().flatMap(part -> part.notes().stream()).mapToLong(Note::onset).min().orElse(-1);
        if (first < 0) {
            return Optional.empty();
        }
        BarMap bars = BarMap.of(played);
        TempoMap clock = TempoMap.of(played);
        long firstBar = bars.bar(first);
        long end = played.end();
        long to = firstBar;
        while (to - firstBar < MOST_BARS && bars.start(to) < end && clock.seconds(bars.start(to + 1)) - clock.seconds(first) <= LONGEST * wanted) {
            to++;
        }
        double seconds = clock.seconds(bars.start(to)) - clock.seconds(first);
        if (to == firstBar || seconds < SHORTEST * wanted) {
            return Optional.empty();
        }
        long from = bars.start(firstBar);
        Score score = bars(played, firstBar, to, plain);
        return Optional.of(new StudyExcerpt(source, plain ? PLAIN.apply(score) : score, (int) Math.min(firstBar + 1, Integer.MAX_VALUE),
                (int) (to - firstBar), clock.seconds(first) - clock.seconds(from), seconds));
    }

    /// Some bars of a score as a score of its own; notes end where it does.
    ///
    /// @param firstBar from 0
    /// @param to the bar after the last one
    /// @param plain as above, without the gentle dynamics
    static Score bars(Score score, long firstBar, long to, boolean plain) {
        BarMap bars = BarMap.of(score);
        Cut cut = new Cut(score, bars.start(firstBar), bars.start(to), plain);
        return new Score(score.resolution(), cut.tempos(TempoMap.of(score)), meters(bars, firstBar, to), List.of(), List.of(), List.of(),
                cut.parts(), score.metadata());
    }

    private static List<Meter> meters(BarMap bars, long firstBar, long to) {
        List<Meter> meters = new ArrayList<>();
        for (long bar = firstBar; bar < to; bar++) {
            Meter meter = bars.meter(bar);
            if (meters.isEmpty() || meter.numerator() != meters.getLast().numerator() || meter.denominator() != meters.getLast().denominator()) {
                meters.add(new Meter(bars.start(bar) - bars.start(firstBar), meter.numerator(), meter.denominator()));
            }
        }
        return meters;
    }

    /// As many notes in the same time, of any pitch, at any time, of any length: what nobody takes for music.
    StudyExcerpt scrambled(RandomGenerator random) {
        int count = score.parts().stream().mapToInt(part -> part.notes().size()).sum();
        long end = Math.max(1, score.end());
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // The first at the beginning, so that both begin to sound at the same time.
            notes.add(new Note(i == 0 ? 0 : random.nextLong(end), Math.max(1, random.nextLong(score.resolution() / 8, 2L * score.resolution())),
                    Pitch.of(random.nextInt(LOWEST_RANDOM, HIGHEST_RANDOM)), random.nextInt(50, 110)));
        }
        notes.sort(Note.ORDER);
        return new StudyExcerpt(RANDOM, score.withParts(List.of(new Part("", Instrument.PIANO, notes))), 1, bars, 0, seconds);
    }

    /// A stretch of a score.
    private record Cut(Score score, long from, long to, boolean plain) {

        List<Tempo> tempos(TempoMap clock) {
            if (plain) {
                double quarters = (double) (to - from) / score.resolution();
                return List.of(new Tempo(0, (int) Math.clamp(Math.round((clock.seconds(to) - clock.seconds(from)) * 1e6 / quarters), 1,
                        Tempo.MAX_MICROS)));
            }
            List<Tempo> tempos = new ArrayList<>();
            for (Tempo tempo : score.tempos()) {
                if (tempo.tick() <= from) {
                    tempos.clear();
                }
                if (tempo.tick() < to) {
                    tempos.add(new Tempo(Math.max(0, tempo.tick() - from), tempo.microsPerQuarter()));
                }
            }
            return tempos;
        }

        List<Part> parts() {
            return score.parts().stream().map(this::part).filter(part -> !part.notes().isEmpty()).toList();
        }

        private Part part(Part part) {
            List<Note> notes = part.notes().stream().filter(note -> note.onset() >= from && note.onset() < to)
                    .map(note -> new Note(note.onset() - from, Math.min(note.end(), to) - note.onset(), note.pitch(),
                            plain ? PLAIN_VELOCITY : note.velocity())).sorted(Note.ORDER).toList();
            Instrument instrument = !plain ? part.instrument() : part.instrument().drums() ? Instrument.DRUM_KIT : Instrument.PIANO;
            return new Part("", instrument, notes, plain ? List.of() : part.controls().stream().filter(control -> control.tick() < to)
                    .map(this::moved).toList(), List.of());
        }

        /// Settings from before hold from the start.
        private Control moved(Control control) {
            long tick = Math.max(0, control.tick() - from);
            return switch (control) {
                case Control.ControlChange(_, int controller, int value) -> new Control.ControlChange(tick, controller, value);
                case Control.PitchBend(_, int value) -> new Control.PitchBend(tick, value);
                case Control.ProgramChange(_, int program) -> new Control.ProgramChange(tick, program);
                case Control.ChannelPressure(_, int value) -> new Control.ChannelPressure(tick, value);
                case Control.KeyPressure(_, int pitch, int value) -> new Control.KeyPressure(tick, pitch, value);
            };
        }
    }
}
