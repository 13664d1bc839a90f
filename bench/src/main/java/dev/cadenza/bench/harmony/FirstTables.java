package dev.cadenza.bench.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.harmony.ChordKinds;
import dev.cadenza.score.harmony.HarmonyTables;
import dev.cadenza.score.theory.ChordQuality;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tables as a book on harmony would set them, to begin learning with: no number in them was counted.
final class FirstTables {

    /// Chords of a key, as root above the tonic, kind, and how common they are.
    private record Common(int root, ChordQuality kind, double amount) {
    }

    private static final List<Common> MAJOR = List.of(new Common(0, ChordQuality.MAJOR, 300), new Common(2, ChordQuality.MINOR, 60),
            new Common(2, ChordQuality.MINOR_7, 40), new Common(4, ChordQuality.MINOR, 30), new Common(5, ChordQuality.MAJOR, 120),
            new Common(7, ChordQuality.MAJOR, 130), new Common(7, ChordQuality.DOMINANT_7, 150), new Common(9, ChordQuality.MINOR, 80),
            new Common(11, ChordQuality.DIMINISHED, 20), new Common(2, ChordQuality.DOMINANT_7, 25), new Common(9, ChordQuality.DOMINANT_7, 15),
            new Common(4, ChordQuality.DOMINANT_7, 12), new Common(0, ChordQuality.DOMINANT_7, 12), new Common(11, ChordQuality.DIMINISHED_7, 10),
            new Common(5, ChordQuality.MINOR, 8), new Common(7, ChordQuality.SUSPENDED_4, 8), new Common(0, ChordQuality.MAJOR_7, 6),
            new Common(5, ChordQuality.MAJOR_7, 6), new Common(2, ChordQuality.MAJOR, 10), new Common(11, ChordQuality.HALF_DIMINISHED, 6));
    private static final List<Common> MINOR = List.of(new Common(0, ChordQuality.MINOR, 300), new Common(2, ChordQuality.DIMINISHED, 20),
            new Common(2, ChordQuality.HALF_DIMINISHED, 30), new Common(3, ChordQuality.MAJOR, 50), new Common(5, ChordQuality.MINOR, 100),
            new Common(7, ChordQuality.MAJOR, 120), new Common(7, ChordQuality.DOMINANT_7, 140), new Common(8, ChordQuality.MAJOR, 70),
            new Common(11, ChordQuality.DIMINISHED_7, 40), new Common(10, ChordQuality.MAJOR, 30), new Common(0, ChordQuality.MAJOR, 10),
            new Common(7, ChordQuality.MINOR, 15), new Common(11, ChordQuality.DIMINISHED, 15), new Common(1, ChordQuality.MAJOR, 8),
            new Common(0, ChordQuality.DOMINANT_7, 8), new Common(2, ChordQuality.DOMINANT_7, 8), new Common(8, ChordQuality.MAJOR_7, 6),
            new Common(5, ChordQuality.MINOR_7, 10), new Common(10, ChordQuality.DOMINANT_7, 12), new Common(7, ChordQuality.SUSPENDED_4, 6));

    /// Degrees of a key by their weight, from the tonic upwards by semitones.
    private static final double[] MAJOR_PROFILE = {10, 0.7, 5, 0.7, 6.5, 5, 0.9, 9, 0.7, 4.5, 0.6, 4.5};
    private static final double[] MINOR_PROFILE = {10, 0.7, 5, 7, 0.7, 5, 0.9, 9, 4.5, 0.9, 2, 4};

    private final HarmonyTables tables = new HarmonyTables(new TreeMap<>());

    private FirstTables() {
    }

    static HarmonyTables make() {
        FirstTables first = new FirstTables();
        first.sounds();
        first.keys();
        for (Mode mode : Mode.values()) {
            first.chords(mode);
        }
        // That a chord changes: between beats seldom, at the beginning of a bar mostly.
        double[] change = {0.07, 0.25, 0.45, 0.75};
        for (int strength = 0; strength < change.length; strength++) {
            first.tables.add("changes " + strength, 2, 0, 1000 * (1 - change[strength]));
            first.tables.add("changes " + strength, 2, 1, 1000 * change[strength]);
        }
        first.tables.add("keychanges", 2, 0, 1000);
        first.tables.add("keychanges", 2, 1, 20);
        return first.tables;
    }

    private void sounds() {
        for (ChordQuality kind : ChordKinds.KINDS) {
            for (int tone = 0; tone < 12; tone++) {
                int place = kind.intervals().indexOf(tone);
                // What is no tone of the chord passes by: next to nothing of it a semitone away from all of them.
                tables.add("tones " + kind.shorthand(), 12, tone, place == 0 ? 1200 : place > 0 ? 900 : 110);
                tables.add("lowest " + kind.shorthand(), 12, tone, switch (place) {
                    case 0 -> 1000;
                    case 1 -> 350;
                    case 2 -> 200;
                    case 3 -> 120;
                    default -> 35;
                });
            }
        }
    }

    private void keys() {
        Map<Integer, Double> fromMajor = Map.of(7, 10.0, 5, 7.0, 12 + 9, 8.0, 12 + 2, 4.0, 12 + 4, 3.0, 12, 3.0);
        Map<Integer, Double> fromMinor = Map.of(3, 10.0, 12 + 7, 6.0, 12 + 5, 6.0, 8, 4.0, 10, 3.0, 0, 4.0);
        for (Mode mode : Mode.values()) {
            int own = 12 * mode.ordinal();
            for (int key = 0; key < 24; key++) {
                double near = (mode == Mode.MAJOR ? fromMajor : fromMinor).getOrDefault(key, 0.5);
                tables.add("keys " + mode, 24, key, key == own ? 0 : near);
                tables.add("homes " + mode, 24, key, key == own ? 100 : near);
                tables.add("opening " + mode, 24, key, key == own ? 200 : near / 5);
                tables.add("closing " + mode, 24, key, key == own ? 200 : near / 10);
            }
            double[] profile = mode == Mode.MAJOR ? MAJOR_PROFILE : MINOR_PROFILE;
            for (int degree = 0; degree < 12; degree++) {
                tables.add("profile " + mode, 12, degree, 100 * profile[degree]);
            }
            // Notes are written near the tonic on the line of fifths: the seven of the scale most of all.
            int lowest = mode == Mode.MAJOR ? -1 : -4;
            for (int place = 0; place < 35; place++) {
                int away = Math.max(0, Math.max(lowest - (place - 15), place - 15 - (lowest + 6)));
                tables.add("written " + mode, 35, place, away == 0 ? 1000 : away < 4 ? 120 : away < 6 ? 20 : 1);
            }
        }
    }

    private void chords(Mode mode) {
        List<Common> common = mode == Mode.MAJOR ? MAJOR : MINOR;
        for (Common chord : common) {
            int number = chord.root() * ChordKinds.KINDS.size() + ChordKinds.of(chord.kind());
            tables.add("chords " + mode, ChordKinds.CHORDS, number, chord.amount());
            for (int from = 0; from < 12; from++) {
                int up = Math.floorMod(chord.root() - from, 12);
                // Roots fall by fifths, or rise by a step or a fourth; what repeats is no move.
                double move = up == 5 ? 4 : up == 2 || up == 1 ? 2 : up == 7 || up == 9 || up == 8 ? 1.5 : up == 0 ? 0.4 : 1;
                tables.add("moves " + mode + " " + from, ChordKinds.CHORDS, number, chord.amount() * move);
            }
        }
    }
}
