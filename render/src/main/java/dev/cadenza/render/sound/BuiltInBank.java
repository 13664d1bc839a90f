package dev.cadenza.render.sound;

import com.sun.media.sound.EmergencySoundbank;
import com.sun.media.sound.SF2Soundbank;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bank the JDK computes where no SoundFont is installed. It draws the phases of its samples by lot, so it is
/// computed once, kept, and read back.
final class BuiltInBank {

    private BuiltInBank() {
    }

    static SoundFont load(Path cache) {
        Gervill.require();
        Path file = cache.resolve("built-in-" + Runtime.version().feature() + ".sf2");
        if (Files.isRegularFile(file)) {
            try {
                SoundFont kept = SoundFont.open(file);
                return new SoundFont(described(kept.bank().sha256()), kept.sounds());
            } catch (CadenzaException.InputException e) {
                // Something damaged it: it is computed anew below, and replaced.
                return compute(file);
            }
        }
        return compute(file);
    }

    private static SoundFont compute(Path file) {
        byte[] bytes = bytes();
        try {
            AtomicFiles.write(file, bytes);
        } catch (CadenzaException.OutputException e) {
            // A home that cannot be written to costs a second each time, and recordings that differ; their hash says so.
            return parse(bytes);
        }
        return parse(bytes);
    }

    private static byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(2 << 20);
            EmergencySoundbank.createSoundbank().save(out);
            return out.toByteArray();
        } catch (Exception e) {
            throw missing(e);
        }
    }

    private static SoundFont parse(byte[] bytes) {
        try {
            return new SoundFont(described(SoundFont.hash(bytes)), new SF2Soundbank(new ByteArrayInputStream(bytes)));
        } catch (java.io.IOException e) {
            throw missing(e);
        }
    }

    private static SoundBank described(String hash) {
        return new SoundBank("built-in bank of Java " + Runtime.version().feature(), hash);
    }

    private static EnvironmentException missing(Exception e) {
        return new EnvironmentException("", "NO_SOUNDS", "this Java cannot compute its built-in bank of sounds (" + e + ").",
                "Install a SoundFont, or name one with --soundfont.", e);
    }
}
