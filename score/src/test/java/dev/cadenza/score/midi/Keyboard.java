package dev.cadenza.score.midi;

import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Moves of players, as the bytes of a MIDI file and, by the plainest way, as the notes they make.
final class Keyboard {

    private static final int QUARTER = 480;

    /// @param delta ticks since the move before
    /// @param value velocity, or what else the event states
    /// @param running whether the status is left out where it can be
    record Move(int delta, Kind kind, int channel, int pitch, int value, boolean running) {

        enum Kind { ON, OFF, SILENT_ON, PEDAL, ALL_NOTES_OFF, PROGRAM, BEND, TEXT }
    }

    private record Key(int channel, int pitch) {
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Note> notes = new ArrayList<>();
    private long base;
    private long end;
    private int ons;
    private int hanging;
    private int orphans;

    Keyboard(int format, List<List<Move>> tracks) {
        out.writeBytes(new byte[] {'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, (byte) format, 0, (byte) tracks.size(),
            (byte) (QUARTER >> 8), (byte) QUARTER});
        for (List<Move> track : tracks) {
            if (format == 2) {
                base = (end + 4 * QUARTER - 1) / (4 * QUARTER) * 4 * QUARTER;
            }
            play(track);
            write(track);
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /// In the order of a part.
    List<Note> notes() {
        return notes.stream().sorted(Note.ORDER).toList();
    }

    long ons() {
        return ons;
    }

    long hanging() {
        return hanging;
    }

    long orphans() {
        return orphans;
    }

    private void play(List<Move> track) {
        Map<Key, Deque<Note>> sounding = new HashMap<>();
        Map<Integer, List<Long>> silences = new HashMap<>();
        long now = base;
        for (Move move : track) {
            now += move.delta;
            Deque<Note> held = sounding.computeIfAbsent(new Key(move.channel, move.pitch), _ -> new ArrayDeque<>());
            switch (move.kind) {
                case ON -> {
                    ons++;
                    held.add(new Note(now, 0, Pitch.of(move.pitch), move.value));
                }
                case OFF, SILENT_ON -> {
                    if (held.isEmpty()) {
                        orphans++;
                    } else {
                        stop(held.remove(), now);
                    }
                }
                case ALL_NOTES_OFF -> silences.computeIfAbsent(move.channel, _ -> new ArrayList<>()).add(now);
                case PEDAL, PROGRAM, BEND, TEXT -> {
                    // No note begins or ends.
                }
            }
        }
        long last = now;
        sounding.forEach((key, held) -> held.forEach(note -> {
            long stop = silences.getOrDefault(key.channel, List.of()).stream().filter(tick -> tick >= note.onset()).findFirst().orElse(-1L);
            hanging += stop < 0 ? 1 : 0;
            stop(note, stop < 0 ? last : stop);
        }));
        end = Math.max(end, last);
    }

    private void stop(Note note, long tick) {
        notes.add(new Note(note.onset(), tick - note.onset(), note.pitch(), note.velocity()));
    }

    private void write(List<Move> track) {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        int before = 0;
        for (Move move : track) {
            number(events, move.delta);
            int[] event = switch (move.kind) {
                case ON -> new int[] {0x90 | move.channel, move.pitch, move.value};
                case OFF -> new int[] {0x80 | move.channel, move.pitch, move.value};
                case SILENT_ON -> new int[] {0x90 | move.channel, move.pitch, 0};
                case PEDAL -> new int[] {0xB0 | move.channel, 64, move.value};
                case ALL_NOTES_OFF -> new int[] {0xB0 | move.channel, 123, 0};
                case PROGRAM -> new int[] {0xC0 | move.channel, move.value};
                case BEND -> new int[] {0xE0 | move.channel, 0, move.value};
                case TEXT -> new int[] {0xFF, 1, 1, 'a'};
            };
            for (int i = move.running && event[0] == before ? 1 : 0; i < event.length; i++) {
                events.write(event[i]);
            }
            before = event[0] == 0xFF ? 0 : event[0];
        }
        events.writeBytes(new byte[] {0, (byte) 0xFF, 0x2F, 0});
        int size = events.size();
        out.writeBytes(new byte[] {'M', 'T', 'r', 'k', (byte) (size >> 24), (byte) (size >> 16), (byte) (size >> 8), (byte) size});
        out.writeBytes(events.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, int value) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >> shift != 0) {
                out.write(value >> shift & 0x7F | 0x80);
            }
        }
        out.write(value & 0x7F);
    }
}
