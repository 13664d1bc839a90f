package dev.cadenza.bench.band;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.corpus.baseline.NgramModel;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Phrases of four bars of common time as rolls of five tracks: real ones, and what simple rules make of them.
///
/// @param rolls the grid
record BandPhrases(TrackRolls rolls) {

    static final int BARS = 4;

    private int barSteps() {
        return 4 * rolls.stepsPerQuarter();
    }

    /// Every four bars of pieces, from their first bar line, where all are in common time and something sounds in each bar.
    List<PianoRoll> of(List<Piece> pieces, RollTokenizer tokenizer) {
        List<PianoRoll> phrases = new ArrayList<>();
        for (Piece piece : pieces) {
            Score score = piece.score(tokenizer);
            BarMap bars = BarMap.of(score);
            PianoRoll roll = rolls.encode(score);
            for (long bar = 0; bar + BARS <= bars.bars(score.end()); bar++) {
                boolean common = true;
                for (long at = bar; at < bar + BARS; at++) {
                    common &= bars.meter(at).toString().equals("4/4") && bars.length(at) == 4L * score.resolution();
                }
                int from = (int) (bars.start(bar) * rolls.stepsPerQuarter() / score.resolution());
                if (common && from + BARS * barSteps() <= roll.steps() && sounds(roll, from)) {
                    phrases.add(framed(roll.slice(from, BARS * barSteps())));
                    bar += BARS - 1;
                }
            }
        }
        return phrases;
    }

    private boolean sounds(PianoRoll roll, int from) {
        for (int bar = 0; bar < BARS; bar++) {
            PianoRoll part = roll.slice(from + bar * barSteps(), barSteps());
            if (part.tracks().stream().allMatch(PianoRoll.Track::isEmpty)) {
                return false;
            }
        }
        return true;
    }

    /// The same notes in four bars of common time.
    PianoRoll framed(PianoRoll roll) {
        return framed(roll.tracks());
    }

    private PianoRoll framed(List<PianoRoll.Track> tracks) {
        return PianoRoll.of(tracks, new Plan(BARS * barSteps(), Meter.common(), 0, Optional.empty(), true), rolls.stepsPerQuarter());
    }

    /// Scores of phrases.
    List<Score> scores(List<PianoRoll> phrases) {
        return phrases.stream().map(rolls::decode).toList();
    }

    /// Each bar of each track from another phrase: what is measured bar by bar stays, what joins tracks and bars goes.
    List<PianoRoll> shuffledBars(List<PianoRoll> phrases, RandomGenerator random) {
        int bit = barSteps() * PianoRoll.PITCHES;
        List<PianoRoll> shuffled = new ArrayList<>();
        for (PianoRoll phrase : phrases) {
            List<PianoRoll.Track> tracks = new ArrayList<>();
            for (int track = 0; track < phrase.tracks().size(); track++) {
                BitSet onsets = new BitSet();
                BitSet held = new BitSet();
                for (int bar = 0; bar < BARS; bar++) {
                    PianoRoll.Track other = phrases.get(random.nextInt(phrases.size()))
                            .slice(random.nextInt(BARS) * barSteps(), barSteps()).tracks().get(track);
                    int to = bar * bit;
                    other.onsets().stream().forEach(at -> onsets.set(to + at));
                    other.held().stream().forEach(at -> held.set(to + at));
                }
                tracks.add(new PianoRoll.Track(phrase.tracks().get(track).name(), onsets, held));
            }
            shuffled.add(framed(tracks));
        }
        return shuffled;
    }

    /// The steps of each bar in another order, the same for all tracks: densities stay, rhythm goes.
    List<PianoRoll> shuffledSteps(List<PianoRoll> phrases, RandomGenerator random) {
        List<PianoRoll> shuffled = new ArrayList<>();
        for (PianoRoll phrase : phrases) {
            int[] from = new int[BARS * barSteps()];
            for (int bar = 0; bar < BARS; bar++) {
                List<Integer> order = new ArrayList<>();
                for (int step = 0; step < barSteps(); step++) {
                    order.add(bar * barSteps() + step);
                }
                Collections.shuffle(order, Random.from(random));
                for (int step = 0; step < barSteps(); step++) {
                    from[bar * barSteps() + step] = order.get(step);
                }
            }
            List<PianoRoll.Track> tracks = new ArrayList<>();
            for (PianoRoll.Track track : phrase.tracks()) {
                BitSet sounds = new BitSet();
                BitSet begins = new BitSet();
                for (int step = 0; step < from.length; step++) {
                    for (int pitch = 0; pitch < PianoRoll.PITCHES; pitch++) {
                        sounds.set(step * PianoRoll.PITCHES + pitch, track.sounds(from[step], pitch));
                        begins.set(step * PianoRoll.PITCHES + pitch, track.begins(from[step], pitch));
                    }
                }
                tracks.add(track(track.name(), sounds, begins));
            }
            shuffled.add(framed(tracks));
        }
        return shuffled;
    }

    /// A track of what sounds; a note begins where it is said to, or nothing sounded before.
    private static PianoRoll.Track track(String name, BitSet sounds, BitSet begins) {
        BitSet onsets = new BitSet();
        BitSet held = new BitSet();
        for (int bit = sounds.nextSetBit(0); bit >= 0; bit = sounds.nextSetBit(bit + 1)) {
            boolean goesOn = !begins.get(bit) && bit >= PianoRoll.PITCHES && sounds.get(bit - PianoRoll.PITCHES);
            (goesOn ? held : onsets).set(bit);
        }
        return new PianoRoll.Track(name, onsets, held);
    }

    /// Phrases of a 5-gram over the tokens of rolls.
    List<PianoRoll> ofNgram(List<PianoRoll> phrases, RollTokenizer tokenizer, int count, RandomGenerator random) {
        List<TokenSequence> learnt = phrases.stream().map(phrase -> tokenizer.encode(rolls.decode(phrase))).toList();
        NgramModel ngram = NgramModel.learn(learnt, tokenizer, 5, NgramModel.Past.STREAM);
        List<PianoRoll> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int tokens = BARS * barSteps();
            PianoRoll roll = rolls.encode(tokenizer.decode(tokenizer.sequence(ngram.sample(tokenizer, tokens, random), Plan.OPEN)));
            while (roll.steps() < BARS * barSteps()) {
                tokens *= 2;
                roll = rolls.encode(tokenizer.decode(tokenizer.sequence(ngram.sample(tokenizer, tokens, random), Plan.OPEN)));
            }
            made.add(framed(roll.slice(0, BARS * barSteps())));
        }
        return made;
    }
}
