package dev.cadenza.render.perform;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Gentle dynamics for a score that has none: louder on strong beats, swelling and fading with each phrase, a little
/// louder the higher a line climbs, softer at the end, and a slight slowing into the last note.
///
/// What the score says is kept and added to: nothing but velocities and the tempos of the last bar change. The rules are
/// those of the KTH performance rules (Friberg, Bresin, Sundberg 2006: phrase arch, high loud, final ritard) in simple
/// form; at depth 1 they move a velocity by at most 24.
///
/// @param depth how far velocities move, 0 (not at all) .. 2 (twice the usual)
/// @param ritardando how much longer the last beat lasts, 0 (not at all) .. 1 (twice as long)
public record Expression(double depth, double ritardando) {

    /// What `compose` uses.
    public static final Expression GENTLE = new Expression(1, 0.15);

    /// The order that [Part] asks for: two notes alike but for their velocity may have changed places.
    private static final Comparator<Note> ORDER = Comparator.comparingLong(Note::onset)
            .thenComparingInt(note -> note.pitch().midi()).thenComparingLong(Note::duration).thenComparingInt(Note::velocity);

    private static final double BEAT = 6;
    private static final double ARCH = 9;
    private static final double HEIGHT = 4;
    private static final double ENDING = 5;
    private static final double LIMIT = 24;

    public Expression {
        if (!(depth >= 0 && depth <= 2)) {
            throw new IllegalArgumentException("depth must be between 0 and 2, not " + depth);
        }
        if (!(ritardando >= 0 && ritardando <= 1)) {
            throw new IllegalArgumentException("ritardando must be between 0 and 1, not " + ritardando);
        }
    }

    /// The score as it would be played; equal scores give equal results.
    public Score apply(Score score) {
        return shape(score, () -> 0);
    }

    /// The score as it would be played, no note exactly as loud as the rules say: each is up to 2 x depth off.
    public Score apply(Score score, RandomGenerator random) {
        return shape(score, () -> random.nextDouble(-2, 2));
    }

    private interface Unevenness {
        double next();
    }

    private Score shape(Score score, Unevenness unevenness) {
        BarClock bars = new BarClock(score);
        long end = score.end();
        long lastBar = bars.barTicks(Math.max(0, end - 1));
        Phrases phrases = Phrases.of(score, bars);
        List<Part> parts = new ArrayList<>();
        for (Part part : score.parts()) {
            double middle = part.notes().stream().mapToInt(note -> note.pitch().midi()).average().orElse(60);
            List<Note> notes = new ArrayList<>(part.notes().size());
            for (Note note : part.notes()) {
                double change = BEAT * bars.weight(note.onset()) + unevenness.next();
                if (!part.instrument().drums()) {
                    change += ARCH * (phrases.arch(note.onset()) - 0.45);
                    change += HEIGHT * Math.clamp((note.pitch().midi() - middle) / 12, -1.0, 1.0);
                    change -= ENDING * nearness(end, lastBar, note);
                }
                double bounded = Math.clamp(change, -LIMIT, LIMIT) * depth;
                int velocity = Math.clamp(Math.round(note.velocity() + bounded), 1, 127);
                notes.add(new Note(note.onset(), note.duration(), note.pitch(), velocity));
            }
            notes.sort(ORDER);
            parts.add(part.withNotes(notes));
        }
        return slowed(score, bars).withParts(parts);
    }

    /// 0 before the last two bars, rising to 1 at the end of the piece.
    private static double nearness(long end, long bar, Note note) {
        return Math.clamp(1 - (end - note.onset() - 1) / (2.0 * bar), 0.0, 1.0);
    }

    /// Slows the beats of the bar before the last onset, unless the score itself changes tempo there.
    private Score slowed(Score score, BarClock bars) {
        long last = 0;
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                last = Math.max(last, note.onset());
            }
        }
        long from = last - bars.barTicks(last);
        if (ritardando == 0 || from <= 0 || !score.tempos().isEmpty() && score.tempos().getLast().tick() >= from) {
            return score;
        }
        int micros = score.tempos().isEmpty() ? 500_000 : score.tempos().getLast().microsPerQuarter();
        List<Tempo> tempos = new ArrayList<>(score.tempos());
        int steps = (int) Math.min(32, Math.max(1, (last - from) / score.resolution()));
        for (int i = 1; i <= steps; i++) {
            double through = i / (double) steps;
            long slower = Math.min(Tempo.MAX_MICROS, Math.round(micros * (1 + ritardando * through * through)));
            tempos.add(new Tempo(from + (last - from) * i / steps, (int) slower));
        }
        return new Score(score.resolution(), tempos, score.meters(), score.keys(), score.chords(), score.markers(),
                score.parts(), score.metadata(), score.repeats());
    }
}
