package dev.cadenza.corpus.read;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.exchange.FileKind;
import dev.cadenza.corpus.exchange.MusicFile;
import dev.cadenza.corpus.exchange.MusicReader;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.Severity;
import dev.cadenza.score.abc.AbcReader;
import dev.cadenza.score.abc.AbcTune;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.musicxml.MusicXmlRead;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the pieces of a file in any format there is, told by its ending.
public final class ScoreFiles {

    /// The formats.
    private enum Format {
        MIDI(".mid", ".midi", ".kar", ".rmi"),
        MUSICXML(".mxl", ".musicxml", ".xml"),
        ABC(".abc");

        private final List<String> endings;

        Format(String... endings) {
            this.endings = List.of(endings);
        }

        static Optional<Format> of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (format.endings.stream().anyMatch(lower::endsWith)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }

    /// Files of these endings hold other things more often than music.
    private static final List<String> NAMED_ONLY = List.of(".json", ".csv", ".tsv", ".npz", ".mat");
    private static final Score SILENCE = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Metadata.NONE);

    private ScoreFiles() {
    }

    /// The endings of the files that are read wherever they lie, with their dots.
    public static List<String> endings() {
        List<String> all = new ArrayList<>();
        for (Format format : Format.values()) {
            all.addAll(format.endings);
        }
        return all;
    }

    /// Whether a file of that name is read wherever it lies.
    public static boolean isMusic(String name) {
        return Format.of(name).isPresent();
    }

    /// Whether a file of that name may hold music (as JSON, a table, piano rolls), which is read where the file itself is
    /// named.
    static boolean mayBeMusic(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMED_ONLY.stream().anyMatch(lower::endsWith);
    }

    /// Reads a file.
    ///
    /// @param id what its pieces are called; several get numbers behind it
    /// @throws CadenzaException where it cannot be read
    public static List<SourcePiece> read(String id, Path file) {
        if (mayBeMusic(id)) {
            return other(id, file);
        }
        return switch (Format.of(id).orElseThrow()) {
            case MIDI -> List.of(midi(id, MidiReader.read(file)));
            case MUSICXML -> List.of(written(id, MusicXmlReader.read(file)));
            case ABC -> tunes(id, AbcReader.read(file));
        };
    }

    /// The piece of a MIDI file. Many programs write C major into every file: where a file states that alone, its notes
    /// decide, and the score states no key.
    public static SourcePiece midi(String id, MidiRead read) {
        return new SourcePiece(id, doubted(read.score()), Share.OPEN, repairs(read.diagnostics()));
    }

    private static Score doubted(Score score) {
        boolean written = score.keys().size() == 1 && score.keys().getFirst().fifths() == 0
                && score.keys().getFirst().mode() == Mode.MAJOR;
        return !written ? score : score.withKeys(List.of());
    }

    private static SourcePiece written(String id, MusicXmlRead read) {
        return new SourcePiece(id, read.score(), Share.OPEN, repairs(read.diagnostics()));
    }

    /// A tune that cannot be read costs only itself: it becomes a piece without notes that says why.
    private static List<SourcePiece> tunes(String id, List<AbcTune> tunes) {
        List<SourcePiece> pieces = new ArrayList<>();
        for (AbcTune tune : tunes) {
            String name = tunes.size() == 1 ? id : id + "#" + (pieces.size() + 1);
            pieces.add(switch (tune) {
                case AbcTune.Read read -> played(name, read);
                case AbcTune.Refused refused -> silent(name, refused.cause());
            });
        }
        return pieces;
    }

    /// The tune with its repeats played out.
    private static SourcePiece played(String name, AbcTune.Read read) {
        try {
            return new SourcePiece(name, Playthrough.of(read.score()), Share.OPEN, repairs(read.diagnostics()));
        } catch (RequestException e) {
            return silent(name, e);
        }
    }

    private static SourcePiece silent(String name, CadenzaException cause) {
        return new SourcePiece(name, SILENCE, Share.OPEN, List.of(new Repair(cause.code(), 1,
                cause.getMessage().replaceFirst("^.*?, (?=line [0-9]+: )", ""))));
    }

    /// What was repaired, each kind of fault once, in the order of their first places.
    public static List<Repair> repairs(List<Diagnostic> diagnostics) {
        Map<String, Repair> first = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity() == Severity.ERROR) {
                first.merge(diagnostic.code(), new Repair(diagnostic.code(), 1, diagnostic.message()),
                        (known, next) -> new Repair(known.code(), known.times() + 1, known.says()));
            }
        }
        return List.copyOf(first.values());
    }

    /// Chorales as JSON state a split; all else are pieces like those of any file.
    private static List<SourcePiece> other(String id, Path file) {
        MusicFile music = MusicReader.read(file);
        if (music.kind() == FileKind.CHORALES) {
            return chorales(id, file);
        }
        List<SourcePiece> pieces = new ArrayList<>();
        for (MusicFile.Piece piece : music.pieces()) {
            if (piece instanceof MusicFile.Read read) {
                pieces.add(new SourcePiece(read.name().isEmpty() ? id : id + "#" + read.name(), read.score(), Share.OPEN,
                        repairs(read.diagnostics())));
            }
        }
        return pieces;
    }

    private static List<SourcePiece> chorales(String id, Path file) {
        Corpus voices = JsbJsonReader.read(file, SatbTokenizer.SIXTEENTHS);
        List<SourcePiece> pieces = new ArrayList<>();
        Map<Share, List<Piece>> shares = new LinkedHashMap<>();
        shares.put(Share.TRAIN, voices.train());
        shares.put(Share.VALID, voices.valid());
        shares.put(Share.TEST, voices.test());
        shares.forEach((share, all) -> all.forEach(piece -> pieces.add(new SourcePiece(id + "#" + piece.id(),
                piece.score(SatbTokenizer.SIXTEENTHS), share, List.of()))));
        return pieces;
    }
}
