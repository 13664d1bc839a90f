package dev.cadenza.bench.fuzz;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.archive.ArchiveKind;
import dev.cadenza.corpus.archive.ArchiveLimits;
import dev.cadenza.corpus.archive.Archives;
import dev.cadenza.corpus.dataset.RollReader;
import dev.cadenza.corpus.exchange.JsonRolls;
import dev.cadenza.corpus.exchange.MatRolls;
import dev.cadenza.corpus.exchange.MusicReader;
import dev.cadenza.corpus.exchange.NpzRolls;
import dev.cadenza.corpus.read.JsbJsonReader;
import dev.cadenza.corpus.store.DamagedException;
import dev.cadenza.corpus.store.PackedScore;
import dev.cadenza.model.checkpoint.Recipes;
import dev.cadenza.model.checkpoint.Safetensors;
import dev.cadenza.render.sound.SoundFont;
import dev.cadenza.score.Mode;
import dev.cadenza.score.harmony.ChordProgression;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// The readers of bytes from outside, one for each format, as fuzzing calls them.
///
/// A target fails by any exception that is not Cadenza's own, by running too long or by taking too much memory; and where
/// what it read breaks a promise, by an [AssertionError].
public enum Target {

    MIDI("mid", (bytes, _) -> Promises.midi(bytes)),
    MUSICXML("musicxml", (bytes, _) -> Promises.musicXml(bytes)),
    MXL("mxl", (bytes, _) -> Promises.musicXml(bytes)),
    SCORE_JSON("json", (bytes, _) -> Promises.json(bytes)),
    CSV("csv", (bytes, _) -> Promises.csv(bytes)),
    NPZ("npz", (bytes, _) -> NpzRolls.read(bytes, "fuzz")),
    ROLL_JSON("json", (bytes, _) -> JsonRolls.read(bytes, "fuzz")),
    ROLL_MAT("mat", (bytes, _) -> MatRolls.read(bytes, "fuzz")),
    ANY("bin", (bytes, _) -> MusicReader.read(bytes, "fuzz")),
    ABC("abc", (bytes, _) -> Promises.abc(bytes)),
    SAFETENSORS("safetensors", (bytes, scratch) -> Safetensors.read(scratch.file(bytes))),
    RECIPE("json", (bytes, scratch) -> Recipes.read(scratch.file(bytes))),
    JSB("json", (bytes, _) -> JsbJsonReader.read(new ByteArrayInputStream(bytes), "fuzz",
            new SatbTokenizer(4, 36, 81, false))),
    MAT("mat", (bytes, scratch) -> RollReader.read(scratch.file(bytes))),
    ZIP("zip", (bytes, scratch) -> unpack(bytes, ArchiveKind.ZIP, scratch)),
    TAR("tar", (bytes, scratch) -> unpack(bytes, ArchiveKind.TAR, scratch)),
    TAR_GZ("tar.gz", (bytes, scratch) -> unpack(bytes, ArchiveKind.TAR_GZ, scratch)),
    TAR_XZ("tar.xz", (bytes, scratch) -> unpack(bytes, ArchiveKind.TAR_XZ, scratch)),
    SHARD("bin", (bytes, _) -> stored(bytes)),
    SOUNDFONT("sf2", (bytes, scratch) -> SoundFont.open(scratch.file(bytes))),
    CHORD("txt", (bytes, _) -> Chord.parse(new String(bytes, StandardCharsets.UTF_8))),
    CHORDS("txt", (bytes, _) -> ChordProgression.parse(new String(bytes, StandardCharsets.UTF_8), Key.on(0, Mode.MAJOR))),
    ANALYSIS("mid", (bytes, _) -> Promises.analysis(bytes));

    private static final ArchiveLimits SMALL = new ArchiveLimits(1000, 16 << 20, 4 << 20, 250, 1 << 20);

    private final String ending;
    private final Reader reader;

    Target(String ending, Reader reader) {
        this.ending = ending;
        this.reader = reader;
    }

    /// Reads some bytes.
    ///
    /// @throws dev.cadenza.score.CadenzaException where they are refused, which is as it should be
    public void read(byte[] bytes) {
        try (Scratch scratch = new Scratch(ending)) {
            reader.read(bytes, scratch);
        }
    }

    /// The name by which the command line knows it: `tar-gz`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The target of a name.
    public static Target named(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static void unpack(byte[] bytes, ArchiveKind kind, Scratch scratch) {
        Path folder = scratch.folder();
        Archives.unpack(scratch.file(bytes), kind, folder, SMALL, () -> false);
        scratch.nothingBesides(folder);
    }

    private static void stored(byte[] bytes) {
        try {
            PackedScore.unpack(bytes);
        } catch (DamagedException e) {
            Promises.said(e.getMessage());
        }
    }

    /// Reads bytes as one format.
    @FunctionalInterface
    interface Reader {
        void read(byte[] bytes, Scratch scratch);
    }
}
