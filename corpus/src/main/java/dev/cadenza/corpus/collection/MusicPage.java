package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.page.Chart;
import dev.cadenza.corpus.page.Chart.Bar;
import dev.cadenza.corpus.page.Page;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The part of a [CorpusPage] that speaks of the music.
final class MusicPage {

    /// Keys upwards by fifths, as musicians set them round a circle.
    private static final List<String> MAJOR = List.of("Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#");
    private static final List<String> MINOR = List.of("Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#");

    private final Page page;
    private final MusicTally music;
    private final Tally tally;

    MusicPage(Page page, MusicTally music, Tally tally) {
        this.page = page;
        this.music = music;
        this.tally = tally;
    }

    void write() {
        page.heading("What the music is like");
        page.paragraph(String.format(Locale.ROOT, "The middle half of the pieces last %s, at %s quarter notes a minute, with %s notes a second.",
                between(Words.duration(music.seconds(0.25)), Words.duration(music.seconds(0.75))),
                between(Integer.toString(music.tempo(0.25)), Integer.toString(music.tempo(0.75))),
                between(String.format(Locale.ROOT, "%.1f", music.density(0.25)), String.format(Locale.ROOT, "%.1f", music.density(0.75)))));
        keys();
        page.chart(new Chart.Rows("Metres, the first of each piece", bars(tally.metres())));
        page.chart(columns("Lengths", tally.lengths()));
        page.chart(columns("Tempos, the slowest of each piece, in quarter notes a minute", tally.tempos()));
        page.chart(new Chart.Rows("Instruments, by the pieces they play in", bars(tally.instruments())));
        range();
        page.chart(counts("Notes at once, at most", music.polyphony()));
        page.chart(counts("Parts", music.parts()));
    }

    private static String between(String low, String high) {
        return low.equals(high) ? low : low + " to " + high;
    }

    private void keys() {
        int stated = tally.keysStated();
        page.paragraph(String.format(Locale.ROOT, "%,d pieces state their key; that of %,d was found from their notes.", stated, tally.kept() - stated));
        page.chart(new Chart.Columns("Major keys, from flats to sharps", keys(MAJOR, " major"), 1));
        page.chart(new Chart.Columns("Minor keys, from flats to sharps", keys(MINOR, " minor"), 1));
    }

    private List<Bar> keys(List<String> tonics, String mode) {
        return tonics.stream().map(tonic -> Bar.of(tonic, tally.key(tonic + mode))).toList();
    }

    private static List<Bar> bars(List<Histogram.Bar> bars) {
        return bars.stream().map(bar -> Bar.of(bar.name(), bar.count())).toList();
    }

    private static Chart columns(String title, List<Histogram.Bar> bars) {
        return new Chart.Columns(title, bars(bars), 1);
    }

    private static Chart counts(String title, int[] counts) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 1; i < counts.length; i++) {
            bars.add(Bar.of(i == counts.length - 1 ? i + "+" : Integer.toString(i), counts[i]));
        }
        return new Chart.Columns(title, bars, 1);
    }

    /// Pitches from the lowest C that is needed; every C is named.
    private void range() {
        int[] reached = music.reached();
        if (tally.range().isEmpty()) {
            return;
        }
        int from = tally.range().getFirst() / 12 * 12;
        int to = Math.min(127, (tally.range().getLast() / 12 + 1) * 12);
        List<Bar> bars = new ArrayList<>();
        for (int pitch = from; pitch <= to; pitch++) {
            bars.add(Bar.of(Pitch.of(pitch).toString(), reached[pitch]));
        }
        page.chart(new Chart.Columns("Pitches, by the pieces whose range holds them (C4 is middle C)", bars, 12));
    }
}
