package dev.cadenza.score.musicxml;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Place;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.musicxml.WrittenPart.StatedKey;
import dev.cadenza.score.theory.KeyFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Makes a score of what is written: one time for all parts, in ticks.
final class ScoreAssembly {

    private static final List<Kind> ORDER = List.of(Kind.TO_CODA, Kind.ENDING_END, Kind.END, Kind.FINE, Kind.DA_CAPO, Kind.DAL_SEGNO,
            Kind.SEGNO, Kind.CODA, Kind.START, Kind.ENDING);

    private final List<WrittenPart> written;
    private final Findings findings;
    private final BarTimes times;

    /// @param written the parts, with equally many bars
    ScoreAssembly(String source, List<WrittenPart> written, Findings findings) {
        this.written = written;
        this.findings = findings;
        times = new BarTimes(source, written, Resolution.of(written));
        if (times.metersDiffer()) {
            findings.add(Finding.METERS_DIFFER, new Place.Nowhere());
        }
    }

    Score score(Metadata metadata) {
        List<Part> parts = new ArrayList<>();
        PartAssembly assembly = new PartAssembly(times, findings);
        written.forEach(part -> parts.addAll(assembly.parts(part)));
        return new Score(times.resolution(), tempos(), BarMeters.of(times), keys(parts), signs(part -> part.chords, ChordSymbol::new),
                signs(part -> part.markers, Marker::new), parts, metadata,
                repeats());
    }

    /// Signs that several parts share are taken once, from the first that has one at that tick.
    private <T, S> List<S> signs(Function<WrittenPart, List<Moment.At<T>>> signs, BiFunction<Long, T, S> sign) {
        SortedMap<Long, T> first = new TreeMap<>();
        for (WrittenPart part : written) {
            for (Moment.At<T> at : signs.apply(part)) {
                first.putIfAbsent(times.tick(part, at.moment()), at.what());
            }
        }
        return first.entrySet().stream().map(at -> sign.apply(at.getKey(), at.getValue())).toList();
    }

    /// Parts repeat the signs of the first; at one bar line, what ends stands before what begins.
    private List<RepeatSign> repeats() {
        Set<RepeatSign> signs = new LinkedHashSet<>();
        Set<Map.Entry<Long, Kind>> taken = new HashSet<>();
        for (WrittenPart part : written) {
            for (WrittenRepeat sign : part.repeats) {
                long tick = sign.quarters() == 0 ? times.start(sign.bar())
                        : times.tick(part, new Moment(sign.bar(), sign.quarters()));
                if (taken.add(Map.entry(tick, sign.kind()))) {
                    signs.add(new RepeatSign(tick, sign.kind(), sign.passes()));
                }
            }
        }
        return signs.stream().sorted(Comparator.comparingLong(RepeatSign::tick)
                .thenComparingInt(sign -> ORDER.indexOf(sign.kind()))).toList();
    }

    private List<Tempo> tempos() {
        List<Tempo> tempos = new ArrayList<>();
        for (Tempo tempo : signs(part -> part.tempos, (tick, at) -> new Tempo(tick, at.microsPerQuarter()))) {
            if (tempos.isEmpty() || tempos.getLast().microsPerQuarter() != tempo.microsPerQuarter()) {
                tempos.add(tempo);
            }
        }
        return tempos;
    }

    /// The keys of the first part that has any. Where a file does not state the mode, the notes decide, up to the next key.
    private List<KeySignature> keys(List<Part> parts) {
        TreeMap<Long, StatedKey> stated = new TreeMap<>();
        written.stream().filter(part -> !part.keys.isEmpty()).findFirst()
                .ifPresent(part -> part.keys.forEach(key -> stated.put(times.tick(part, key.moment()), key.what())));
        Map<Long, double[]> heard = new TreeMap<>();
        for (Part part : parts) {
            if (!part.instrument().drums()) {
                for (Note note : part.notes()) {
                    Long from = stated.floorKey(note.onset());
                    if (from != null) {
                        heard.computeIfAbsent(from, _ -> new double[12])[note.pitch().pitchClass()] += note.duration();
                    }
                }
            }
        }
        List<KeySignature> keys = new ArrayList<>();
        stated.forEach((tick, key) -> keys.add(new KeySignature(tick, key.fifths(), switch (key.mode()) {
            case "major" -> Mode.MAJOR;
            case "minor" -> Mode.MINOR;
            default -> KeyFinder.likelierMode(heard.getOrDefault(tick, new double[12]), key.fifths());
        })));
        keys.sort(Comparator.comparingLong(KeySignature::tick));
        return keys;
    }
}
