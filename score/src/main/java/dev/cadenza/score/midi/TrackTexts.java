package dev.cadenza.score.midi;

import dev.cadenza.score.Lyric;
import java.util.ArrayList;
import java.util.List;

/// Names and sung words of one track.
final class TrackTexts {

    private static final int TEXT = 1;
    private static final int TRACK_NAME = 3;
    private static final int INSTRUMENT_NAME = 4;
    private static final int LYRIC = 5;

    private String name = "";
    private String instrument = "";
    private List<Lyric> lyrics = List.of();
    private List<Lyric> karaoke = List.of();

    void add(int type, String text, long tick, boolean inKaraokeFile) {
        switch (type) {
            case TRACK_NAME -> name = name.isEmpty() ? text : name;
            case INSTRUMENT_NAME -> instrument = instrument.isEmpty() ? text : instrument;
            case LYRIC -> lyrics = with(lyrics, tick, text);
            case TEXT -> karaoke = inKaraokeFile && !text.startsWith("@") ? with(karaoke, tick, text) : karaoke;
            default -> {
                // Cues and markers belong to the piece.
            }
        }
    }

    private static List<Lyric> with(List<Lyric> list, long tick, String text) {
        List<Lyric> longer = list.isEmpty() ? new ArrayList<>() : list;
        longer.add(new Lyric(tick, text));
        return longer;
    }

    String name() {
        return name;
    }

    String instrument() {
        return instrument;
    }

    List<Lyric> lyrics() {
        return lyrics;
    }

    /// The words of a karaoke (.kar) track, which come as plain text events.
    List<Lyric> karaokeLyrics() {
        return karaoke;
    }
}
