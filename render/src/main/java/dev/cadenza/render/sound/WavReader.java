package dev.cadenza.render.sound;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads WAV files of 16-bit samples, to measure them.
final class WavReader {

    private static final int RIFF = 0x52494646;
    private static final int WAVE = 0x57415645;
    private static final int FORMAT = 0x666D7420;
    private static final int DATA = 0x64617461;
    private static final int PCM = 1;

    private WavReader() {
    }

    static AudioLevels levels(Path wav) {
        try (InputStream file = Files.newInputStream(wav);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            return levels(wav, in);
        } catch (java.io.EOFException e) {
            throw refuse(wav, "WAV_TRUNCATED", "the file ends before its samples do.", e);
        } catch (IOException e) {
            throw refuse(wav, "WAV_UNREADABLE", "the file cannot be read (" + e + ").", e);
        }
    }

    private static AudioLevels levels(Path wav, DataInputStream in) throws IOException {
        if (in.readInt() != RIFF || size(in) < 0 || in.readInt() != WAVE) {
            throw refuse(wav, "NOT_A_WAV", "the file does not begin as a WAV does.", null);
        }
        int channels = 0;
        int framesPerSecond = 0;
        while (true) {
            int id = in.readInt();
            long size = size(in);
            if (id == DATA && channels > 0) {
                LevelMeter meter = new LevelMeter(channels, framesPerSecond);
                for (long i = 0; i < size / 2; i++) {
                    meter.add(Short.reverseBytes(in.readShort()));
                }
                return meter.levels();
            }
            long left = size + (size & 1);
            if (id == FORMAT && size >= 16) {
                int format = Short.reverseBytes(in.readShort());
                channels = Short.reverseBytes(in.readShort());
                framesPerSecond = Integer.reverseBytes(in.readInt());
                in.readInt();
                in.readShort();
                int bits = Short.reverseBytes(in.readShort());
                if (format != PCM || bits != 16 || channels < 1 || channels > 2 || framesPerSecond < 1) {
                    throw refuse(wav, "WAV_KIND_UNKNOWN", "only one or two channels of 16-bit samples are read.", null);
                }
                left -= 16;
            }
            in.skipNBytes(left);
        }
    }

    private static long size(DataInputStream in) throws IOException {
        return Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
    }

    private static InputException refuse(Path wav, String code, String cause, IOException origin) {
        return new InputException(wav.toString(), new Place.Nowhere(), code, cause,
                "Give a WAV file of 16-bit samples.", origin);
    }
}
