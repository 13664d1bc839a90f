package dev.cadenza.bench.originality;

import dev.cadenza.bench.originality.HumanMusic.Song;
import dev.cadenza.evaluate.originality.Band;
import dev.cadenza.evaluate.originality.HeldOut;
import dev.cadenza.evaluate.originality.Match;
import dev.cadenza.evaluate.originality.Originality;
import dev.cadenza.evaluate.originality.PassageIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// How often human music that is not in an index is said to repeat it, how many planted passages are found, how large indexes are
/// and how long a look takes.
///
/// `FalseAlarms DATA LIEDER`: the folder with the data sets, and a stored corpus of the CC0 songs. Held-out pieces are divided in
/// two; each half is judged by the band of the other.
public final class FalseAlarms {

    private static final int MOST_HELD_OUT = 150;
    private static final int PLANTED = 200;
    private static final int LEAST_NOTES = 5;
    private static final int SHOWN = 8;
    private static final List<Integer> BARS = List.of(1, 2, 4);

    private FalseAlarms() {
    }

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        measure(HumanMusic.learnt("chorales", data.resolve("jsb-and-poly/JSB-Chorales-dataset/Jsb16thSeparated.json"), "satb-grid", 1, 0.2));
        measure(HumanMusic.learnt("songs, melody", Path.of(args[1]), "melody", 1, 0.2).atMost(MOST_HELD_OUT));
        measure(HumanMusic.written("Nottingham", "nottingham", data.resolve("nottingham")).atMost(MOST_HELD_OUT));
        measure(HumanMusic.written("POP909", "pop909", data.resolve("pop909/POP909")).atMost(MOST_HELD_OUT));
    }

    private static void measure(HumanMusic music) throws IOException {
        PassageIndex.Builder builder = PassageIndex.builder();
        music.indexed().forEach(song -> builder.add(song.id(), song.score()));
        PassageIndex bare = builder.build();
        List<Song> even = half(music.heldOut(), 0);
        List<Song> odd = half(music.heldOut(), 1);
        PassageIndex byOdd = bare.withBand(band(bare, odd));
        PassageIndex byEven = bare.withBand(band(bare, even));
        List<Alarm> alarms = new ArrayList<>(alarms(byOdd, even));
        alarms.addAll(alarms(byEven, odd));
        Path file = Files.createTempFile("passages", ".bin");
        bare.write(file);
        System.out.printf(Locale.ROOT, "%s: %d pieces indexed, %,d passages, %,d bytes; %d held out%n", music.name(), music.indexed().size(),
                bare.passages(), Files.size(file), music.heldOut().size());
        Files.delete(file);
        for (Band band : List.of(byOdd.band(), byEven.band())) {
            System.out.printf(Locale.ROOT, "  band of %d pieces: %.1f bits, up to %d notes; half repeat %d notes or more%n", band.pieces(),
                    band.excess(), band.mostNotes(), band.usualNotes());
        }
        List<Alarm> beyond = alarms.stream().filter(Alarm::beyond).toList();
        List<Alarm> brief = beyond.stream().filter(alarm -> alarm.bars() < HeldOut.PHRASE_BARS).toList();
        int all = music.heldOut().size();
        System.out.printf(Locale.ROOT, "  alarms: %d of %d (%.1f %%); for less than %d bars: %d (%.1f %%)%n", beyond.size(), all,
                100.0 * beyond.size() / all, HeldOut.PHRASE_BARS, brief.size(), 100.0 * brief.size() / all);
        brief.stream().limit(SHOWN).forEach(alarm -> System.out.printf("    %s: %s%n", alarm.id(), alarm.words()));
        times(bare, music.heldOut());
        BARS.forEach(bars -> planted(byOdd, music, even, bars));
    }

    private static List<Song> half(List<Song> songs, int which) {
        return IntStream.range(0, songs.size()).filter(i -> i % 2 == which).mapToObj(songs::get).toList();
    }

    private static Band band(PassageIndex index, List<Song> songs) {
        HeldOut heldOut = new HeldOut(index);
        songs.forEach(song -> heldOut.add(song.score()));
        return heldOut.band();
    }

    /// @param bars how many bars the longest match beyond the band lasts
    private record Alarm(String id, boolean beyond, int bars, String words) {
    }

    private static List<Alarm> alarms(PassageIndex index, List<Song> songs) {
        return songs.stream().map(song -> {
            List<Match> copies = index.matches(song.score()).matches().stream().filter(Match::beyondBand).toList();
            return new Alarm(song.id(), !copies.isEmpty(), copies.stream().mapToInt(copy -> copy.lastBar() - copy.firstBar() + 1).max().orElse(0),
                    copies.isEmpty() ? "" : copies.getFirst().sentence());
        }).toList();
    }

    private static void times(PassageIndex index, List<Song> songs) {
        long[] nanos = songs.stream().mapToLong(song -> {
            long start = System.nanoTime();
            index.matches(song.score());
            return System.nanoTime() - start;
        }).sorted().toArray();
        System.out.printf(Locale.ROOT, "  a look: median %.1f ms, 99th percentile %.1f ms%n", nanos[nanos.length / 2] / 1e6,
                nanos[(nanos.length * 99 + 99) / 100 - 1] / 1e6);
    }

    private static void planted(PassageIndex index, HumanMusic music, List<Song> songs, int bars) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(bars);
        int planted = 0;
        int passages = 0;
        int found = 0;
        int elsewhere = 0;
        int told = 0;
        for (int i = 0; i < PLANTED; i++) {
            Optional<Planting> planting = Planting.of(songs.get(i % songs.size()), music.indexed(), bars, random);
            if (planting.isPresent()) {
                List<Match> matches = index.matches(planting.get().take()).matches();
                boolean there = matches.stream().anyMatch(planting.get()::isToldBy);
                List<Match> covering = matches.stream().filter(planting.get()::isCoveredBy).toList();
                planted++;
                passages += planting.get().notes() > LEAST_NOTES ? 1 : 0;
                found += there ? 1 : 0;
                elsewhere += !there && !covering.isEmpty() ? 1 : 0;
                told += matches.stream().filter(match -> planting.get().isToldBy(match) || covering.contains(match))
                        .anyMatch(Match::beyondBand) ? 1 : 0;
            }
        }
        System.out.printf(Locale.ROOT, "  %d planted, %d %s of one line (%.0f %% with six notes or more): %.0f %% found with piece and bar, %.0f %% where"
                + " the same notes stand as well, %.0f %% beyond the band%n", planted, bars, bars == 1 ? "bar" : "bars",
                100.0 * passages / planted, 100.0 * found / planted, 100.0 * elsewhere / planted, 100.0 * told / planted);
    }
}
