package dev.cadenza.corpus.read;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.read.ImportReport.Entry;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.Severity;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads a folder of MIDI files (`.mid .midi .kar .rmi`) and songs in MusicXML (`.mxl .musicxml .xml`) as a corpus.
///
/// Files are read in the order of their paths; links are not followed. A file that cannot be read or used is reported and
/// never fatal. Files with the same notes as an earlier one are dropped. Melodies are cut into [Sections]; four voices
/// begin with their first note. A key signature of C major that is a file's only one is not believed. The split is made by file (see [Split]).
public final class FolderReader {

    private static final int LEAST_NOTES = 8;

    private final Tokenizer tokenizer;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<List<TokenSequence>, String> seen = new HashMap<>();

    private FolderReader(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// Reads a folder.
    ///
    /// @param seed decides which files are for validation
    /// @param validShare share of the files that are for validation, 0..1 (less than 1)
    /// @throws CadenzaException.InputException where the folder cannot be read
    /// @throws CadenzaException.RequestException NOTHING_USABLE where no file can be used
    public static Corpus read(Path folder, Tokenizer tokenizer, long seed, double validShare) {
        FolderReader reader = new FolderReader(tokenizer);
        List<MusicFiles.Found> found = MusicFiles.under(folder);
        List<Split.Source> files = new ArrayList<>();
        SortedMap<String, Path> used = new TreeMap<>();
        for (MusicFiles.Found file : found) {
            List<Piece> pieces = file.refusal().isEmpty() ? reader.file(file) : reader.dropped(file.id(), "NOT_A_FILE", file.refusal());
            if (!pieces.isEmpty()) {
                files.add(new Split.Source(file.id(), pieces));
                used.put(file.id(), file.path());
            }
        }
        ImportReport report = new ImportReport("file", reader.entries);
        if (files.isEmpty()) {
            throw new CadenzaException.RequestException(folder.toString(), "NOTHING_USABLE", found.isEmpty()
                    ? "there are no music files in it (.mid, .midi, .kar, .rmi, .mxl, .musicxml, .xml)."
                    : "none of its music files can be used: " + report + ".", "Name a folder with music to learn from.");
        }
        Split split = Split.of(files, seed, validShare);
        return new Corpus(tokenizer, split.train(), split.valid(), List.of(), report)
                .from(DataSource.files(folder, used, split.train().size()));
    }

    private List<Piece> file(MusicFiles.Found file) {
        try {
            String name = file.id().toLowerCase(Locale.ROOT);
            if (name.endsWith("xml") || name.endsWith(".mxl")) {
                if (tokenizer instanceof SatbTokenizer) {
                    return dropped(file.id(), "NO_FOUR_VOICES", "MusicXML files are read for their melody only");
                }
                return tokens(file.id(), SungLine.of(MusicXmlReader.read(file.path()).score()), "", "");
            }
            MidiRead read = MidiReader.read(file.path());
            String code = read.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).map(d -> d.code())
                    .findFirst().orElse("");
            return tokens(file.id(), doubted(read.score()), code, "faulty MIDI");
        } catch (CadenzaException.RequestException e) {
            return dropped(file.id(), e.code(), switch (e.code()) {
                case "NO_MELODY" -> "no melody found";
                case "NO_FOUR_VOICES", "NO_NOTES" -> "no four voices found";
                case "TOO_LONG" -> "too long";
                default -> "cannot be used: " + e.code();
            });
        } catch (CadenzaException e) {
            return dropped(file.id(), e.code(), "unreadable: " + e.code());
        }
    }

    /// Many programs write C major into every file: where a score states that alone, its notes decide.
    private static Score doubted(Score score) {
        boolean written = score.keys().size() == 1 && score.keys().getFirst().fifths() == 0
                && score.keys().getFirst().mode() == Mode.MAJOR;
        return !written ? score : new Score(score.resolution(), score.tempos(), score.meters(), List.of(), score.chords(),
                score.markers(), score.parts(), score.metadata());
    }

    private List<Piece> tokens(String id, Score score, String repaired, String reason) {
        List<Score> sections;
        int lost = 0;
        if (tokenizer instanceof MelodyTokenizer melody) {
            Score line = melody.line(score);
            lost = melody.lost(line);
            sections = Sections.of(line);
        } else {
            sections = List.of(Excerpt.fromFirstNote(score));
        }
        List<TokenSequence> sequences = sections.stream().map(tokenizer::encode).toList();
        int notes = sequences.stream().mapToInt(s -> tokenizer.notes(s)).sum();
        if (notes < LEAST_NOTES) {
            return dropped(id, "TOO_SHORT", "too short");
        }
        List<TokenSequence> plain = sequences.stream().map(s -> new TokenSequence(s.width(), s.tokens(), new int[0][])).toList();
        if (seen.putIfAbsent(plain, id) != null) {
            return dropped(id, "DUPLICATE", "the same notes as another file");
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            pieces.add(new Piece(sequences.size() == 1 ? id : id + "#" + (i + 1), sequences.get(i)));
        }
        entries.add(new Entry(id, repaired.isEmpty() ? Verdict.KEPT : Verdict.REPAIRED, repaired,
                repaired.isEmpty() ? "" : reason, notes, lost));
        return pieces;
    }

    private List<Piece> dropped(String id, String code, String reason) {
        entries.add(new Entry(id, Verdict.DROPPED, code, reason, 0, 0));
        return List.of();
    }
}
