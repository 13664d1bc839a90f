package dev.cadenza.score.abc;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Tempo;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields that hold numbers: metre, unit length, tempo.
final class Numbers {

    private static final Pattern METER = Pattern.compile("\\(?\\s*(\\d{1,3}(?:\\s*\\+\\s*\\d{1,3}){0,9})\\s*\\)?\\s*/\\s*(\\d{1,3})");
    private static final Pattern UNIT = Pattern.compile("(\\d{1,3})(?:\\s*/\\s*(\\d{1,3}))?");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,3})\\s*/\\s*(\\d{1,3})");
    private static final Pattern SPEED = Pattern.compile("\\d{1,4}(?:\\.\\d{1,4})?");
    private static final double SLOWEST = 4;
    private static final double FASTEST = 2_000;

    private Numbers() {
    }

    /// Reads `M:`; empty for free metre.
    static Optional<Meter> meter(String field, TuneLog log, int line) {
        String text = field.strip();
        if (text.isEmpty() || text.equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        if (text.startsWith("C|") || text.startsWith("c|")) {
            return Optional.of(new Meter(0, 2, 2));
        }
        if (text.equalsIgnoreCase("C")) {
            return Optional.of(Meter.common());
        }
        Matcher matcher = METER.matcher(text);
        if (matcher.lookingAt()) {
            int beats = 0;
            for (String group : matcher.group(1).split("\\+")) {
                beats += Integer.parseInt(group.strip());
            }
            int beat = Integer.parseInt(matcher.group(2));
            if (beats >= 1 && beats <= 255 && beat >= 1 && beat <= 128 && Integer.bitCount(beat) == 1) {
                return Optional.of(new Meter(0, beats, beat));
            }
        }
        log.note(AbcFault.METER, line);
        return Optional.empty();
    }

    /// The unit length where none is stated: a sixteenth in metres that are shorter than three quarters, else an eighth.
    static long usualUnit(Optional<Meter> meter) {
        boolean small = meter.isPresent() && 4 * meter.get().numerator() < 3 * meter.get().denominator();
        return Time.of(1, small ? 16 : 8);
    }

    /// Reads `L:`, in atoms.
    static OptionalLong unit(String field, TuneLog log, int line) {
        Matcher matcher = UNIT.matcher(field.strip());
        if (matcher.lookingAt()) {
            int times = Integer.parseInt(matcher.group(1));
            int part = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            if (times >= 1 && times <= 4 * part && part <= 512 * times) {
                return OptionalLong.of(Time.of(times, part));
            }
        }
        log.note(AbcFault.UNIT, line);
        return OptionalLong.empty();
    }

    /// Reads `Q:`: `1/4=120`, `1/4 1/8=60`, `"Slow" 1/4=60`; a number alone counts unit lengths, as it did in earlier versions.
    /// A word without a number states nothing.
    static Optional<Tempo> tempo(String field, long unit, TuneLog log, int line) {
        String text = field.replaceAll("\"[^\"]*\"?", " ").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int equals = text.indexOf('=');
        Matcher speed = SPEED.matcher(text.substring(equals + 1).strip());
        double beat = equals < 0 ? unit : 0;
        Matcher fraction = FRACTION.matcher(equals < 0 ? "" : text.substring(0, equals));
        while (fraction.find()) {
            int part = Integer.parseInt(fraction.group(2));
            beat += part == 0 ? 0 : Time.of(Integer.parseInt(fraction.group(1)), part);
        }
        if (equals > 0 && text.startsWith("C")) {
            beat = unit;
        }
        if (speed.lookingAt() && beat > 0) {
            double quarters = Double.parseDouble(speed.group()) * beat / Time.QUARTER;
            if (quarters >= SLOWEST && quarters <= FASTEST) {
                return Optional.of(Tempo.ofBpm(0, quarters));
            }
        }
        log.note(AbcFault.TEMPO, line);
        return Optional.empty();
    }
}
