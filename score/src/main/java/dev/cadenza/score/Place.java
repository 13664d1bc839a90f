package dev.cadenza.score;

/// Where in a source something was found.
public sealed interface Place {

    /// The source as a whole.
    record Nowhere() implements Place {
    }

    /// A byte of a binary file, counted from 0.
    record ByteOffset(long offset) implements Place {
        @Override
        public String toString() {
            return "byte " + offset;
        }
    }

    /// A line of a text file, counted from 1.
    record Line(int line) implements Place {
        @Override
        public String toString() {
            return "line " + line;
        }
    }

    /// A character of a text file: line and column, each counted from 1.
    record LineColumn(int line, int column) implements Place {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /// A place in the music: track, bar and beat, each counted from 1.
    record BarBeat(int track, int bar, double beat) implements Place {
        @Override
        public String toString() {
            return "track " + track + ", bar " + bar + ", beat " + beat;
        }
    }

    /// A named member of a structured file: a JSON field, a tensor, an archive entry.
    record Member(String name) implements Place {
        @Override
        public String toString() {
            return name;
        }
    }
}
