package dev.cadenza.render.sound;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// RIFF WAVE files of 16-bit samples.
final class WavWriter {

    private static final int HEADER_BYTES = 44;
    private static final int PCM = 1;

    private WavWriter() {
    }

    static void header(OutputStream out, long frames, int channels, int framesPerSecond) throws IOException {
        long dataBytes = frames * channels * 2;
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (HEADER_BYTES - 8 + dataBytes)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) PCM).putShort((short) channels).putInt(framesPerSecond)
                .putInt(framesPerSecond * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
        header.put(ascii("data")).putInt((int) dataBytes);
        out.write(header.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
