package dev.cadenza.score.midi;

/// Reads the header and walks from chunk to chunk.
final class FileParser {

    private static final int MTRK = 0x4D54726B;
    private static final String GET_AGAIN = "Get the file again, or export it again from the program that made it.";

    private final byte[] data;
    private final int start;
    private final int limit;
    private final FaultLog log;
    private final Scratch scratch;

    /// @param data the MIDI data of the container; what lies after its end is not music
    FileParser(byte[] data, Container container, FaultLog log, Scratch scratch) {
        this.data = data;
        this.start = container.start();
        this.limit = Math.min(container.end(), data.length);
        this.log = log;
        this.scratch = scratch;
    }

    MidiRead parse() {
        if (limit - start < 14) {
            throw log.refused(Fault.HEADER_TRUNCATED, limit, GET_AGAIN);
        }
        long headerLength = unsigned(start + 4);
        if (headerLength < 6 || headerLength > limit - start - 8) {
            throw log.refused(Fault.HEADER_LENGTH, start + 4, GET_AGAIN);
        }
        int format = two(start + 8);
        if (format > 2) {
            throw log.refused(Fault.FORMAT_UNKNOWN, start + 8, GET_AGAIN);
        }
        int stated = two(start + 10);
        Division division = division();
        if (format == 0 && stated > 1) {
            log.repaired(Fault.FORMAT0_TRACKS, start + 10);
        }
        ScoreBuilder builder = new ScoreBuilder(format, division);
        int found = chunks(start + 8 + (int) headerLength, stated, new TrackParser(data, log, builder, scratch));
        if (found < stated || found == 0) {
            log.repaired(Fault.TRACKS_MISSING, limit);
        } else if (found > stated) {
            log.repaired(Fault.TRACK_COUNT, start + 10);
        }
        return builder.build(new MidiHeader(format, found, division), log);
    }

    private Division division() {
        int value = two(start + 12);
        if (value < 0x8000) {
            if (value == 0) {
                throw log.refused(Fault.DIVISION_ZERO, start + 12, GET_AGAIN);
            }
            return new Division.TicksPerQuarter(value);
        }
        int frames = 256 - (value >> 8);
        if (frames != 24 && frames != 25 && frames != 29 && frames != 30) {
            throw log.refused(Fault.SMPTE_RATE, start + 12, GET_AGAIN);
        }
        if ((value & 0xFF) == 0) {
            throw log.refused(Fault.DIVISION_ZERO, start + 12, GET_AGAIN);
        }
        return new Division.Smpte(frames, value & 0xFF);
    }

    private int chunks(int first, int stated, TrackParser parser) {
        int found = 0;
        int at = first;
        while (at < limit) {
            if (!chunkAt(at)) {
                log.repaired(Fault.TRAILING_DATA, at);
                at = nextTrack(at);
                continue;
            }
            long length = unsigned(at + 4);
            if (Container.startsWith(data, at, MTRK)) {
                at = track(at, length, parser);
                found++;
            } else if (length <= limit - at - 8) {
                at += 8 + (int) length;
            } else {
                boolean complete = found > 0 && found >= stated;
                log.repaired(complete ? Fault.TRAILING_DATA : Fault.CHUNK_LENGTH, complete ? at : at + 4);
                at = nextTrack(at + 8);
            }
        }
        return found;
    }

    /// Reads the track at `at` and returns where the next chunk begins.
    private int track(int at, long length, TrackParser parser) {
        int from = at + 8;
        int end;
        if (length > limit - from) {
            end = nextTrack(from);
            log.repaired(Fault.TRACK_TRUNCATED, end == limit ? limit : at + 4);
        } else {
            end = from + (int) length;
            if (end < limit && !chunkAt(end) && !endsTrack(from, end)) {
                // Too short a length: what follows is no chunk, and the track has not ended.
                log.repaired(Fault.TRACK_TRUNCATED, at + 4);
                end = nextTrack(end);
            }
        }
        int stop = parser.parse(from, end, at);
        if (stop < end) {
            log.repaired(Fault.CHUNK_LENGTH, at + 4);
        }
        return stop;
    }

    private boolean endsTrack(int from, int end) {
        return end - from >= 3 && data[end - 3] == (byte) 0xFF && data[end - 2] == 0x2F && data[end - 1] == 0;
    }

    /// Whether a chunk can begin here: four printable letters and room for a length.
    private boolean chunkAt(int at) {
        if (at > limit - 8) {
            return false;
        }
        for (int i = at; i < at + 4; i++) {
            if (data[i] < ' ' || data[i] > '~') {
                return false;
            }
        }
        return true;
    }

    /// Where the next track chunk begins, or the end of the data.
    private int nextTrack(int from) {
        for (int i = from; i <= limit - 8; i++) {
            if (data[i] == 'M' && Container.startsWith(data, i, MTRK)) {
                return i;
            }
        }
        return limit;
    }

    private long unsigned(int at) {
        return Integer.toUnsignedLong(Container.big(data, at));
    }

    private int two(int at) {
        return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    }
}
