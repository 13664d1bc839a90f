package dev.cadenza.bench.structure;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.musicxml.MusicXmlReader;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.TempoMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads data sets whose bars are known: annotations of POP909 and ASAP, the written bars of the others.
final class BarredPieces {

    private BarredPieces() {
    }

    /// All data sets under a folder that are there.
    static List<Barred> all(Path data) {
        List<Barred> pieces = new ArrayList<>();
        pieces.addAll(pop909(data.resolve("pop909/POP909")));
        pieces.addAll(asap(data.resolve("asap"), true));
        pieces.addAll(written("nottingham", data.resolve("nottingham/MIDI"), 1, ".mid"));
        pieces.addAll(written("lieder", data.resolve("scores-cc0-lieder/scores"), 9, ".mxl"));
        pieces.addAll(written("quartets", data.resolve("scores-cc0-quartets/scores"), 9, ".mxl"));
        pieces.addAll(written("chorales", data.resolve("chorales-and-tunes-music21/bach"), 9, ".mxl"));
        return pieces;
    }

    static List<Barred> pop909(Path folder) {
        List<Barred> pieces = new ArrayList<>();
        for (Path song : list(folder, 1, "")) {
            String name = song.getFileName().toString();
            Path labels = song.resolve("beat_midi.txt");
            if (Files.exists(labels)) {
                Score score = MidiReader.read(song.resolve(name + ".mid")).score();
                pieces.add(pop(name, score, lines(labels)));
            }
        }
        return pieces;
    }

    /// Columns: seconds, whether a shorter bar begins, whether a longer one does. Bars are the longer ones where the shorter
    /// have two beats, the shorter ones where they have three.
    private static Barred pop(String name, Score score, List<String> rows) {
        TempoMap tempos = TempoMap.of(score);
        List<Long> beats = new ArrayList<>();
        List<Integer> shorter = new ArrayList<>();
        List<Integer> longer = new ArrayList<>();
        for (String row : rows) {
            String[] columns = row.split(" ");
            if (columns[1].startsWith("1")) {
                shorter.add(beats.size());
            }
            if (columns[2].startsWith("1")) {
                longer.add(beats.size());
            }
            beats.add(tempos.tick(Double.parseDouble(columns[0])));
        }
        boolean triple = gaps(shorter, 3) > gaps(shorter, 2);
        List<Long> downbeats = (triple ? shorter : longer).stream().map(beats::get).toList();
        return new Barred("pop909", name, score, new Meter(0, triple ? 3 : 4, 4), beats, downbeats);
    }

    private static long gaps(List<Integer> bars, int beats) {
        long count = 0;
        for (int i = 0; i + 1 < bars.size(); i++) {
            count += bars.get(i + 1) - bars.get(i) == beats ? 1 : 0;
        }
        return count;
    }

    /// @param scores the quantised scores, or else the performances
    static List<Barred> asap(Path folder, boolean scores) {
        List<Barred> pieces = new ArrayList<>();
        for (Path labels : list(folder, 9, "_annotations.txt")) {
            boolean score = labels.getFileName().toString().startsWith("midi_score");
            Path midi = labels.resolveSibling(labels.getFileName().toString().replace("_annotations.txt", ".mid"));
            if (score == scores && Files.exists(midi)) {
                String piece = folder.relativize(labels.getParent()).toString();
                asap(scores ? "asap-scores" : "asap-performances", piece, MidiReader.read(midi).score(), lines(labels))
                        .ifPresent(pieces::add);
            }
        }
        return pieces;
    }

    private static Optional<Barred> asap(String set, String name, Score score, List<String> rows) {
        TempoMap tempos = TempoMap.of(score);
        List<Long> beats = new ArrayList<>();
        List<Long> downbeats = new ArrayList<>();
        Map<String, Long> lengths = new TreeMap<>();
        String metre = "";
        for (String row : rows) {
            String[] columns = row.split("\t");
            String[] labels = columns[2].split(",");
            long tick = tempos.tick(Double.parseDouble(columns[0]));
            beats.add(tick);
            if (labels[0].equals("db")) {
                downbeats.add(tick);
            }
            for (String label : labels) {
                metre = label.contains("/") ? label : metre;
            }
            lengths.merge(metre, 1L, Long::sum);
        }
        String usual = lengths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
        if (downbeats.size() < 2 || !usual.contains("/")) {
            return Optional.empty();
        }
        String[] numbers = usual.split("/");
        return Optional.of(new Barred(set, name, score,
                new Meter(0, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])), beats, downbeats));
    }

    /// Pieces whose file states its bars truly.
    private static List<Barred> written(String set, Path folder, int depth, String ending) {
        List<Barred> pieces = new ArrayList<>();
        for (Path file : list(folder, depth, ending)) {
            try {
                Score score = ending.equals(".mid") ? MidiReader.read(file).score() : MusicXmlReader.read(file).score();
                written(set, folder.relativize(file).toString(), score).ifPresent(pieces::add);
            } catch (CadenzaException e) {
                System.err.println(file + ": " + e.getMessage());
            }
        }
        return pieces;
    }

    private static Optional<Barred> written(String set, String name, Score score) {
        BarMap bars = BarMap.of(score);
        long end = score.end();
        List<Long> downbeats = new ArrayList<>();
        List<Long> beats = new ArrayList<>();
        Map<String, Long> lengths = new TreeMap<>();
        Map<String, Meter> metres = new TreeMap<>();
        long upbeat = bars.length(0) < bars.meter(0).barTicks(score.resolution()) ? 1 : 0;
        for (long bar = 0; bars.start(bar) < end && bar < 100_000; bar++) {
            Meter metre = bars.meter(bar);
            if (bar >= upbeat) {
                downbeats.add(bars.start(bar));
            }
            boolean compound = metre.numerator() % 3 == 0 && metre.numerator() > 3;
            long beat = Math.max(1, 4L * score.resolution() * (compound ? 3 : 1) / metre.denominator());
            for (long at = bars.start(bar); at < bars.start(bar + 1); at += beat) {
                beats.add(at);
            }
            lengths.merge(metre.toString(), bars.length(bar), Long::sum);
            metres.put(metre.toString(), metre);
        }
        return downbeats.size() < 2 ? Optional.empty() : lengths.entrySet().stream().max(Map.Entry.comparingByValue())
                .map(most -> new Barred(set, name, score, metres.get(most.getKey()), beats, downbeats));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder, int depth, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            return walk.filter(path -> !path.equals(folder) && path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
