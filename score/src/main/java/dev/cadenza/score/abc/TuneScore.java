package dev.cadenza.score.abc;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Part;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.form.Joining;
import dev.cadenza.score.form.Stretch;
import dev.cadenza.score.theory.WrittenBars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Puts the voices of a tune together. Key, metre, bar lines and repeats are those of the first.
final class TuneScore {

    private static final int MOST_MEASURES = 20_000;
    private static final int MOST_SOUNDS = 200_000;

    private final TuneLog log;
    private final AbcHeader header;
    private final List<Measure> measures;
    private final List<VoiceScore> voices = new ArrayList<>();

    private TuneScore(List<Measure> measures, AbcHeader header, TuneLog log) {
        this.measures = measures;
        this.header = header;
        this.log = log;
    }

    /// @param order of the parts, empty where none is stated
    /// @throws dev.cadenza.score.CadenzaException.InputException where there is no note, or too many
    static Score of(List<Voice> voices, String order, AbcHeader header, TuneLog log) {
        TuneScore score = new TuneScore(voices.getFirst().draft.finished(), header, log);
        return score.arranged(score.written(voices), order);
    }

    private Score written(List<Voice> read) {
        if (measures.size() > MOST_MEASURES || read.stream().mapToLong(voice -> voice.music.sounds()).sum() > MOST_SOUNDS) {
            throw tooLong();
        }
        List<Part> parts = new ArrayList<>();
        for (Voice voice : read) {
            VoiceScore laid = new VoiceScore(voices.isEmpty() ? measures : voice.draft.finished(), log);
            voices.add(laid);
            String name = voice.name.isEmpty() && read.size() > 1 ? voice.id : voice.name;
            parts.add(laid.part(name, voice));
        }
        if (voices.stream().allMatch(VoiceScore::isSilent)) {
            throw log.refused(header.line(), "NO_NOTES", "the tune has no notes.", "Leave it out.");
        }
        VoiceScore first = voices.getFirst();
        if (voices.stream().anyMatch(voice -> end(voice) != end(first))) {
            log.note(AbcFault.UNEVEN_VOICES, header.line());
        }
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).labelled()) {
                markers.add(new Marker(first.ticks[i], measures.get(i).label));
            }
        }
        List<RepeatSign> signs = Repeats.signs(measures, first.ticks);
        return new Score(Time.RESOLUTION, merged(voices.stream().map(voice -> voice.tempos).toList(), Tempo::tick),
                WrittenBars.meters(bars(first), Time.RESOLUTION), first.keys,
                merged(voices.stream().map(voice -> voice.chords).toList(), ChordSymbol::tick), markers, parts,
                new Metadata(header.title(), header.composer(), ""), signs);
    }

    private static long end(VoiceScore voice) {
        return voice.ticks[voice.ticks.length - 1];
    }

    /// What several voices state, once a tick; the first voice that states something counts.
    private static <T> List<T> merged(List<List<T>> lists, ToLongFunction<T> tick) {
        List<T> all = new ArrayList<>();
        lists.forEach(all::addAll);
        all.sort(Comparator.comparingLong(tick));
        List<T> merged = new ArrayList<>();
        for (T one : all) {
            if (merged.isEmpty() || tick.applyAsLong(merged.getLast()) != tick.applyAsLong(one)) {
                merged.add(one);
            }
        }
        return merged;
    }

    private Score arranged(Score score, String order) {
        if (order.isEmpty()) {
            return score;
        }
        Optional<List<Stretch>> parts = PartOrder.arranged(order, measures, voices.getFirst().ticks);
        if (parts.isEmpty()) {
            log.note(AbcFault.PART_ORDER, header.line());
            return score;
        }
        try {
            return Joining.of(score, parts.get(), true);
        } catch (RequestException e) {
            throw tooLong();
        }
    }

    private RuntimeException tooLong() {
        return log.refused(header.line(), "TOO_LONG", "the tune is too long.",
                "At most 20,000 bars, 200,000 notes and 100,000 whole notes can be read.");
    }

    private List<WrittenBars.Bar> bars(VoiceScore first) {
        List<WrittenBars.Bar> bars = new ArrayList<>();
        List<Measure> begun = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            if (measure.context.meter().isEmpty()) {
                continue;
            }
            long tick = first.ticks[i];
            long length = first.ticks[i + 1] - tick;
            if (measure.continues && !bars.isEmpty() && bars.getLast().meter().equals(measure.context.meter().get())) {
                WrittenBars.Bar start = bars.removeLast();
                bars.add(new WrittenBars.Bar(start.start(), start.length() + length, start.meter()));
            } else {
                bars.add(new WrittenBars.Bar(tick, length, measure.context.meter().get()));
                begun.add(measure);
            }
        }
        reportUnevenBars(bars, begun);
        return bars;
    }

    /// A bar within the music that is no full one, nor one side of a repeat sign or a double bar.
    private void reportUnevenBars(List<WrittenBars.Bar> bars, List<Measure> begun) {
        for (int i = 1; i < bars.size() - 1; i++) {
            long length = bars.get(i).length();
            long full = bars.get(i).meter().barTicks(Time.RESOLUTION);
            boolean side = length < full && (begun.get(i).closes || begun.get(i - 1).closes || begun.get(i).opensRepeat);
            if (length != full && !side && length + bars.get(i - 1).length() != full && length + bars.get(i + 1).length() != full) {
                log.note(AbcFault.BAR_LENGTH, begun.get(i).line);
            }
        }
    }
}
