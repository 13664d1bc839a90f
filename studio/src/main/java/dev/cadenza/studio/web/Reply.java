package dev.cadenza.studio.web;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// What is sent back.
public sealed interface Reply {

    /// Nothing but that it was done (204).
    record Done() implements Reply {
    }

    /// A JSON value.
    ///
    /// @param status of HTTP
    record Json(int status, JsonNode value) implements Reply {
    }

    /// A file of the page, held in memory, or a text.
    ///
    /// @param status of HTTP
    /// @param type as `Content-Type` names it
    record Page(int status, String type, byte[] bytes) implements Reply {
    }

    /// A file that can be had in ranges.
    ///
    /// @param tag changes when the file does; without quotation marks
    /// @param range what was asked for by `Range`, empty for all of it
    record Media(String type, Path file, String tag, String range) implements Reply {
    }

    /// The same thing is at another address (308).
    ///
    /// @param to relative to the address that was asked for
    record Elsewhere(String to) implements Reply {
    }
}
