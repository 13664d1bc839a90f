package dev.cadenza.score.harmony;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordReading;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chords bar by bar, as one writes them: `C | F G | Am`, or `I IV V7 I in G`.
///
/// Without strokes each chord fills a bar. The chords of a bar share it equally, on whole beats, the earlier ones a beat
/// longer where that does not come out even. `-` or `.` in place of a chord holds the one before: `C - - G` is three beats and
/// one. `%` alone in a bar repeats the bar before. `N.C.` is a rest from chords.
///
/// @param key it is in: the one that was said, or the one given
/// @param bars their chords, in order
public record ChordProgression(Key key, List<Bar> bars) {

    private static final int LONGEST = 20_000;
    private static final Pattern KEY = Pattern.compile("(.*)\\sin\\s+([^|]+)", Pattern.DOTALL);
    private static final Pattern HOLD = Pattern.compile("[-.]");

    public ChordProgression {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("a progression has a bar or more");
        }
    }

    /// The chords of a bar, which share it by their weights.
    public record Bar(List<Entry> entries) {

        public Bar {
            entries = List.copyOf(entries);
            if (entries.isEmpty()) {
                throw new IllegalArgumentException("a bar has an entry or more");
            }
        }
    }

    /// A chord within its bar.
    ///
    /// @param chord empty where none sounds
    /// @param share places it fills in its bar, 1 or more
    public record Entry(Optional<Chord> chord, int share) {

        public Entry {
            if (share < 1) {
                throw new IllegalArgumentException("a chord fills a place or more, not " + share);
            }
        }
    }

    /// A chord and where it lies.
    ///
    /// @param bar from 0
    /// @param beat at which it begins, in beats from the start of the bar
    /// @param beats how long it lasts; more than 0
    /// @param chord empty where none sounds
    public record Timed(int bar, double beat, double beats, Optional<Chord> chord) {
    }

    /// Reads a progression of chord symbols or Roman numerals, or both.
    ///
    /// @param key in which numerals are read, unless the text ends in `in KEY`
    /// @throws RequestException where a word is neither a chord nor a numeral, naming word and bar
    public static ChordProgression parse(String text, Key key) {
        if (text.length() > LONGEST) {
            throw new RequestException("chords", "PROGRESSION_TOO_LONG", "the progression is longer than " + LONGEST + " characters.",
                    "Say it in fewer bars.");
        }
        Matcher matcher = KEY.matcher(text.strip());
        boolean said = matcher.matches();
        Key here = said ? Key.parse(matcher.group(2)) : key;
        String chords = (said ? matcher.group(1) : text).strip();
        List<Bar> bars = new ArrayList<>();
        for (String words : bars(chords)) {
            bars.add(bar(words, bars, here));
        }
        if (bars.isEmpty()) {
            throw new RequestException("chords", "PROGRESSION_EMPTY", "there is no chord in it.", "Write chords like C | F G | Am.");
        }
        return new ChordProgression(here, bars);
    }

    /// The text of each bar.
    private static List<String> bars(String chords) {
        String separator = chords.indexOf('|') >= 0 ? "\\|+" : "\\s+";
        return Arrays.stream(chords.split(separator)).map(String::strip).filter(bar -> !bar.isEmpty()).toList();
    }

    private static Bar bar(String words, List<Bar> before, Key key) {
        if (words.equals("%")) {
            return before.isEmpty() ? refuse(words, 1) : before.getLast();
        }
        List<Entry> entries = new ArrayList<>();
        for (String word : words.split("\\s+")) {
            if (!HOLD.matcher(word).matches()) {
                entries.add(new Entry(chord(word, key, before.size() + 1), 1));
            } else if (!entries.isEmpty()) {
                Entry held = entries.removeLast();
                entries.add(new Entry(held.chord(), held.share() + 1));
            } else if (!before.isEmpty()) {
                entries.add(new Entry(before.getLast().entries().getLast().chord(), 1));
            } else {
                return refuse(word, 1);
            }
        }
        return new Bar(entries);
    }

    private static Optional<Chord> chord(String word, Key key, int bar) {
        return switch (Chord.parse(word)) {
            case ChordReading.Understood understood -> Optional.of(understood.chord());
            case ChordReading.NoChord _ -> Optional.empty();
            case ChordReading.Unknown _ -> {
                try {
                    yield Optional.of(RomanNumeral.parse(word, key.mode()).chord(key));
                } catch (RequestException e) {
                    yield refuse(word, bar);
                }
            }
        };
    }

    private static <T> T refuse(String word, int bar) {
        throw new RequestException("chords", "CHORD_UNKNOWN", "'" + word + "' in bar " + bar + " is no chord.",
                "Write chords like C, Am7, F#m7b5 or C/E, or numerals like V7 and ii6, with | between bars.");
    }

    /// The chords with their beats, in bars of that many beats. Where a bar has more entries than beats, or their shares do not
    /// come out even, chords begin between beats.
    ///
    /// @param beatsPerBar 1 or more
    public List<Timed> timed(int beatsPerBar) {
        List<Timed> timed = new ArrayList<>();
        for (int bar = 0; bar < bars.size(); bar++) {
            List<Entry> entries = bars.get(bar).entries();
            int places = entries.stream().mapToInt(Entry::share).sum();
            int from = 0;
            for (Entry entry : entries) {
                double start = beat(from, places, beatsPerBar);
                double end = beat(from + entry.share(), places, beatsPerBar);
                timed.add(new Timed(bar, start, end - start, entry.chord()));
                from += entry.share();
            }
        }
        return timed;
    }

    /// Where a place begins: on a whole beat where there are no more places than beats, the earlier places being the longer ones.
    private static double beat(int place, int places, int beats) {
        return places <= beats ? Math.ceilDiv(place * beats, places) : (double) place * beats / places;
    }

    /// Chord symbols with strokes between bars; [#parse] reads it as equal bars.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Bar bar : bars) {
            text.append(text.isEmpty() ? "" : " | ");
            List<String> words = new ArrayList<>();
            for (Entry entry : bar.entries()) {
                words.add(entry.chord().map(Chord::text).orElse("N.C."));
                words.addAll(Collections.nCopies(entry.share() - 1, "-"));
            }
            text.append(String.join(" ", words));
        }
        return text.append(bars.size() == 1 ? " |" : "").toString();
    }
}
