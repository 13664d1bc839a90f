package dev.cadenza.score.midi;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Control;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Writes scores as Standard MIDI Files of format 1: a track for what concerns all parts, then a track a part.
///
/// Equal scores give equal bytes. Reading them again gives [MidiForm#of] the score. Chord symbols and the composer, for
/// which the standard has no place, are text events that begin with `Chord: ` and `Composer: `.
public final class MidiWriter {

    private static final long LAST_TICK = 1L << 40;
    private static final int MAX_PARTS = 65_534;

    private MidiWriter() {
    }

    /// Writes a score to a file, which is replaced if it exists.
    ///
    /// @throws RequestException where the score is longer than 2^40 ticks or has more than 65,534 parts
    /// @throws dev.cadenza.score.CadenzaException.OutputException where the file cannot be written
    public static void write(Score score, Path file) {
        AtomicFiles.write(file, write(score));
    }

    /// The bytes of a score's file.
    ///
    /// @throws RequestException where the score is longer than 2^40 ticks or has more than 65,534 parts
    public static byte[] write(Score score) {
        Score form = MidiForm.of(score);
        if (form.parts().size() > MAX_PARTS) {
            throw new RequestException("MIDI", "TOO_MANY_PARTS", "a MIDI file holds 65,534 parts, not "
                    + form.parts().size() + ".", "Write fewer parts.");
        }
        int[] channels = Channels.of(form.parts());
        ByteSink file = new ByteSink();
        file.fourLetters("MThd");
        file.four(6);
        file.two(1);
        file.two(form.parts().size() + 1);
        file.two(form.resolution());
        file.chunk("MTrk", conductor(form));
        for (int i = 0; i < channels.length; i++) {
            file.chunk("MTrk", part(form.parts().get(i), channels[i]));
        }
        return file.toArray();
    }

    private static ByteSink conductor(Score score) {
        EventSink track = new EventSink();
        if (!score.metadata().title().isEmpty()) {
            track.text(0, EventSink.TRACK_NAME, score.metadata().title());
        }
        if (!score.metadata().composer().isEmpty()) {
            track.text(0, EventSink.TEXT, Texts.COMPOSER + score.metadata().composer());
        }
        if (!score.metadata().copyright().isEmpty()) {
            track.text(0, EventSink.COPYRIGHT, score.metadata().copyright());
        }
        Merge merge = new Merge();
        merge.add(score.meters(), Meter::tick, m -> track.meta(within(m.tick()), 0x58,
                m.numerator(), Integer.numberOfTrailingZeros(m.denominator()), clocks(m), 8));
        merge.add(score.keys(), KeySignature::tick, k -> track.meta(within(k.tick()), 0x59,
                k.fifths(), k.mode() == Mode.MINOR ? 1 : 0));
        merge.add(score.tempos(), Tempo::tick, t -> track.meta(within(t.tick()), 0x51,
                t.microsPerQuarter() >> 16, t.microsPerQuarter() >> 8, t.microsPerQuarter()));
        merge.add(score.markers(), Marker::tick, m -> track.text(within(m.tick()), EventSink.MARKER, m.text()));
        merge.add(score.chords(), ChordSymbol::tick,
                c -> track.text(within(c.tick()), EventSink.TEXT, Texts.CHORD + c.text()));
        merge.run();
        return track.end();
    }

    /// MIDI clocks (24 a quarter) a metronome click lasts: a beat, or three of them in compound time.
    private static int clocks(Meter meter) {
        boolean compound = meter.denominator() >= 8 && meter.numerator() > 3 && meter.numerator() % 3 == 0;
        return Math.max(1, 96 * (compound ? 3 : 1) / meter.denominator());
    }

    private static ByteSink part(Part part, int channel) {
        EventSink track = new EventSink();
        if (!part.name().isEmpty()) {
            track.text(0, EventSink.TRACK_NAME, part.name());
        }
        int early = bankSelects(part.controls());
        part.controls().subList(0, early).forEach(c -> track.control(0, channel, c));
        track.channel(0, 0xC0 | channel, part.instrument().program());

        List<Note> endings = part.notes().stream().filter(n -> n.duration() > 0)
                .sorted(Comparator.comparingLong(Note::end)).toList();
        Merge merge = new Merge();
        merge.add(endings, Note::end, n -> release(track, channel, n));
        merge.add(part.controls().subList(early, part.controls().size()), Control::tick,
                c -> track.control(within(c.tick()), channel, c));
        merge.add(part.lyrics().stream().filter(l -> l.verse() == 1).toList(), Lyric::tick, l -> track.text(within(l.tick()), EventSink.LYRIC, l.text()));
        merge.add(part.notes(), Note::onset, n -> {
            track.channel(within(n.onset()), 0x90 | channel, n.pitch().midi(), n.velocity());
            if (n.duration() == 0) {
                release(track, channel, n);
            }
        });
        merge.run();
        return track.end();
    }

    /// A note-on without velocity is a note-off, and needs no status byte of its own.
    private static void release(EventSink track, int channel, Note note) {
        track.channel(within(note.end()), 0x90 | channel, note.pitch().midi(), 0);
    }

    /// How many controls must come before the program: those up to the last bank select at the start.
    private static int bankSelects(List<Control> controls) {
        int count = 0;
        for (int i = 0; i < controls.size() && controls.get(i).tick() == 0; i++) {
            Control control = controls.get(i);
            if (control instanceof Control.ProgramChange) {
                break;
            }
            if (control instanceof Control.ControlChange change && (change.controller() == 0 || change.controller() == 32)) {
                count = i + 1;
            }
        }
        return count;
    }

    private static long within(long tick) {
        if (tick > LAST_TICK) {
            throw new RequestException("MIDI", "TOO_LONG", "the music is longer than 2^40 ticks.",
                    "Cut it, or lower its resolution.");
        }
        return tick;
    }
}
