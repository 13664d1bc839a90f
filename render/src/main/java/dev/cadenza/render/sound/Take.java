package dev.cadenza.render.sound;

import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.FileFaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A recording before its gain is known: floats in a temporary file, because three hours of them fill any memory.
final class Take implements AutoCloseable {

    private static final int CHUNK_FRAMES = 4_410;
    private static final int CHUNK_BYTES = 4 * 2 * CHUNK_FRAMES;
    private static final int TAIL_CHUNKS = 60;
    private static final int QUIET_CHUNKS = 3;
    private static final float QUIET = 0.0005f;
    private static final int FADE_FRAMES = 4_410;

    /// How far ahead of the sound its events are handed over, in chunks.
    private static final long AHEAD_MICROS = 200_000;

    private final Path spool;
    private long frames;
    private float peak;
    private double lufs = Double.NEGATIVE_INFINITY;

    private Take(Path spool) {
        this.spool = spool;
    }

    long frames() {
        return frames;
    }

    float peak() {
        return peak;
    }

    double lufs() {
        return lufs;
    }

    static Take record(SynthSequence sequence, SoundFont font, boolean reverb) {
        Take take;
        try {
            take = new Take(Files.createTempFile("cadenza", ".pcm"));
        } catch (IOException e) {
            throw noSpace(e);
        }
        List<Gervill> synthesizers = new ArrayList<>();
        try {
            for (int i = 0; i < sequence.groups().size(); i++) {
                synthesizers.add(new Gervill(font, reverb));
            }
            take.fill(sequence, synthesizers);
            return take;
        } catch (IOException e) {
            take.close();
            throw noSpace(e);
        } catch (RuntimeException e) {
            take.close();
            throw e;
        } finally {
            synthesizers.forEach(Gervill::close);
        }
    }

    private void fill(SynthSequence sequence, List<Gervill> synthesizers) throws IOException {
        LoudnessMeter loudness = new LoudnessMeter(Gervill.FRAMES_PER_SECOND);
        int[] sent = new int[synthesizers.size()];
        float[] mix = new float[2 * CHUNK_FRAMES];
        int quiet = 0;
        int tail = 0;
        try (OutputStream out = Files.newOutputStream(spool)) {
            while (tail < TAIL_CHUNKS && quiet < QUIET_CHUNKS) {
                long until = micros(frames + CHUNK_FRAMES) + AHEAD_MICROS;
                Arrays.fill(mix, 0);
                for (int i = 0; i < sent.length; i++) {
                    List<SynthEvent> events = sequence.groups().get(i);
                    for (; sent[i] < events.size() && events.get(sent[i]).micros() < until; sent[i]++) {
                        synthesizers.get(i).send(events.get(sent[i]));
                    }
                    synthesizers.get(i).addTo(mix, CHUNK_FRAMES);
                }
                float chunkPeak = write(mix, loudness, out);
                frames += CHUNK_FRAMES;
                if (micros(frames) > sequence.endMicros()) {
                    tail++;
                    quiet = chunkPeak <= QUIET * peak ? quiet + 1 : 0;
                }
            }
        }
        lufs = loudness.lufs();
    }

    private float write(float[] mix, LoudnessMeter loudness, OutputStream out) throws IOException {
        float chunkPeak = 0;
        for (int i = 0; i < mix.length; i += 2) {
            loudness.add(mix[i], mix[i + 1]);
            chunkPeak = Math.max(chunkPeak, Math.max(Math.abs(mix[i]), Math.abs(mix[i + 1])));
        }
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
        bytes.asFloatBuffer().put(mix);
        out.write(bytes.array());
        peak = Math.max(peak, chunkPeak);
        return chunkPeak;
    }

    private static long micros(long frame) {
        return frame * 1_000_000 / Gervill.FRAMES_PER_SECOND;
    }

    /// Writes the recording as 16-bit samples, the last tenth of a second fading out.
    void copyTo(OutputStream out, float gain, LevelMeter meter) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(CHUNK_BYTES / 2).order(ByteOrder.LITTLE_ENDIAN);
        try (InputStream in = Files.newInputStream(spool)) {
            for (long frame = 0; frame < frames; frame += CHUNK_FRAMES) {
                FloatBuffer floats = ByteBuffer.wrap(in.readNBytes(CHUNK_BYTES)).asFloatBuffer();
                if (floats.remaining() < 2 * CHUNK_FRAMES) {
                    throw new IOException("the temporary recording was cut short");
                }
                samples.clear();
                for (int i = 0; i < CHUNK_FRAMES; i++) {
                    float factor = 32767 * gain * Math.min(1f, (frames - frame - i) / (float) FADE_FRAMES);
                    samples.putShort(meter.rounded(floats.get() * factor));
                    samples.putShort(meter.rounded(floats.get() * factor));
                }
                out.write(samples.array());
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            spool.toFile().deleteOnExit();
        }
    }

    private static EnvironmentException noSpace(IOException e) {
        return new EnvironmentException("", "NO_TEMPORARY_SPACE",
                "the recording needs a temporary file, which cannot be written (" + FileFaults.reason(e) + ").",
                "Make room in the folder for temporary files, or name another with -Djava.io.tmpdir.", e);
    }
}
