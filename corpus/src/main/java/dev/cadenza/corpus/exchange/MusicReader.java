package dev.cadenza.corpus.exchange;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.dataset.RollReader;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.JsbJsonReader;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.InputFiles;
import dev.cadenza.score.Score;
import dev.cadenza.score.Severity;
import dev.cadenza.score.abc.AbcReader;
import dev.cadenza.score.abc.AbcTune;
import dev.cadenza.score.midi.Division;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.midi.MidiReadOptions;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.midi.Strictness;
import dev.cadenza.score.musicxml.MusicXmlRead;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads music of any kind there is: one door for every file. What is in a file decides, its name helps.
///
/// Whatever the file, the outcome is music or an [InputException]: pipes and devices are not opened, no file is read beyond
/// the limit of its kind.
public final class MusicReader {

    private static final int MOST_FIELDS = 64;

    private MusicReader() {
    }

    /// Reads a file, repairing faults.
    ///
    /// @throws InputException where it cannot be opened, or is no music that is known
    public static MusicFile read(Path file) {
        return read(file, Strictness.TOLERANT);
    }

    /// Reads a file.
    ///
    /// @throws InputException where it cannot be opened, is no music that is known, or has a fault and shall have none
    public static MusicFile read(Path file, Strictness strictness) {
        String source = file.toString();
        byte[] start = InputFiles.start(file, Sniffer.BYTES);
        FileKind kind = Sniffer.kind(start, source, new Source(source));
        byte[] bytes = start.length < Sniffer.BYTES ? start : InputFiles.bytes(file, kind.mostBytes());
        return read(kind, bytes, source, strictness);
    }

    /// Reads bytes, repairing faults.
    ///
    /// @param source what messages call them; its ending helps to tell what they are
    /// @throws InputException where they are no music that is known
    public static MusicFile read(byte[] bytes, String source) {
        byte[] start = bytes.length <= Sniffer.BYTES ? bytes : Arrays.copyOf(bytes, Sniffer.BYTES);
        return read(Sniffer.kind(start, source, new Source(source)), bytes, source, Strictness.TOLERANT);
    }

    private static MusicFile read(FileKind sniffed, byte[] bytes, String source, Strictness strictness) {
        boolean json = sniffed == FileKind.SCORE_JSON || sniffed == FileKind.ROLL_JSON || sniffed == FileKind.CHORALES;
        FileKind kind = json ? json(bytes, sniffed) : sniffed;
        return switch (kind) {
            case MIDI -> midi(MidiReader.read(source, bytes, strictness == Strictness.STRICT ? MidiReadOptions.STRICT
                    : MidiReadOptions.TOLERANT));
            case MUSICXML -> musicXml(MusicXmlReader.read(bytes, source), source, strictness);
            case ABC -> abc(AbcReader.read(bytes, source), source, strictness);
            case SCORE_JSON -> one(kind, JsonScore.read(bytes, source));
            case CSV -> one(kind, CsvNotes.read(bytes, source));
            case NPZ -> one(kind, NpzRolls.read(bytes, source));
            case ROLL_JSON -> one(kind, JsonRolls.read(bytes, source));
            case MAT -> mat(bytes, source);
            case CHORALES -> chorales(bytes, source);
        };
    }

    private static MusicFile one(FileKind kind, Score score) {
        return new MusicFile(kind, kind.title(), false, List.of(new MusicFile.Read("", score, score.end(), List.of())));
    }

    private static MusicFile midi(MidiRead read) {
        return new MusicFile(FileKind.MIDI, "MIDI " + read.header().format(), read.header().division() instanceof Division.Smpte,
                List.of(new MusicFile.Read("", read.score(), read.endTick(), read.diagnostics())));
    }

    private static MusicFile musicXml(MusicXmlRead read, String source, Strictness strictness) {
        check(read.diagnostics(), source, strictness);
        return new MusicFile(FileKind.MUSICXML, FileKind.MUSICXML.title(), false,
                List.of(new MusicFile.Read("", read.score(), read.score().end(), read.diagnostics())));
    }

    private static MusicFile abc(List<AbcTune> tunes, String source, Strictness strictness) {
        List<MusicFile.Piece> pieces = new ArrayList<>();
        for (AbcTune tune : tunes) {
            String name = tunes.size() == 1 ? "" : String.valueOf(pieces.size() + 1);
            switch (tune) {
                case AbcTune.Read read -> {
                    check(read.diagnostics(), source, strictness);
                    pieces.add(new MusicFile.Read(name, read.score(), read.score().end(), read.diagnostics()));
                }
                case AbcTune.Refused refused -> {
                    if (tunes.size() == 1) {
                        throw refused.cause();
                    }
                    pieces.add(new MusicFile.Refused(name, refused.cause()));
                }
            }
        }
        return new MusicFile(FileKind.ABC, FileKind.ABC.title(), false, pieces);
    }

    /// Faults are told by those who repair them; where none may be, the first refuses the file.
    private static void check(List<Diagnostic> diagnostics, String source, Strictness strictness) {
        if (strictness == Strictness.STRICT) {
            diagnostics.stream().filter(diagnostic -> diagnostic.severity() == Severity.ERROR).findFirst().ifPresent(first -> {
                throw new InputException(source, first.place(), first.code(), first.message(), "Read it without --strict to repair it.");
            });
        }
    }

    private static MusicFile mat(byte[] bytes, String source) {
        List<Score> sequences = RollReader.scores(bytes, source);
        if (sequences.isEmpty()) {
            return one(FileKind.MAT, MatRolls.read(bytes, source));
        }
        List<MusicFile.Piece> pieces = new ArrayList<>();
        for (Score score : sequences) {
            pieces.add(new MusicFile.Read(String.valueOf(pieces.size() + 1), score, score.end(), List.of()));
        }
        return new MusicFile(FileKind.MAT, FileKind.MAT.title(), false, pieces);
    }

    private static MusicFile chorales(byte[] bytes, String source) {
        Corpus corpus = JsbJsonReader.read(new ByteArrayInputStream(bytes), source, SatbTokenizer.SIXTEENTHS);
        List<MusicFile.Piece> pieces = new ArrayList<>();
        Stream.of(corpus.train(), corpus.valid(), corpus.test()).flatMap(List::stream).forEach(piece -> {
            Score score = piece.score(SatbTokenizer.SIXTEENTHS);
            pieces.add(new MusicFile.Read(piece.id().replace('/', '-'), score, score.end(), List.of()));
        });
        return new MusicFile(FileKind.CHORALES, FileKind.CHORALES.title(), false, pieces);
    }

    /// Which JSON it is: its first fields tell. What is no JSON is left to the reader that can say why.
    private static FileKind json(byte[] bytes, FileKind otherwise) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return otherwise;
            }
            for (int i = 0; i < MOST_FIELDS && parser.nextToken() == JsonToken.PROPERTY_NAME; i++) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("format") && value == JsonToken.VALUE_STRING) {
                    return parser.getString().equals(JsonRolls.FORMAT) ? FileKind.ROLL_JSON : FileKind.SCORE_JSON;
                }
                if (field.equals("train") || field.equals("valid") || field.equals("test")) {
                    return FileKind.CHORALES;
                }
                parser.skipChildren();
            }
            return otherwise;
        } catch (JacksonException e) {
            return otherwise;
        }
    }
}
