package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.score.constraint.PitchLimit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Draws cells of four voices again and again, each given all others: blocked pseudo-Gibbs sampling (Hadjeres et al., 2017), where fewer
/// and fewer cells are drawn at once (Yao et al., 2014; Huang et al., 2017), and those of one voice only, so that each hears the other
/// voices as they are. Cells that are not free stay as they are.
///
/// @param model what is asked
/// @param rules what cells may hold, in order of importance
/// @param pull away from notes outside of a key, if any
/// @param sampling how symbols are chosen in the beginning
/// @param schedule how often, how many at once, and how the temperature falls
/// @param threads processors to use; the music does not depend on it
record Refiner(Gibbs model, List<GridRule> rules, Optional<Pull> pull, SamplerSettings sampling, Schedule schedule, int threads) {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final int SETTLING = 8;

    /// @param keys that notes are to belong to, at each step
    /// @param nats how much less likely others are
    record Pull(List<PitchLimit.InKey> keys, double nats) {
    }

    /// @param sweeps how often cells of a voice are drawn, 1 or more
    /// @param first share of the free cells of a voice drawn at once in the beginning
    /// @param last the share in the last quarter of the sweeps
    /// @param cooled what is left of the temperature then, as a share
    record Schedule(int sweeps, double first, double last, double cooled) {

        private static final double FALLING = 0.75;

        double share(int sweep) {
            return falling(first, last, sweep);
        }

        double temperature(int sweep) {
            return falling(1, cooled, sweep);
        }

        private double falling(double from, double to, int sweep) {
            return from - (from - to) * Math.min(1, sweep / (FALLING * sweeps));
        }
    }

    /// What came out.
    ///
    /// @param notices rules that the music does not keep to everywhere, in words
    record Refined(VoiceGrid grid, Set<String> notices) {
    }

    /// Draws until the schedule ends, then once more wherever a rule is broken.
    ///
    /// @param start free cells may be unknown
    /// @param free numbers of the cells that may change
    /// @param done told what share of the work is done
    Refined refine(VoiceGrid start, BitSet free, long seed, DoubleConsumer done) {
        GridDraft draft = new GridDraft(model.tokenizer(), model.readsUnknown() ? start : known(start, free, seed));
        List<int[]> voices = byVoice(draft, free);
        for (int sweep = 0; sweep < schedule.sweeps() && !voices.isEmpty(); sweep++) {
            int turn = sweep % voices.size();
            int[] cells = voices.get(turn);
            draw(draft, sweep == turn && model.readsUnknown() ? unknown(draft, cells) : chosen(cells, sweep, seed), sweep, seed);
            done.accept((sweep + 1.0) / schedule.sweeps());
        }
        for (int round = 0; round < SETTLING; round++) {
            int[] broken = free.stream().filter(cell -> breaks(draft, cell)).toArray();
            if (broken.length == 0) {
                break;
            }
            for (int cell : broken) {
                draw(draft, new int[] {cell}, schedule.sweeps() + round, seed);
            }
        }
        Set<String> notices = new LinkedHashSet<>();
        for (GridRule rule : rules) {
            if (!rule.notice().isEmpty() && free.stream().anyMatch(cell -> !keeps(rule, draft, cell, symbol(draft, cell)))) {
                notices.add(rule.notice());
            }
        }
        return new Refined(draft.grid(), notices);
    }

    private static int symbol(GridDraft draft, int cell) {
        return draft.symbol(cell / draft.voices(), cell % draft.voices());
    }

    /// The free cells of each voice that has some.
    private static List<int[]> byVoice(GridDraft draft, BitSet free) {
        return IntStream.range(0, draft.voices())
                .mapToObj(voice -> free.stream().filter(cell -> cell % draft.voices() == voice).toArray())
                .filter(cells -> cells.length > 0).toList();
    }

    private static int[] unknown(GridDraft draft, int[] cells) {
        return Arrays.stream(cells).filter(cell -> symbol(draft, cell) == VoiceGrid.UNKNOWN).toArray();
    }

    /// The cells of a voice that a sweep draws, one or more.
    private int[] chosen(int[] cells, int sweep, long seed) {
        double share = schedule.share(sweep);
        int[] chosen = Arrays.stream(cells).filter(cell -> random(seed, sweep, cell, 1).nextDouble() < share).toArray();
        return chosen.length > 0 ? chosen : new int[] {cells[random(seed, sweep, -1, 1).nextInt(cells.length)]};
    }

    private void draw(GridDraft draft, int[] cells, int sweep, long seed) {
        Composer.checkInterrupted();
        float[][] logits = model.logits(draft.grid(), cells, threads);
        Sampler sampler = Sampler.of(sampling.cooled(schedule.temperature(sweep)));
        for (int i = 0; i < cells.length; i++) {
            int step = cells[i] / draft.voices();
            int voice = cells[i] % draft.voices();
            BitSet allowed = allowed(draft, cells[i], logits[i].length);
            draft.set(step, voice, sampler.within(allowed).sample(pulled(draft, cells[i], logits[i]), random(seed, sweep, cells[i], 2)));
        }
    }

    /// Symbols that keep to all rules, or to as many of the first ones as can be kept.
    private BitSet allowed(GridDraft draft, int cell, int symbols) {
        BitSet allowed = new BitSet(symbols);
        allowed.set(0, symbols);
        if (cell < draft.voices()) {
            allowed.clear(VoiceGrid.HOLD);
        }
        for (GridRule rule : rules) {
            BitSet narrowed = (BitSet) allowed.clone();
            allowed.stream().filter(symbol -> !keeps(rule, draft, cell, symbol)).forEach(narrowed::clear);
            if (!narrowed.isEmpty()) {
                allowed = narrowed;
            }
        }
        return allowed;
    }

    private static boolean keeps(GridRule rule, GridDraft draft, int cell, int symbol) {
        int step = cell / draft.voices();
        int voice = cell % draft.voices();
        return rule.allows(draft, step, voice, symbol, draft.would(cell, symbol), draft.end(step, voice));
    }

    /// Whether a cell breaks a rule that another symbol would keep.
    private boolean breaks(GridDraft draft, int cell) {
        int symbol = symbol(draft, cell);
        return rules.stream().anyMatch(rule -> !keeps(rule, draft, cell, symbol))
                && !allowed(draft, cell, symbols()).get(symbol);
    }

    private int symbols() {
        SatbTokenizer tokenizer = model.tokenizer();
        return VoiceGrid.FIRST_PITCH + tokenizer.highest() - tokenizer.lowest() + 1;
    }

    private float[] pulled(GridDraft draft, int cell, float[] logits) {
        if (pull.isEmpty()) {
            return logits;
        }
        float[] pulled = logits.clone();
        PitchLimit.InKey key = pull.get().keys().get(cell / draft.voices());
        for (int symbol = VoiceGrid.FIRST_PITCH; symbol < pulled.length; symbol++) {
            pulled[symbol] -= key.holds(draft.would(cell, symbol)) ? 0 : (float) pull.get().nats();
        }
        return pulled;
    }

    /// A start for models that read no unknown cells: in each unknown cell what was before goes on, or, now and then, something
    /// else that the rules allow begins.
    private VoiceGrid known(VoiceGrid start, BitSet free, long seed) {
        GridDraft draft = new GridDraft(model.tokenizer(), start);
        int quarter = model.tokenizer().stepsPerQuarter();
        free.stream().filter(cell -> symbol(draft, cell) == VoiceGrid.UNKNOWN).forEach(cell -> {
            RandomGenerator random = random(seed, -1, cell, 1);
            int step = cell / draft.voices();
            int symbol = VoiceGrid.HOLD;
            if (step == 0 || step % quarter == 0 && random.nextBoolean()) {
                int[] allowed = allowed(draft, cell, symbols()).stream().filter(one -> one >= VoiceGrid.FIRST_PITCH).toArray();
                symbol = allowed.length == 0 ? VoiceGrid.REST : allowed[random.nextInt(allowed.length)];
            }
            draft.set(step, cell % draft.voices(), symbol);
        });
        return draft.grid();
    }

    /// Every choice has a generator of its own, so that none depends on what else is drawn.
    private static RandomGenerator random(long seed, int sweep, int cell, int purpose) {
        long mixed = seed;
        for (long part : new long[] {sweep, cell, purpose}) {
            mixed = (mixed ^ part) * 0x9e3779b97f4a7c15L;
            mixed ^= mixed >>> 29;
        }
        return RANDOM.create(mixed);
    }
}
