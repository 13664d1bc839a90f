package dev.cadenza.studio.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a file, as RFC 9110 (14.1.2) asks for it.
///
/// @param first index of its first byte
/// @param length how many
record ByteRange(long first, long length) {

    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /// A range that lies outside.
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1L;

        Unsatisfiable() {
            super("outside of the file", null, false, false);
        }
    }

    /// What a `Range` header asks of a file; empty for all of it. What is no single range counts as not sent, as the RFC allows.
    ///
    /// @param size bytes of the file
    static Optional<ByteRange> of(String header, long size) throws Unsatisfiable {
        Matcher matcher = SINGLE.matcher(header);
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(matcher.group(2)), size);
            if (last == 0) {
                throw new Unsatisfiable();
            }
            return Optional.of(new ByteRange(size - last, last));
        }
        long first = Long.parseLong(matcher.group(1));
        long end = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        if (end < first && !matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (first >= size) {
            throw new Unsatisfiable();
        }
        return Optional.of(new ByteRange(first, Math.min(end, size - 1) - first + 1));
    }
}
