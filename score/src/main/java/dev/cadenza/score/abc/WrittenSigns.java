package dev.cadenza.score.abc;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Mode;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.notation.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a score says of all its parts, by the unit at which it is written.
final class WrittenSigns {

    private static final String TONICS = "FCGDAEB";

    private final Score score;
    private final Page page;
    private final NavigableMap<Long, KeySignature> keys = new TreeMap<>();
    private final NavigableMap<Long, Tempo> tempos = new TreeMap<>();
    private final Map<Long, String> chords = new TreeMap<>();
    private final Map<Long, List<String>> marks = new TreeMap<>();
    private final NavigableMap<Long, List<RepeatSign>> repeats = new TreeMap<>();

    WrittenSigns(Page page) {
        this.score = page.score();
        this.page = page;
        score.keys().forEach(key -> keys.put(page.unit(key.tick()), key));
        score.tempos().forEach(tempo -> tempos.put(page.unit(tempo.tick()), tempo));
        for (ChordSymbol chord : score.chords()) {
            chords.put(page.unit(chord.tick()), chord.text().isBlank() ? Above.NO_CHORD : plain(chord.text()));
        }
        for (Marker marker : score.markers()) {
            String text = plain(marker.text());
            if (!text.isEmpty() && Directions.of(text).isEmpty()) {
                marks.computeIfAbsent(page.unit(marker.tick()), unit -> new ArrayList<>()).add(text);
            }
        }
        repeats();
    }

    /// The signs, with a start for every section that is repeated from further on than the beginning without one.
    private void repeats() {
        long section = 0;
        boolean stated = false;
        List<RepeatSign> signs = new ArrayList<>(score.repeats());
        Set<Long> furtherEndings = score.repeats().stream().filter(sign -> sign.kind() == Kind.ENDING && !sign.passes().contains(1))
                .map(RepeatSign::tick).collect(Collectors.toSet());
        for (RepeatSign sign : score.repeats()) {
            switch (sign.kind()) {
                case START -> {
                    section = sign.tick();
                    stated = true;
                }
                case END -> {
                    if (!stated && section < sign.tick()) {
                        signs.add(RepeatSign.of(section, Kind.START));
                    }
                    // The endings that follow belong to the same section.
                    section = sign.tick();
                    stated = furtherEndings.contains(sign.tick());
                }
                case ENDING, ENDING_END, SEGNO, CODA, TO_CODA, FINE, DA_CAPO, DAL_SEGNO -> {
                    // They begin no section.
                }
            }
        }
        for (RepeatSign sign : signs) {
            repeats.computeIfAbsent(page.unit(sign.tick()), unit -> new ArrayList<>()).add(sign);
        }
    }

    /// What a field or a quotation can hold.
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}%\\\\]+", " ").replace('"', '\'').strip();
    }

    void header(StringBuilder text) {
        text.append("X:1\n");
        text.append("T:").append(plain(score.metadata().title())).append('\n');
        if (!score.metadata().composer().isBlank()) {
            text.append("C:").append(plain(score.metadata().composer())).append('\n');
        }
        text.append("M:").append(page.bars().getFirst().meter()).append("\nL:1/8\n");
        Tempo tempo = tempos.getOrDefault(0L, Tempo.ofBpm(0, 120));
        text.append("Q:").append(tempo(tempo)).append('\n');
    }

    static String tempo(Tempo tempo) {
        return "1/4=" + BigDecimal.valueOf(tempo.bpm()).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /// The key at a unit, as `K:` has it.
    String key(long unit) {
        Map.Entry<Long, KeySignature> key = keys.floorEntry(unit);
        return key == null ? "C" : name(key.getValue());
    }

    int fifths(long unit) {
        Map.Entry<Long, KeySignature> key = keys.floorEntry(unit);
        return key == null ? 0 : key.getValue().fifths();
    }

    private static String name(KeySignature key) {
        int place = key.fifths() + 1 + (key.mode() == Mode.MINOR ? 3 : 0);
        int alter = Math.floorDiv(place, 7);
        String accidental = alter < 0 ? "b".repeat(-alter) : "#".repeat(alter);
        return TONICS.charAt(Math.floorMod(place, 7)) + accidental + (key.mode() == Mode.MINOR ? "m" : "");
    }

    /// Fields that change what holds, at a unit behind the beginning.
    String changes(long unit, boolean first) {
        StringBuilder text = new StringBuilder();
        if (unit > 0 && keys.containsKey(unit)) {
            text.append("[K:").append(name(keys.get(unit))).append(']');
        }
        if (unit > 0 && first && tempos.containsKey(unit)) {
            text.append("[Q:").append(tempo(tempos.get(unit))).append(']');
        }
        if (first && repeats.isEmpty()) {
            marks.getOrDefault(unit, List.of()).forEach(mark -> text.append("[P:").append(mark.replace(']', ')')).append(']'));
        }
        return text.toString();
    }

    /// The chord symbol above a unit, and marks, where these cannot be names of parts.
    String above(long unit) {
        StringBuilder text = new StringBuilder();
        if (chords.containsKey(unit)) {
            text.append('"').append(chords.get(unit)).append('"');
        }
        if (!repeats.isEmpty()) {
            // The name of a part would say where repeats begin.
            marks.getOrDefault(unit, List.of()).forEach(mark -> text.append("\"^").append(mark).append('"'));
        }
        return text.toString();
    }

    /// Units at which something stands above the first voice.
    Set<Long> above() {
        Set<Long> units = new TreeSet<>(chords.keySet());
        units.addAll(marks.keySet());
        return units;
    }

    /// Units at which a field or a bar line stands, be it within a bar.
    ///
    /// @param first whether the part is the first, which states tempos and marks
    Set<Long> segments(boolean first) {
        Set<Long> units = new TreeSet<>(keys.keySet());
        units.addAll(repeats.keySet());
        if (first) {
            units.addAll(tempos.keySet());
            units.addAll(repeats.isEmpty() ? marks.keySet() : Set.of());
        }
        return units;
    }

    /// The last unit at which a sign of repetition stands.
    long lastRepeat() {
        return repeats.isEmpty() ? 0 : repeats.lastKey();
    }

    boolean hasRepeat(long unit) {
        return repeats.containsKey(unit);
    }

    /// Words about where the music goes, before a bar line.
    String leaving(long unit) {
        return repeats.getOrDefault(unit, List.of()).stream().map(sign -> switch (sign.kind()) {
            case TO_CODA -> "!dacoda!";
            case FINE -> "!fine!";
            case DA_CAPO -> "!D.C.!";
            case DAL_SEGNO -> "!D.S.!";
            case START, END, ENDING, ENDING_END, SEGNO, CODA -> "";
        }).collect(Collectors.joining());
    }

    /// The bar line at a unit, with what begins behind it.
    String barLine(long unit, boolean beginning, boolean last) {
        List<RepeatSign> signs = repeats.getOrDefault(unit, List.of());
        int times = signs.stream().filter(sign -> sign.kind() == Kind.END).mapToInt(sign -> sign.passes().getFirst()).max().orElse(1);
        boolean starts = has(signs, Kind.START);
        boolean heavy = has(signs, Kind.ENDING_END);
        StringBuilder line = new StringBuilder();
        if (beginning) {
            line.append(starts ? "|:" : "");
        } else if (times > 1) {
            String end = ":".repeat(Math.min(times - 1, 15));
            line.append(starts ? times == 2 ? "::" : end + "||:" : end + (last ? "|]" : "|"));
        } else {
            line.append(starts ? "|:" : last ? "|]" : heavy ? "||" : "|");
        }
        signs.stream().filter(sign -> sign.kind() == Kind.ENDING && !last).findFirst().ifPresent(sign -> line.append(" [")
                .append(sign.passes().stream().map(String::valueOf).collect(Collectors.joining(","))));
        line.append(has(signs, Kind.SEGNO) && !last ? " !segno!" : "").append(has(signs, Kind.CODA) && !last ? " !coda!" : "");
        return line.toString();
    }

    private static boolean has(List<RepeatSign> signs, Kind kind) {
        return signs.stream().anyMatch(sign -> sign.kind() == kind);
    }
}
