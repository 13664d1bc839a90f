package dev.cadenza.bench.harmony;

import dev.cadenza.bench.harmony.Labelled.Label;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.harmony.RomanNumeral;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads analyses in RomanText (Tymoczko, Gotham, Cuthbert and Ariza, 2019) and lays them on the bars of a score.
///
/// Left out: variants (`m3var1`), notes, pedals, what stands in brackets behind a numeral. A numeral that is not understood
/// is a label without chord.
final class RomanTextReader {

    private static final Pattern MEASURE = Pattern.compile("m(\\d+)([a-z]?)\\s+(.*)");
    private static final Pattern COPY = Pattern.compile("m(\\d+)(?:-(\\d+))?\\s*=\\s*m(\\d+)(?:-(\\d+))?.*");
    private static final Pattern BEAT = Pattern.compile("b(\\d+(?:\\.\\d+)?)");
    private static final Pattern KEY = Pattern.compile("([A-Ga-g])([#b]*):");

    private RomanTextReader() {
    }

    /// @param beat as it is written, from 1
    private record Event(int measure, double beat, String key, String numeral) {
    }

    /// The labels, with key and chord from each to the next.
    ///
    /// @param shift bars that the numbers are moved by: the first full bar is measure 1 at 0
    static List<Label> labels(List<String> lines, Score score, int shift) {
        BarMap bars = BarMap.of(score);
        long end = score.end();
        boolean upbeat = bars.length(0) < bars.meter(0).barTicks(score.resolution());
        List<Label> labels = new ArrayList<>();
        Key key = new Key(0, Mode.MAJOR);
        for (Event event : events(lines)) {
            long bar = event.measure - (upbeat ? 0 : 1) + shift;
            if (!event.key.isEmpty()) {
                key = Key.parse(event.key);
            }
            long count = bars.bars(end);
            if (bar < 0 || bar >= count || event.numeral.isEmpty()) {
                continue;
            }
            long start = Math.max(bars.start(bar), tick(event.beat, bars, bar, score.resolution(), bar == 0 && upbeat));
            if (!labels.isEmpty() && labels.getLast().start() >= start) {
                labels.removeLast();
            }
            if (!labels.isEmpty()) {
                Label last = labels.removeLast();
                labels.add(new Label(last.start(), start, last.key(), last.chord()));
            }
            labels.add(new Label(start, end, key, chord(event.numeral, key)));
        }
        return labels;
    }

    private static long tick(double beat, BarMap bars, long bar, int resolution, boolean upbeat) {
        Meter meter = bars.meter(bar);
        boolean compound = meter.denominator() >= 8 && meter.numerator() % 3 == 0 && meter.numerator() > 3;
        double quarters = 4.0 / meter.denominator() * (compound ? 3 : 1);
        long missing = upbeat ? meter.barTicks(resolution) - bars.length(bar) : 0;
        return bars.start(bar) + Math.round((beat - 1) * quarters * resolution) - missing;
    }

    private static Optional<Chord> chord(String numeral, Key key) {
        try {
            return Optional.of(RomanNumeral.parse(numeral.replaceAll("\\[.*?]", ""), key.mode()).chord(key));
        } catch (RequestException e) {
            return Optional.empty();
        }
    }

    private static List<Event> events(List<String> lines) {
        TreeMap<Integer, List<Event>> measures = new TreeMap<>();
        TreeMap<Integer, String> keyAfter = new TreeMap<>();
        String key = "";
        for (String line : lines) {
            Matcher copy = COPY.matcher(line.strip());
            Matcher measure = MEASURE.matcher(line.strip());
            if (copy.matches()) {
                int first = Integer.parseInt(copy.group(1));
                int from = Integer.parseInt(copy.group(3));
                int last = copy.group(2) == null ? first : Integer.parseInt(copy.group(2));
                for (int i = 0; i <= Math.min(last - first, 2000); i++) {
                    List<Event> same = new ArrayList<>();
                    for (Event event : measures.getOrDefault(from + i, List.of())) {
                        same.add(new Event(first + i, event.beat, event.key, event.numeral));
                    }
                    if (i == 0 && !same.isEmpty()) {
                        String there = keyAfter.getOrDefault(from, "");
                        same.addFirst(new Event(first, 1, there, ""));
                    }
                    measures.putIfAbsent(first + i, same);
                }
            } else if (measure.matches() && measure.group(2).isEmpty()) {
                int number = Integer.parseInt(measure.group(1));
                keyAfter.put(number, key);
                List<Event> events = new ArrayList<>();
                key = words(measure.group(3), number, key, events);
                measures.putIfAbsent(number, events);
            }
        }
        return measures.values().stream().flatMap(List::stream).toList();
    }

    private static String words(String text, int measure, String keyBefore, List<Event> events) {
        String key = keyBefore;
        String said = "";
        double beat = 1;
        for (String word : text.strip().split("\\s+")) {
            Matcher isBeat = BEAT.matcher(word);
            Matcher isKey = KEY.matcher(word);
            if (isBeat.matches()) {
                beat = Double.parseDouble(isBeat.group(1));
            } else if (isKey.matches()) {
                said = isKey.group(1) + isKey.group(2);
                key = said;
            } else if (!word.contains("|") && !word.isEmpty()) {
                events.add(new Event(measure, beat, said, word));
                said = "";
            }
        }
        if (!said.isEmpty()) {
            events.add(new Event(measure, beat, said, ""));
        }
        return key;
    }
}
