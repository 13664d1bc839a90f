package dev.cadenza.render.sound;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.FileFaults;
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

    /// Takes the samples of a file, channel after channel.
    interface Sink {
        void add(short sample);
    }

    /// Makes a sink for a file of so many channels and frames a second.
    interface Sinks<S extends Sink> {
        S of(int channels, int framesPerSecond);
    }

    /// Gives all samples of a file to a sink.
    ///
    /// @return the sink
    static <S extends Sink> S read(Path wav, Sinks<S> sinks) {
        try (InputStream file = Files.newInputStream(wav);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            return read(wav, in, sinks);
        } catch (java.io.EOFException e) {
            throw refuse(wav, "WAV_TRUNCATED", "the file ends before its samples do.", e);
        } catch (IOException e) {
            throw refuse(wav, "WAV_UNREADABLE", "the file cannot be read (" + FileFaults.reason(e) + ").", e);
        }
    }

    private static <S extends Sink> S read(Path wav, DataInputStream in, Sinks<S> sinks) throws IOException {
        if (in.readInt() != RIFF || size(in) < 0 || in.readInt() != WAVE) {
            throw refuse(wav, "NOT_A_WAV", "the file does not begin as a WAV does.", null);
        }
        int channels = 0;
        int framesPerSecond = 0;
        while (true) {
            int id = in.readInt();
            long size = size(in);
            if (id == DATA && channels > 0) {
                S sink = sinks.of(channels, framesPerSecond);
                for (long i = 0; i < size / 2; i++) {
                    sink.add(Short.reverseBytes(in.readShort()));
                }
                return sink;
            }
            long left = size + (size & 1);
            if (id == FORMAT && size >= 16) {
                int format = Short.reverseBytes(in.readShort());
                channels = Short.reverseBytes(in.readShort());
                framesPerSecond = Integer.reverseBytes(in.readInt());
                in.readInt();
                in.readShort();
                int bits = Short.reverseBytes(in.readShort());
                if (format != PCM || bits != 16 || channels < 1 || channels > 2 || framesPerSecond < 100) {
                    throw refuse(wav, "WAV_KIND_UNKNOWN", "only one or two channels of 16-bit samples are read, a hundred a second or more.", null);
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
