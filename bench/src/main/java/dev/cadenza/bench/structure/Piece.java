package dev.cadenza.bench.structure;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A file of a data set, read.
///
/// @param name path in its set
record Piece(String set, String name, Path file, Score score) {

    /// All files below a folder with an ending, in the order of their names. Those that cannot be read are named on the
    /// error stream and left out.
    static List<Piece> all(String set, Path folder, String ending) {
        return some(set, folder, ending, name -> true, Integer.MAX_VALUE);
    }

    /// The first files whose names are wanted.
    static List<Piece> some(String set, Path folder, String ending, Predicate<String> wanted, int most) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(path -> path.toString().endsWith(ending)
                    && wanted.test(folder.relativize(path).toString())).sorted().limit(most).toList()) {
                try {
                    Score score = ending.equals(".mid") ? MidiReader.read(file).score() : MusicXmlReader.read(file).score();
                    pieces.add(new Piece(set, folder.relativize(file).toString(), file, score));
                } catch (CadenzaException e) {
                    System.err.println(file + ": " + e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pieces;
    }
}
