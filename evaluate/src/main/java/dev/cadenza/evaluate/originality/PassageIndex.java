package dev.cadenza.evaluate.originality;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The passages of a set of pieces as hashes, to find them again without the pieces.
///
/// A passage is five notes of a line (see [Line]): four intervals and the times between their beginnings, so it is the same in
/// every key. Of its hash 32 bits are kept: a passage of a take meets a given other passage by chance once in 4.3 thousand million
/// times, and two neighbours both by chance once in the square of that: only a match of five notes may ever be chance of the hashes,
/// in one of some 400 takes of 250 notes against 45,000 passages. Immutable; for any number of threads.
public final class PassageIndex {

    /// The file beside a model's weights.
    public static final String FILE = "passages.bin";

    private final List<String> pieces;
    private final List<IndexedLine> lines;
    private final StepCounts steps;
    private final boolean whole;
    private final Band band;
    private final PassageTable table;

    /// @param lines in the order of their pieces
    PassageIndex(List<String> pieces, List<IndexedLine> lines, StepCounts steps, boolean whole, Band band) {
        this(pieces, lines, steps, whole, band, PassageTable.of(lines, steps));
    }

    private PassageIndex(List<String> pieces, List<IndexedLine> lines, StepCounts steps, boolean whole, Band band, PassageTable table) {
        this.pieces = List.copyOf(pieces);
        this.lines = List.copyOf(lines);
        this.steps = steps;
        this.whole = whole;
        this.band = band;
        this.table = table;
    }

    /// Begins an index.
    public static Builder builder() {
        return new Builder();
    }

    /// Collects pieces. Not for several threads at a time.
    public static final class Builder {

        private final List<String> pieces = new ArrayList<>();
        private final List<IndexedLine> lines = new ArrayList<>();
        private final long[] steps = new long[Step.CODES];
        private boolean whole = true;

        private Builder() {
        }

        /// Adds a piece.
        ///
        /// @param id what matches will call it
        public Builder add(String id, Score score) {
            pieces.add(id);
            for (Line line : Line.of(score)) {
                int[] codes = Step.codes(line);
                long[] hashes = Step.hashes(codes);
                if (hashes.length > 0) {
                    int[] stored = new int[hashes.length];
                    byte[] pitches = new byte[hashes.length];
                    for (int i = 0; i < hashes.length; i++) {
                        stored[i] = Step.stored(hashes[i]);
                        pitches[i] = Step.veiled(line.pitches()[i], hashes[i]);
                    }
                    lines.add(new IndexedLine(pieces.size() - 1, stored, pitches, IndexedLine.packed(line.bars())));
                    for (int code : codes) {
                        steps[code]++;
                    }
                }
            }
            return this;
        }

        /// Adds all pieces of another index: that of the model that learning began with.
        public Builder add(PassageIndex other) {
            int before = pieces.size();
            pieces.addAll(other.pieces);
            other.lines.forEach(line -> lines.add(
                    new IndexedLine(line.piece() + before, line.hashes(), line.pitches(), line.bars())));
            other.steps.addTo(steps);
            whole &= other.whole;
            return this;
        }

        /// States that the model has learnt from more than is added here.
        public Builder partial() {
            whole = false;
            return this;
        }

        /// The index, without a band.
        public PassageIndex build() {
            return new PassageIndex(pieces, lines, StepCounts.of(steps), whole, Band.UNKNOWN);
        }
    }

    /// The same index with a band.
    public PassageIndex withBand(Band other) {
        return new PassageIndex(pieces, lines, steps, whole, other, table);
    }

    /// What a take repeats.
    public Originality matches(Score take) {
        return matches(take, 0);
    }

    /// What a take repeats from a tick on: what stands before it was given.
    public Originality matches(Score take, long fromTick) {
        return matches(take, fromTick, id -> true);
    }

    /// What a take repeats of some of the pieces.
    ///
    /// @param among says of a piece's id whether it counts
    public Originality matches(Score take, long fromTick, Predicate<String> among) {
        return new Originality(new Search(this, among).matches(take, fromTick), pieces.size(), whole, band);
    }

    /// The ids of the pieces, in the order in which they were added.
    public List<String> pieces() {
        return pieces;
    }

    /// How many passages there are, equal ones counted each.
    public long passages() {
        return lines.stream().mapToLong(line -> line.hashes().length).sum();
    }

    /// Whether it holds all that its model has learnt from.
    public boolean whole() {
        return whole;
    }

    /// How much human pieces repeat of it.
    public Band band() {
        return band;
    }

    List<IndexedLine> lines() {
        return lines;
    }

    StepCounts steps() {
        return steps;
    }

    PassageTable table() {
        return table;
    }

    /// Reads a file that [#write] has written.
    ///
    /// @throws dev.cadenza.score.CadenzaException.ModelException where it cannot be read, is damaged, or of another version
    public static PassageIndex read(Path file) {
        return PassageFile.read(file);
    }

    /// Writes it as one file, in place of the one that is there.
    ///
    /// @throws dev.cadenza.score.CadenzaException.OutputException where the disk does not allow it
    public void write(Path file) {
        AtomicFiles.write(file, content());
    }

    /// What the file holds: always the same bytes for the same pieces.
    public AtomicFiles.Content content() {
        byte[] bytes = PassageFile.bytes(this);
        return out -> out.write(bytes);
    }
}
