package dev.cadenza.score.midi;

import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts a score together while its tracks are read.
///
/// The tracks of formats 0 and 1 start together. Those of format 2 are independent patterns: they follow each other,
/// each from a bar line on, each with its own tempo, meter and key.
final class ScoreBuilder {

    static final int DRUM_CHANNEL = 9;

    /// A part whose instrument may still be unknown.
    private record Draft(String name, int channel, int program, List<Note> notes, List<Control> controls, List<Lyric> lyrics) {
    }

    private final int format;
    private final int resolution;
    private final Conductor conductor;
    private final List<Draft> drafts = new ArrayList<>();
    private final int[] channelProgram = new int[16];
    private final long[] channelProgramTick = new long[16];

    private TrackTexts texts = new TrackTexts();
    private int tracks;
    private int chunk;
    private int firstDraft;
    private long base;
    private long endTick;
    private int longest;
    private long ons;
    private long dropped;

    ScoreBuilder(int format, Division division) {
        this.format = format;
        this.resolution = switch (division) {
            case Division.TicksPerQuarter quarter -> quarter.ticks();
            case Division.Smpte smpte -> Conductor.resolution(smpte);
        };
        this.conductor = new Conductor(division);
        Arrays.fill(channelProgram, ChannelTrack.NO_PROGRAM);
    }

    /// Begins a track and tells at which tick.
    long beginTrack(int offset) {
        chunk = offset;
        texts = new TrackTexts();
        firstDraft = drafts.size();
        if (format == 2 && tracks > 0) {
            Meter meter = conductor.meter();
            long bar = Math.max(1, meter.barTicks(resolution));
            base = meter.tick() + (endTick - meter.tick() + bar - 1) / bar * bar;
            conductor.restart(base);
        }
        return base;
    }

    /// Counts a note-on that makes no note.
    void countDropped() {
        dropped++;
    }

    void sawProgram(int channel, long tick, int program) {
        if (channelProgram[channel] == ChannelTrack.NO_PROGRAM || tick < channelProgramTick[channel]) {
            channelProgram[channel] = program;
            channelProgramTick[channel] = tick;
        }
    }

    void meta(int type, byte[] data, int from, int length, long tick, int at, FaultLog log) {
        if (type >= 1 && type <= 7) {
            String text = Texts.decode(data, from, length);
            if (!conductor.text(type, text, tick)) {
                texts.add(type, text, tick, conductor.karaoke());
            }
        } else {
            conductor.meta(type, data, from, length, tick, at, log);
        }
    }

    void addChannel(int channel, ChannelTrack track) {
        // One channel only has the lyrics: the first of the track.
        List<Lyric> lyrics = drafts.size() == firstDraft ? texts.lyrics() : List.of();
        ons += track.table().count();
        drafts.add(new Draft(partName(), channel, track.program(), track.notes(), track.controls(), lyrics));
    }

    void endTrack(long tick) {
        boolean silent = drafts.size() == firstDraft;
        boolean namesPiece = format == 0 || format == 1 && tracks == 0 && silent;
        if (namesPiece) {
            conductor.title(texts.name());
        }
        if (silent) {
            List<Lyric> lyrics = texts.lyrics().isEmpty() ? texts.karaokeLyrics() : texts.lyrics();
            if (!lyrics.isEmpty()) {
                drafts.add(new Draft(namesPiece ? "" : partName(), 0, 0, List.of(), List.of(), lyrics));
            }
        }
        if (tick > endTick) {
            endTick = tick;
            longest = chunk;
        }
        tracks++;
    }

    private String partName() {
        String name = format == 0 ? "" : texts.name();
        return name.isEmpty() ? texts.instrument() : name;
    }

    MidiRead build(MidiHeader header, FaultLog log) {
        List<Part> parts = new ArrayList<>(drafts.size());
        long notes = 0;
        for (Draft draft : drafts) {
            int program = draft.program();
            if (program == ChannelTrack.NO_PROGRAM) {
                boolean shared = format != 2 && channelProgram[draft.channel()] != ChannelTrack.NO_PROGRAM
                        && draft.controls().stream().noneMatch(Control.ProgramChange.class::isInstance);
                program = shared ? channelProgram[draft.channel()] : 0;
            }
            parts.add(new Part(draft.name(), new Instrument(program, draft.channel() == DRUM_CHANNEL), draft.notes(),
                    draft.controls(), draft.lyrics()));
            notes += draft.notes().size();
        }
        Score score = conductor.score(resolution, parts);
        MidiRead read = new MidiRead(score, header, new NoteCount(ons + dropped, notes, dropped), endTick, List.of());
        if (endTick > 1L << 31 || read.seconds() > 86_400) {
            log.noted(Fault.DURATION, longest);
        }
        return new MidiRead(score, header, read.noteCount(), endTick, log.diagnostics());
    }
}
