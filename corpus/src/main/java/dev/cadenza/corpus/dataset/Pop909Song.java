package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.dataset.AnnotationFile.Row;
import dev.cadenza.corpus.read.Repair;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.structure.Moved;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordReading;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.TempoMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A song of POP909 with its annotations.
///
/// In 866 of the 869 songs all annotated beats lie exactly one quarter of the MIDI file apart, though not on its bar lines: the
/// song is moved so that they do. In 418, 519 and 632 some beats are shorter or longer, and are evened out. All chords begin
/// on beats. `key_audio.txt` is in the time of a recording that the MIDI follows: keys begin at the nearest bar line, the
/// first one at once.
///
/// @param repairs what had to be repaired
record Pop909Song(Score score, List<Repair> repairs) {

    static final String BEATS = "beat_midi.txt";
    private static final String CHORDS = "chord_midi.txt";
    private static final String KEYS = "key_audio.txt";

    /// The annotations that are read.
    static final List<String> ANNOTATIONS = List.of(BEATS, CHORDS, KEYS);

    /// Chords begin on sixteenths.
    private static final int CHORD_GRID = 4;

    /// @throws InputException where the MIDI file or an annotation cannot be read
    static Pop909Song read(Path midi, Path folder) {
        MidiRead read = MidiReader.read(midi);
        Score file = read.score();
        TempoMap tempos = TempoMap.of(file);
        List<Repair> repairs = new ArrayList<>(Repairs.of(read));
        Beats beats = beats(AnnotationFile.read(folder.resolve(BEATS), 3), file, tempos, folder.resolve(BEATS));
        if (!beats.even()) {
            repairs.add(new Repair("BEATS_UNEVEN", 1, "some annotated beats are shorter or longer; they were evened out."));
        }
        Score moved = new Moved(beats::tick).of(file);
        Score barred = new Score(moved.resolution(), moved.tempos(), beats.meters(), List.of(), List.of(), moved.markers(),
                moved.parts(), moved.metadata());
        List<KeySignature> keys = Roots.isFile(folder.resolve(KEYS))
                ? keys(AnnotationFile.read(folder.resolve(KEYS), 3), barred, seconds -> beats.tick(tempos.tick(seconds))) : List.of();
        List<ChordSymbol> chords = Roots.isFile(folder.resolve(CHORDS))
                ? chords(AnnotationFile.read(folder.resolve(CHORDS), 3), barred, seconds -> beats.tick(tempos.tick(seconds))) : List.of();
        return new Pop909Song(new Score(barred.resolution(), barred.tempos(), barred.meters(), keys, chords, barred.markers(),
                barred.parts(), barred.metadata()), repairs);
    }

    /// From a time in seconds to a tick of the score.
    @FunctionalInterface
    private interface Clock {
        long tick(double seconds);
    }

    /// Columns: time, whether the shorter bars begin here (of two beats, or three), whether the longer ones do (of four, or
    /// six). Bars are the longer ones where the shorter have two beats, the shorter ones where they have three.
    private static Beats beats(List<Row> rows, Score file, TempoMap tempos, Path source) {
        long[] at = new long[rows.size()];
        List<Integer> shorter = new ArrayList<>();
        List<Integer> longer = new ArrayList<>();
        for (int beat = 0; beat < at.length; beat++) {
            Row row = rows.get(beat);
            at[beat] = tempos.tick(row.seconds(0));
            if (beat > 0 && at[beat] <= at[beat - 1]) {
                throw row.refused("the beats are not in ascending order");
            }
            if (row.number(1) == 1) {
                shorter.add(beat);
            }
            if (row.number(2) == 1) {
                longer.add(beat);
            }
        }
        boolean triple = count(shorter, 3) > count(shorter, 2);
        List<Integer> downbeats = triple ? shorter : longer;
        if (downbeats.isEmpty()) {
            throw new InputException(source.toString(), new Place.Nowhere(), "NO_BEATS", "no bar begins anywhere in it.",
                    "Use the file as it was published.");
        }
        long first = file.parts().stream().flatMap(part -> part.notes().stream()).mapToLong(Note::onset).min().orElse(0);
        return Beats.of(at, downbeats, triple ? 3 : 4, file.resolution(), first);
    }

    private static long count(List<Integer> downbeats, int beats) {
        long count = 0;
        for (int i = 0; i + 1 < downbeats.size(); i++) {
            count += downbeats.get(i + 1) - downbeats.get(i) == beats ? 1 : 0;
        }
        return count;
    }

    private static List<KeySignature> keys(List<Row> rows, Score score, Clock clock) {
        BarMap bars = BarMap.of(score);
        List<KeySignature> keys = new ArrayList<>();
        for (Row row : rows) {
            Key key = key(row);
            long tick = keys.isEmpty() ? 0 : nearestBar(bars, clock.tick(row.seconds(0)));
            if (!keys.isEmpty() && keys.getLast().tick() >= tick) {
                keys.removeLast();
            }
            if (keys.isEmpty() || !Key.of(keys.getLast()).equals(key)) {
                keys.add(key.signature(keys.isEmpty() ? 0 : tick));
            }
        }
        return keys;
    }

    private static long nearestBar(BarMap bars, long tick) {
        long bar = bars.bar(tick);
        return tick - bars.start(bar) <= bars.start(bar + 1) - tick ? bars.start(bar) : bars.start(bar + 1);
    }

    /// `Gb:maj`, `A:min`.
    private static Key key(Row row) {
        String[] words = row.columns().get(2).split(":");
        try {
            Key major = Key.parse(words[0] + " major");
            return words.length > 1 && words[1].equals("min") ? minor(words[0], major) : major;
        } catch (CadenzaException.RequestException e) {
            throw row.refused("'" + row.columns().get(2) + "' is not the name of a key");
        }
    }

    private static Key minor(String tonic, Key major) {
        try {
            return Key.parse(tonic + " minor");
        } catch (CadenzaException.RequestException e) {
            return Key.on(major.tonic(), Mode.MINOR);
        }
    }

    private static List<ChordSymbol> chords(List<Row> rows, Score score, Clock clock) {
        long grid = Math.max(1, score.resolution() / CHORD_GRID);
        List<ChordSymbol> chords = new ArrayList<>();
        String sounding = "";
        long end = 0;
        for (Row row : rows) {
            String text = switch (Chord.parse(row.columns().get(2))) {
                case ChordReading.Understood understood -> understood.chord().text();
                case ChordReading.NoChord _ -> "";
                case ChordReading.Unknown unknown -> unknown.text();
            };
            long tick = Math.round((double) clock.tick(row.seconds(0)) / grid) * grid;
            if (!chords.isEmpty() && chords.getLast().tick() >= tick) {
                chords.removeLast();
                sounding = chords.isEmpty() ? "" : chords.getLast().text();
            }
            if (!text.equals(sounding)) {
                chords.add(new ChordSymbol(tick, text));
            }
            sounding = text;
            end = Math.round((double) clock.tick(row.seconds(1)) / grid) * grid;
        }
        if (!sounding.isEmpty() && end > chords.getLast().tick()) {
            chords.add(new ChordSymbol(end, ""));
        }
        return chords;
    }
}
