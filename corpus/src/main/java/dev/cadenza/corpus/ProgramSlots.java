package dev.cadenza.corpus;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The instruments that have tokens. A program has as many slots as parts that play it are kept apart, 4 at most; drums have
/// one slot or none.
public final class ProgramSlots {

    /// Every program once, and drums.
    public static final ProgramSlots ALL = new ProgramSlots(filled(1), true);

    /// One slot for everything but drums.
    static final ProgramSlots NONE = new ProgramSlots(new int[128], false);

    private static final int PROGRAMS = 128;
    private static final int MOST = 4;
    private static final int FAMILY = 8;
    private static final String DRUMS = "drums";

    /// A slot stays where that share of the pieces needs it.
    private static final double SHARE = 0.02;

    private final int[] counts;
    private final boolean drums;
    private final List<Slot> slots = new ArrayList<>();

    /// One instrument.
    ///
    /// @param index from 1: the how-manieth part that plays it, by first note
    public record Slot(Instrument instrument, int index) {

        /// `0`, `0.2`, `drums`.
        public String name() {
            return instrument.drums() ? DRUMS : index == 1 ? "" + instrument.program() : instrument.program() + "." + index;
        }
    }

    /// @param counts slots of each of the 128 programs, 0..4
    /// @param drums whether there is a slot for drums
    /// @throws IllegalArgumentException where counts are out of range
    public ProgramSlots(int[] counts, boolean drums) {
        if (counts.length != PROGRAMS || Arrays.stream(counts).anyMatch(c -> c < 0 || c > MOST)) {
            throw new IllegalArgumentException("each of 128 programs has between 0 and " + MOST + " slots");
        }
        this.counts = counts.clone();
        this.drums = drums;
        for (int program = 0; program < PROGRAMS; program++) {
            for (int index = 1; index <= counts[program]; index++) {
                slots.add(new Slot(new Instrument(program, false), index));
            }
        }
        if (drums) {
            slots.add(new Slot(Instrument.DRUM_KIT, 1));
        }
    }

    /// The slots that at least 2 % of some pieces need, one of these pieces at least.
    public static ProgramSlots fitted(Iterable<Score> scores) {
        int[][] pieces = new int[PROGRAMS][MOST];
        int drums = 0;
        int all = 0;
        for (Score score : scores) {
            int[] here = new int[PROGRAMS];
            boolean beaten = false;
            for (Part part : score.parts()) {
                if (!part.notes().isEmpty() && part.instrument().drums()) {
                    beaten = true;
                } else if (!part.notes().isEmpty() && here[part.instrument().program()] < MOST) {
                    pieces[part.instrument().program()][here[part.instrument().program()]++]++;
                }
            }
            drums += beaten ? 1 : 0;
            all++;
        }
        double least = Math.max(1, SHARE * all);
        int[] counts = new int[PROGRAMS];
        for (int program = 0; program < PROGRAMS; program++) {
            while (counts[program] < MOST && pieces[program][counts[program]] >= least) {
                counts[program]++;
            }
        }
        return new ProgramSlots(counts, drums >= least);
    }

    private static int[] filled(int count) {
        int[] counts = new int[PROGRAMS];
        Arrays.fill(counts, count);
        return counts;
    }

    /// All slots: by program, then by index, drums last.
    public List<Slot> slots() {
        return List.copyOf(slots);
    }

    int size() {
        return slots.size();
    }

    /// The slot with that number.
    Slot slot(int number) {
        return slots.get(number);
    }

    int drumSlot() {
        return drums ? slots.size() - 1 : -1;
    }

    /// The slot of each part of a score, -1 for none. A program without a slot goes to the nearest program of its General
    /// MIDI family that has one; parts beyond the last slot of a program share it.
    ///
    /// @param first for each part when its first note begins; less than 0 where it has none
    int[] of(Score score, int[] first) {
        int[] of = new int[first.length];
        Arrays.fill(of, -1);
        int[] earlier = new int[PROGRAMS];
        int[] order = IntStream.range(0, first.length).filter(part -> first[part] >= 0).boxed()
                .sorted(Comparator.comparingInt(part -> first[part])).mapToInt(Integer::intValue).toArray();
        for (int part : order) {
            Instrument instrument = score.parts().get(part).instrument();
            int group = nearest(instrument.program());
            if (instrument.drums()) {
                of[part] = drumSlot();
            } else if (group >= 0) {
                of[part] = firstSlot(group) + Math.min(earlier[group]++, counts[group] - 1);
            }
        }
        return of;
    }

    private int nearest(int program) {
        int nearest = -1;
        for (int other = program / FAMILY * FAMILY; other < (program / FAMILY + 1) * FAMILY; other++) {
            if (counts[other] > 0 && (nearest < 0 || Math.abs(other - program) < Math.abs(nearest - program))) {
                nearest = other;
            }
        }
        return nearest;
    }

    private int firstSlot(int program) {
        int slot = 0;
        for (int before = 0; before < program; before++) {
            slot += counts[before];
        }
        return slot;
    }

    /// Slots by program: `{"0":2,"40":1,"drums":1}`.
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (int program = 0; program < PROGRAMS; program++) {
            if (counts[program] > 0) {
                json.put("" + program, counts[program]);
            }
        }
        if (drums) {
            json.put(DRUMS, 1);
        }
        return json;
    }

    /// @throws IllegalArgumentException where it is none of [#toJson]
    static ProgramSlots fromJson(JsonNode json) {
        int[] counts = new int[PROGRAMS];
        boolean drums = false;
        for (Map.Entry<String, JsonNode> slot : json.properties()) {
            boolean kit = slot.getKey().equals(DRUMS);
            boolean program = slot.getKey().matches("\\d{1,3}") && Integer.parseInt(slot.getKey()) < PROGRAMS;
            int count = slot.getValue().asInt(-1);
            if (!kit && !program || count < 1 || count > (kit ? 1 : MOST)) {
                throw new IllegalArgumentException("slots are programs 0..127 with 1.." + MOST + ", or drums with 1");
            }
            if (kit) {
                drums = true;
            } else {
                counts[Integer.parseInt(slot.getKey())] = count;
            }
        }
        return new ProgramSlots(counts, drums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProgramSlots that && drums == that.drums && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Boolean.hashCode(drums);
    }
}
