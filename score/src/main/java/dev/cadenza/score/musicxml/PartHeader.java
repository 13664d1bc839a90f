package dev.cadenza.score.musicxml;

import dev.cadenza.score.Instrument;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the list of parts says of one.
///
/// @param sounds of its instruments by `id`, in the order of the file
record PartHeader(String name, Map<String, Sound> sounds) {

    private static final int DRUM_CHANNEL = 10;

    /// A part of which nothing is known.
    static final PartHeader UNKNOWN = new PartHeader("", Map.of());

    /// How an instrument sounds.
    ///
    /// @param program General MIDI program, 0..127
    /// @param drum MIDI key of the drum that it is; -1 for none
    record Sound(int channel, int program, int drum) {

        static final Sound PIANO = new Sound(1, 0, -1);

        boolean drums() {
            return channel == DRUM_CHANNEL;
        }
    }

    /// Reads the `score-part` that the cursor has just entered, and leaves it.
    static PartHeader read(XmlCursor cursor) {
        String name = "";
        Map<String, Sound> sounds = new LinkedHashMap<>();
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "part-name" -> name = cursor.text().replaceAll("\\s+", " ");
                case "score-instrument" -> {
                    sounds.putIfAbsent(cursor.attribute("id"), Sound.PIANO);
                    cursor.skip();
                }
                case "midi-instrument" -> sounds.put(cursor.attribute("id"), sound(cursor));
                default -> cursor.skip();
            }
        }
        return new PartHeader(name, sounds);
    }

    private static Sound sound(XmlCursor cursor) {
        int channel = 1;
        int program = 1;
        int drum = 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "midi-channel" -> channel = (int) cursor.number(1, 16, 1);
                case "midi-program" -> program = (int) cursor.number(0, 128, 1);
                case "midi-unpitched" -> drum = (int) cursor.number(1, 128, 0);
                default -> cursor.skip();
            }
        }
        return new Sound(channel, Math.max(0, program - 1), drum - 1);
    }

    /// @param id empty for the first instrument
    Sound sound(String id) {
        Sound first = sounds.isEmpty() ? Sound.PIANO : sounds.values().iterator().next();
        return sounds.getOrDefault(id, first);
    }

    Instrument instrument(boolean drums, String id) {
        return new Instrument(drums && !sound(id).drums() ? 0 : sound(id).program(), drums);
    }
}
