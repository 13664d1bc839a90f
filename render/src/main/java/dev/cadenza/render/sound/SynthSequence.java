package dev.cadenza.render.sound;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Control;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A score laid out for synthesisers of sixteen channels each: every part has a channel of its own, drums have the tenth.
///
/// @param groups what each synthesiser is sent, in order of time
/// @param endMicros when the last key is up
record SynthSequence(List<List<SynthEvent>> groups, long endMicros) {

    static final int DRUM_CHANNEL = 9;
    static final int MAX_PARTS = 256;

    private static final int MELODIC_CHANNELS = 15;

    /// Two control periods of the synthesiser: a key released within one period would not sound at all.
    private static final long SHORTEST_MICROS = 15_000;
    private static final int BANK_SELECT = 0;
    private static final int SUSTAIN = 64;
    private static final int ALL_NOTES_OFF = 123;

    /// @throws RequestException where nothing sounds, more than [#MAX_PARTS] parts do, or it takes longer than `maxSeconds`
    static SynthSequence of(Score score, double maxSeconds) {
        List<Part> parts = score.parts().stream().filter(part -> !part.notes().isEmpty()).toList();
        if (parts.isEmpty()) {
            throw new RequestException("", "NOTHING_TO_PLAY", "the score has no notes, so there is nothing to hear.",
                    "Give one with notes.");
        }
        if (parts.size() > MAX_PARTS) {
            throw new RequestException("", "TOO_MANY_PARTS", "the score has " + parts.size()
                    + " parts that sound; at most " + MAX_PARTS + " can be played together.", "Merge or leave out some.");
        }
        TempoMap tempos = TempoMap.of(score);
        double seconds = tempos.seconds(score.end());
        if (seconds > maxSeconds) {
            throw new RequestException("", "TOO_LONG", String.format(Locale.ROOT,
                    "the score lasts %.0f minutes; a recording may last %.0f.", seconds / 60, maxSeconds / 60),
                    "Cut it, or set a faster tempo.");
        }
        long limit = (long) (maxSeconds * 1e6);
        List<List<SynthEvent>> groups = new ArrayList<>();
        int melodic = 0;
        int drums = 0;
        for (Part part : parts) {
            boolean isDrums = part.instrument().drums();
            int group = isDrums ? drums++ : melodic / MELODIC_CHANNELS;
            int slot = isDrums ? DRUM_CHANNEL : melodic++ % MELODIC_CHANNELS;
            int channel = isDrums || slot < DRUM_CHANNEL ? slot : slot + 1;
            while (groups.size() <= group) {
                groups.add(new ArrayList<>());
            }
            addPart(part, channel, tempos, limit, groups.get(group));
        }
        return ordered(groups);
    }

    private static void addPart(Part part, int channel, TempoMap tempos, long limit, List<SynthEvent> out) {
        out.add(SynthEvent.program(0, channel, part.instrument().program()));
        for (Control control : part.controls()) {
            long at = micros(tempos, control.tick());
            if (at <= limit) {
                addControl(control, at, channel, out);
            }
        }
        addNotes(part, channel, tempos, out);
    }

    private static long micros(TempoMap tempos, long tick) {
        return Math.round(tempos.seconds(tick) * 1e6);
    }

    private static void addControl(Control control, long at, int channel, List<SynthEvent> out) {
        switch (control) {
            case Control.ControlChange c -> {
                // Banks on the drum channel would turn it into a melodic one in some fonts.
                if (channel != DRUM_CHANNEL || c.controller() != BANK_SELECT) {
                    out.add(SynthEvent.control(at, channel, c.controller(), c.value()));
                }
            }
            case Control.PitchBend c -> out.add(SynthEvent.bend(at, channel, c.value()));
            case Control.ProgramChange c -> out.add(SynthEvent.program(at, channel, c.program()));
            case Control.ChannelPressure c -> out.add(SynthEvent.channelPressure(at, channel, c.value()));
            case Control.KeyPressure c -> out.add(SynthEvent.keyPressure(at, channel, c.pitch(), c.value()));
        }
    }

    /// A key can be struck again only after it was let go: where notes of one pitch overlap, the later cuts the earlier.
    private static void addNotes(Part part, int channel, TempoMap tempos, List<SynthEvent> out) {
        long[] keyUp = new long[128];
        Arrays.fill(keyUp, -1);
        for (Note note : part.notes()) {
            int pitch = note.pitch().midi();
            long on = micros(tempos, note.onset());
            long off = Math.max(micros(tempos, note.end()), on + SHORTEST_MICROS);
            if (keyUp[pitch] >= 0) {
                out.add(SynthEvent.noteOff(Math.min(keyUp[pitch], on), channel, pitch));
            }
            out.add(SynthEvent.noteOn(on, channel, pitch, note.velocity()));
            keyUp[pitch] = off;
        }
        for (int pitch = 0; pitch < keyUp.length; pitch++) {
            if (keyUp[pitch] >= 0) {
                out.add(SynthEvent.noteOff(keyUp[pitch], channel, pitch));
            }
        }
    }

    private static SynthSequence ordered(List<List<SynthEvent>> groups) {
        long end = 0;
        for (List<SynthEvent> group : groups) {
            for (SynthEvent event : group) {
                end = event.rank() == 1 ? end : Math.max(end, event.micros());
            }
        }
        List<List<SynthEvent>> ready = new ArrayList<>();
        for (List<SynthEvent> group : groups) {
            long last = end;
            group.removeIf(event -> event.micros() > last);
            group.sort(Comparator.comparingLong(SynthEvent::micros).thenComparingInt(SynthEvent::rank));
            for (int channel = 0; channel < 16; channel++) {
                group.add(SynthEvent.control(end, channel, SUSTAIN, 0));
                group.add(SynthEvent.control(end, channel, ALL_NOTES_OFF, 0));
            }
            ready.add(oneAMicrosecond(group));
        }
        return new SynthSequence(List.copyOf(ready), end);
    }

    private static List<SynthEvent> oneAMicrosecond(List<SynthEvent> group) {
        long previous = -1;
        List<SynthEvent> spread = new ArrayList<>(group.size());
        for (SynthEvent event : group) {
            previous = Math.max(previous + 1, event.micros());
            spread.add(event.at(previous));
        }
        return List.copyOf(spread);
    }
}
