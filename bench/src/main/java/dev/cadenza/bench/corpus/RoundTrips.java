package dev.cadenza.bench.corpus;

import dev.cadenza.corpus.Encoding;
import dev.cadenza.corpus.LeadSheetTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Representation;
import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Whether music survives its representations on real files: of every MIDI and compressed MusicXML file under some folders,
/// how many can be represented, and of these how many keep `encode(decode(e)).equals(e)` and `reduce(reduce(s)).equals(reduce(s))`.
///
/// Usage: `RoundTrips FOLDER...`. Prints one line a folder and representation.
public final class RoundTrips {

    private RoundTrips() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: RoundTrips FOLDER...");
            System.exit(2);
        }
        Map<String, Representation<?>> representations = new LinkedHashMap<>();
        for (int steps : List.of(4, 12)) {
            representations.put("melody " + steps, new MelodyTokenizer(steps));
            representations.put("lead-sheet " + steps, new LeadSheetTokenizer(steps));
            representations.put("tracks " + steps, new TrackRolls(steps));
            representations.put("roll " + steps, Representations.named("roll", steps));
        }
        representations.put("midi-like+velocity 48", Representations.named("midi-like+velocity", 48));
        representations.put("roll+one 4", Representations.named("roll+one", 4));
        for (String name : List.of("remi", "remi+velocity+tempo", "remi+programs+velocity")) {
            representations.put(name + " 12", Representations.named(name, 12));
        }
        for (String folder : arguments) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                files = walk.filter(file -> isMusicXml(file) || name(file).endsWith(".mid")).sorted().toList();
            }
            for (Map.Entry<String, Representation<?>> entry : representations.entrySet()) {
                System.out.println(folder + ", " + entry.getKey() + ": " + counted(files, entry.getValue()));
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isMusicXml(Path file) {
        return name(file).endsWith(".mxl");
    }

    private static <E extends Encoding> String counted(List<Path> files, Representation<E> representation) {
        Map<String, Integer> refused = new TreeMap<>();
        List<TokenSequence> pieces = new ArrayList<>();
        int kept = 0;
        int changed = 0;
        for (Path file : files) {
            try {
                Score score = isMusicXml(file) ? MusicXmlReader.read(file).score() : MidiReader.read(file).score();
                E encoded = representation.encode(score);
                if (encoded instanceof TokenSequence tokens) {
                    pieces.add(tokens);
                }
                Score reduced = representation.decode(encoded);
                boolean same = representation.encode(reduced).equals(encoded) && representation.reduce(reduced).equals(reduced);
                kept += same ? 1 : 0;
                changed += same ? 0 : 1;
                if (!same) {
                    System.out.println("differs: " + file);
                }
            } catch (CadenzaException e) {
                refused.merge(e.code(), 1, Integer::sum);
            }
        }
        return files.size() + " files, refused " + refused + ", " + kept + " keep both, " + changed + " do not"
                + (representation instanceof Tokenizer tokenizer && !pieces.isEmpty()
                        ? String.format(Locale.ROOT, ", %.2f tokens a quarter note", tokenizer.tokensPerQuarter(pieces)) : "");
    }
}
