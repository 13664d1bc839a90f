package dev.cadenza.score.musicxml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters of an XML file: by its byte order mark, else by the encoding it declares, else UTF-8.
///
/// The parser of the JDK could do the same, but where bytes are damaged it writes to the terminal.
final class XmlText {

    private static final int LONGEST_DECLARATION = 256;
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlText() {
    }

    /// @throws IOException where the encoding is not known; the reader throws it where bytes are none of its characters
    static Reader of(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        bytes.mark(LONGEST_DECLARATION);
        byte[] head = bytes.readNBytes(LONGEST_DECLARATION);
        bytes.reset();
        Charset charset = charset(head, bytes);
        return new InputStreamReader(bytes, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /// Finds the encoding, and skips a mark that the decoder would not skip.
    private static Charset charset(byte[] head, InputStream bytes) throws IOException {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (begins(head, 0xFE, 0xFF) || begins(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        if (begins(head, 0, '<', 0, '?')) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(head, '<', 0, '?', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!declared.find() || declared.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IOException("the encoding " + declared.group(1) + " is not known", e);
        }
    }

    private static boolean begins(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
