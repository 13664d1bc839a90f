package dev.cadenza.studio.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import tools.jackson.databind.node.JsonNodeFactory;

/// Puts a [Reply] on the wire. Blocks, so that a slow reader costs no more than a virtual thread and one buffer.
final class ReplyWriter {

    private static final int CHUNK_BYTES = 64 << 10;
    private static final String JSON = "application/json;charset=utf-8";

    private final Response response;
    private final boolean withBody;

    /// @param withBody false for HEAD
    ReplyWriter(Response response, boolean withBody) {
        this.response = response;
        this.withBody = withBody;
    }

    void write(Reply reply) throws IOException {
        switch (reply) {
            case Reply.Done() -> end(204);
            case Reply.Json(int status, var value) -> bytes(status, JSON, value.toString().getBytes(StandardCharsets.UTF_8));
            case Reply.Page(int status, String type, byte[] bytes) -> bytes(status, type, bytes);
            case Reply.Media media -> media(media);
            case Reply.Elsewhere(String to) -> {
                headers().put("Location", to);
                headers().put("Content-Length", 0);
                end(308);
            }
        }
    }

    /// A fault as JSON.
    void write(ApiFault fault) throws IOException {
        if (fault.status() == 429) {
            headers().put("Retry-After", 10);
        }
        write(new Reply.Json(fault.status(), JsonNodeFactory.instance.objectNode().put("code", fault.code())
                .put("cause", fault.getMessage()).put("remedy", fault.remedy())));
    }

    private HttpFields.Mutable headers() {
        return response.getHeaders();
    }

    private void end(int status) throws IOException {
        response.setStatus(status);
        Content.Sink.write(response, true, ByteBuffer.allocate(0));
    }

    private void bytes(int status, String type, byte[] bytes) throws IOException {
        headers().put("Content-Type", type);
        headers().put("Content-Length", bytes.length);
        response.setStatus(status);
        Content.Sink.write(response, true, ByteBuffer.wrap(withBody ? bytes : new byte[0]));
    }

    private void media(Reply.Media media) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(media.file(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = file.size();
            headers().put("Accept-Ranges", "bytes");
            headers().put("ETag", '"' + media.tag() + '"');
            headers().put("Cache-Control", "private, max-age=3600");
            Optional<ByteRange> part = ByteRange.of(media.range(), size);
            part.ifPresent(range -> headers().put("Content-Range", "bytes " + range.first() + "-" + (range.first() + range.length() - 1)
                    + "/" + size));
            ByteRange sent = part.orElse(new ByteRange(0, size));
            headers().put("Content-Type", media.type());
            headers().put("Content-Length", sent.length());
            response.setStatus(part.isPresent() ? 206 : 200);
            copy(file.position(sent.first()), withBody ? sent.length() : 0);
        } catch (ByteRange.Unsatisfiable e) {
            headers().put("Content-Range", "bytes */" + Files.size(media.file()));
            write(new ApiFault(416, "BAD_RANGE", "The file has no such part.", "Ask for a part within it."));
        }
    }

    private void copy(SeekableByteChannel file, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, length));
        long left = length;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            int read = file.read(buffer);
            if (read < 0) {
                throw new IOException("the file became shorter while it was sent");
            }
            left -= read;
            Content.Sink.write(response, left == 0, buffer.flip());
        }
        if (length == 0) {
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
        }
    }
}
