package dev.cadenza.score.midi;

/// Everything a reader can find fault with. The names are the codes that users see.
enum Fault {
    // Refused in either mode.
    NOT_A_FILE("this is not a file but a folder or a device"),
    IO("the file cannot be read"),
    EMPTY_FILE("the file is empty"),
    FILE_TOO_LARGE("the file is longer than the limit"),
    NOT_MIDI("this is not a MIDI file"),
    COMPRESSED_GZIP("this is a gzip archive, not a MIDI file"),
    COMPRESSED_ZIP("this is a zip archive, not a MIDI file"),
    COMPRESSED_BZIP2("this is a bzip2 archive, not a MIDI file"),
    COMPRESSED_XZ("this is an xz archive, not a MIDI file"),
    HEADER_TRUNCATED("the file ends within its header"),
    HEADER_LENGTH("the header states an impossible length"),
    FORMAT_UNKNOWN("the header states a format other than 0, 1 and 2"),
    DIVISION_ZERO("the header states a time base of zero"),
    SMPTE_RATE("the header states a frame rate other than 24, 25, 29 and 30"),

    // The file around its tracks.
    LEADING_GARBAGE("foreign bytes stand before the header", "they were skipped"),
    RIFF_SIZE("the RIFF wrapper states a wrong size", "it was ignored"),
    CHUNK_LENGTH("a chunk states a wrong length", "the next track was searched for"),
    FORMAT0_TRACKS("a format 0 file has one track, this one states more", "they were read as sounding together"),
    TRACK_COUNT("the header states fewer tracks than there are", "all were read"),
    TRACKS_MISSING("tracks are missing", "those that are there were read"),
    TRAILING_DATA("foreign bytes stand after the tracks", "they were skipped"),

    // Tracks.
    TRACK_TRUNCATED("a track is cut off, or states a wrong length", "its events were read as far as they go"),
    EOT_MISSING("a track has no end-of-track event", "it ends with its last event"),
    EVENTS_AFTER_EOT("events stand after the end of a track", "they were read"),

    // Events.
    VLQ_TOO_LONG("a number has more than four bytes", "it was limited to 28 bits"),
    TIME_LIMIT("a track goes on beyond 2^48 ticks", "time stands still from there on"),
    RUNNING_STATUS("data stand where no status is in force", "the last status was used, or the data were skipped"),
    DATA_BYTE("a data byte is above 127", "the value was limited to 127, or the event was left out"),
    STATUS_UNDEFINED("a status is not allowed in a file", "it was skipped"),
    META_LENGTH("a meta event is longer than its track", "the rest of the track was skipped"),
    META_SIZE("a meta event has the wrong size", "what could be used was used"),
    TEMPO_ZERO("a tempo is zero", "it was left out"),
    TIME_SIGNATURE("a time signature is impossible", "it was left out"),
    KEY_SIGNATURE("a key signature is impossible", "it was left out"),
    SYSEX_LENGTH("a system exclusive message is longer than its track", "it was skipped"),
    SYSEX_OPEN("a system exclusive message is never ended", "it was skipped"),
    NOTE_HANGING("a note is never released", "it ends with its track"),
    NOTE_OFF_ORPHAN("a note is released that does not sound", "the release was left out"),

    // Allowed, and worth knowing.
    DURATION("the music lasts longer than a day or 2^31 ticks", "it was kept");

    private final String finding;
    private final String repair;

    Fault(String finding) {
        this(finding, "");
    }

    Fault(String finding, String repair) {
        this.finding = finding;
        this.repair = repair;
    }

    /// What is wrong, a sentence.
    String cause() {
        return finding + ".";
    }

    /// What is wrong and what was done, a sentence.
    String report() {
        return finding + "; " + repair + ".";
    }
}
