package dev.cadenza.corpus.exchange;

import dev.cadenza.corpus.exchange.JsonIn.Row;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Part;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Reads the fields of a score from JSON.
final class ScoreReading {

    /// Entries of all lists together.
    static final int MAX_ITEMS = 4_000_000;

    static final int MAX_PARTS = 10_000;

    private final JsonIn in;
    private int resolution;
    private String title = "";
    private String composer = "";
    private String copyright = "";
    private final List<Tempo> tempos = new ArrayList<>();
    private final List<Meter> meters = new ArrayList<>();
    private final List<KeySignature> keys = new ArrayList<>();
    private final List<ChordSymbol> chords = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private final List<RepeatSign> repeats = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    ScoreReading(JsonIn in) {
        this.in = in;
    }

    Score score() {
        Map<String, Runnable> fields = new HashMap<>();
        fields.put("format", () -> in.constant(JsonScore.FORMAT));
        fields.put("version", () -> in.version(JsonScore.VERSION));
        fields.put("resolution", () -> resolution = in.number(1, 32767));
        fields.put("title", () -> title = in.text());
        fields.put("composer", () -> composer = in.text());
        fields.put("copyright", () -> copyright = in.text());
        fields.put("tempos", rows(in, tempos, Set.of("tick", "microsPerQuarter"), Set.of(),
                row -> new Tempo(tick(row), row.number("microsPerQuarter", 1, Tempo.MAX_MICROS))));
        fields.put("meters", rows(in, meters, Set.of("tick", "numerator", "denominator"), Set.of(),
                row -> new Meter(tick(row), row.number("numerator", 1, 255), row.number("denominator", 1, 128))));
        fields.put("keys", rows(in, keys, Set.of("tick", "fifths", "mode"), Set.of(),
                row -> new KeySignature(tick(row), row.number("fifths", -7, 7), row.choice("mode", Mode.class))));
        fields.put("chords", texts(chords, ChordSymbol::new));
        fields.put("markers", texts(markers, Marker::new));
        fields.put("repeats", rows(in, repeats, Set.of("tick", "kind"), Set.of("passes"), row -> new RepeatSign(tick(row),
                row.choice("kind", RepeatSign.Kind.class), row.has("passes") ? row.numbers("passes") : List.of())));
        fields.put("parts", () -> in.list(() -> {
            if (parts.size() == MAX_PARTS) {
                throw in.refused("TOO_LARGE", "there are more than " + MAX_PARTS + " parts.");
            }
            parts.add(new PartReading(in).part());
        }));
        in.object(fields, Set.of("format", "version", "resolution", "parts"));
        return new Score(resolution, ordered(tempos, Tempo::tick), ordered(meters, Meter::tick), ordered(keys, KeySignature::tick),
                ordered(chords, ChordSymbol::tick), ordered(markers, Marker::tick), parts, new Metadata(title, composer, copyright),
                ordered(repeats, RepeatSign::tick));
    }

    private <T> Runnable texts(List<T> all, BiFunction<Long, String, T> make) {
        return rows(in, all, Set.of("tick", "text"), Set.of(), row -> make.apply(tick(row), row.text("text")));
    }

    /// Reads a list of objects.
    static <T> Runnable rows(JsonIn in, List<T> all, Set<String> needed, Set<String> others, Function<Row, T> make) {
        return () -> in.list(() -> in.row(needed, others, row -> all.add(make.apply(row))));
    }

    static long tick(Row row) {
        return row.number("tick", 0, JsonIn.LARGEST);
    }

    /// What stands at one tick keeps its order.
    static <T> List<T> ordered(List<T> all, ToLongFunction<T> tick) {
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingLong(tick));
        return sorted;
    }
}
