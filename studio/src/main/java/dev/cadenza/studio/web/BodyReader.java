package dev.cadenza.studio.web;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;

/// Reads the content of a request within a limit and a time for all of it.
final class BodyReader {

    private final Content.Source source;
    private final long endNanos;
    private boolean ended;
    private boolean late;

    BodyReader(Content.Source source, long millis) {
        this.source = source;
        this.endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /// All of it.
    ///
    /// @throws ApiFault 413 where it is longer, 408 where it is slower, 400 where it breaks off
    byte[] read(int most) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!ended) {
            bytes.writeBytes(part());
            if (bytes.size() > most) {
                throw JsonBody.tooLarge();
            }
        }
        return bytes.toByteArray();
    }

    /// Reads on and throws away, as a connection that is closed while its other side still writes would lose our reply.
    ///
    /// @return whether that was all
    boolean discard(int most) {
        long length = 0;
        try {
            while (!ended && !late && length <= most) {
                length += part().length;
            }
        } catch (ApiFault e) {
            return false;
        }
        return ended && !late;
    }

    private byte[] part() {
        Content.Chunk chunk = next();
        try {
            ended = chunk.isLast();
            if (Content.Chunk.isFailure(chunk)) {
                // Nothing may be read after it.
                late = true;
                throw ApiFault.bad("CUT_OFF", "The content ended early.");
            }
            byte[] part = new byte[chunk.remaining()];
            chunk.get(part, 0, part.length);
            return part;
        } finally {
            chunk.release();
        }
    }

    private Content.Chunk next() {
        Content.Chunk chunk = source.read();
        while (chunk == null) {
            CountDownLatch more = new CountDownLatch(1);
            source.demand(more::countDown);
            try {
                if (!more.await(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    late = true;
                    throw JsonBody.tooSlow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                late = true;
                throw new ApiFault(503, "STOPPING", "The server is stopping.", "Try again later.");
            }
            chunk = source.read();
        }
        return chunk;
    }
}
