package dev.cadenza.train.musegan;

import static org.bytedeco.pytorch.global.torch.tensor;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.musegan.RollGrid;
import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/// Phrases of pieces: as many whole bars in one metre as a model makes, two tracks sounding at least.
///
/// @param spec what a phrase is
/// @param grid its cells
/// @param stride steps from one phrase to the next, rounded down to bars; one bar at least
/// @param known phrases of pieces that have been cut already
record Phrases(ModelSpec.MuseGan spec, RollTokenizer tokenizer, RollGrid grid, int stride, Map<TokenSequence, List<Phrase>> known) {

    private static final int LEAST_TRACKS = 2;

    /// A phrase.
    ///
    /// @param beats of a bar
    /// @param cells numbers of those that are 1
    record Phrase(int beats, int[] cells) {
    }

    Phrases(ModelSpec.MuseGan spec, RollTokenizer tokenizer, RollGrid grid, int stride) {
        this(spec, tokenizer, grid, stride, new IdentityHashMap<>());
    }

    /// All phrases of a piece; none where its bars are not known, or in another metre.
    List<Phrase> of(TokenSequence piece) {
        return known.computeIfAbsent(piece, this::cut);
    }

    /// All phrases of pieces, in their order.
    List<Phrase> of(List<TokenSequence> pieces) {
        return pieces.stream().flatMap(piece -> of(piece).stream()).toList();
    }

    private List<Phrase> cut(TokenSequence piece) {
        PianoRoll roll = tokenizer.roll(piece);
        int first = IntStream.range(0, roll.steps()).filter(step -> roll.barPosition(step) == 1).findFirst().orElse(-1);
        Optional<Meter> meter = first < 0 ? Optional.empty() : roll.meter(first);
        if (meter.isEmpty() || meter.get().denominator() != 4 || !spec.beats().contains(meter.get().numerator())) {
            return List.of();
        }
        int beats = meter.get().numerator();
        int bar = beats * grid.steps();
        int length = spec.bars() * bar;
        List<Phrase> phrases = new ArrayList<>();
        for (int from = first; from + length <= roll.steps(); from += Math.max(1, stride / bar) * bar) {
            PianoRoll phrase = roll.slice(from, length);
            if (phrase.tracks().stream().filter(track -> !track.isEmpty()).count() >= LEAST_TRACKS) {
                IntStream.Builder cells = IntStream.builder();
                grid.cells(phrase, grid.shift(phrase), cells::accept);
                phrases.add(new Phrase(beats, cells.build().toArray()));
            }
        }
        return phrases;
    }

    /// Cells of phrases in one metre, one phrase after the other.
    float[] cells(List<Phrase> phrases) {
        int size = grid.size(phrases.getFirst().beats());
        float[] cells = new float[phrases.size() * size];
        for (int i = 0; i < phrases.size(); i++) {
            for (int cell : phrases.get(i).cells()) {
                cells[i * size + cell] = 1;
            }
        }
        return cells;
    }

    /// The same as a tensor (B, N Q, O, S, T, 12, 2).
    Tensor batch(List<Phrase> phrases) {
        return shaped(tensor(cells(phrases)), phrases.getFirst().beats());
    }

    /// Any cells with their axes.
    Tensor shaped(Tensor cells, int beats) {
        return cells.reshape(-1, (long) spec.bars() * beats, spec.octaves(), grid.steps(), grid.tracks().size(), RollGrid.OCTAVE,
                RollGrid.CHANNELS);
    }

    /// How often each pitch of each track sounds, and how often it begins where it sounds.
    ///
    /// @return (2, tracks, pitches)
    double[][][] rates(List<Phrase> phrases) {
        int places = RollGrid.OCTAVE * spec.octaves();
        double[][][] counts = new double[RollGrid.CHANNELS][grid.tracks().size()][places];
        double steps = 0;
        for (Phrase phrase : phrases) {
            steps += (double) spec.bars() * phrase.beats() * grid.steps();
            for (int cell : phrase.cells()) {
                int pitch = cell / RollGrid.CHANNELS;
                int track = pitch / RollGrid.OCTAVE % grid.tracks().size();
                int octave = pitch / RollGrid.OCTAVE / grid.tracks().size() / grid.steps() % spec.octaves();
                counts[cell % RollGrid.CHANNELS][track][octave * RollGrid.OCTAVE + pitch % RollGrid.OCTAVE]++;
            }
        }
        for (int track = 0; track < grid.tracks().size(); track++) {
            for (int place = 0; place < places; place++) {
                double sounds = counts[0][track][place];
                counts[0][track][place] = sounds / steps;
                counts[1][track][place] = (counts[1][track][place] + 1) / (sounds + 2);
            }
        }
        return counts;
    }

    /// Rows of cells of a tensor of some phrases.
    static float[][] rows(Tensor cells) {
        int rows = (int) cells.size(0);
        float[] all = new float[(int) cells.numel()];
        cells.contiguous().data_ptr_float().get(all);
        float[][] parts = new float[rows][];
        for (int row = 0; row < rows; row++) {
            parts[row] = Arrays.copyOfRange(all, row * (all.length / rows), (row + 1) * (all.length / rows));
        }
        return parts;
    }
}
