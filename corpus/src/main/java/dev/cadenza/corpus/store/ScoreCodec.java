package dev.cadenza.corpus.store;

import dev.cadenza.corpus.store.ByteReader.Malformed;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// A [Score] as bytes, with every field of every record. The form is described in `docs/formats/corpus.md`.
///
/// Ticks are written as the distance from the one before in their list, which makes small numbers of them.
public final class ScoreCodec {

    private static final int MOST_RESOLUTION = 32767;

    private ScoreCodec() {
    }

    /// A score as bytes. Equal scores make equal bytes.
    public static byte[] encode(Score score) {
        ByteWriter out = new ByteWriter();
        out.number(score.resolution());
        out.text(score.metadata().title());
        out.text(score.metadata().composer());
        out.text(score.metadata().copyright());
        timed(out, score.tempos(), Tempo::tick, tempo -> out.number(tempo.microsPerQuarter()));
        timed(out, score.meters(), Meter::tick, meter -> {
            out.number(meter.numerator());
            out.number(meter.denominator());
        });
        timed(out, score.keys(), KeySignature::tick, key -> {
            out.signed(key.fifths());
            out.number(key.mode().ordinal());
        });
        timed(out, score.chords(), ChordSymbol::tick, chord -> out.text(chord.text()));
        timed(out, score.markers(), Marker::tick, marker -> out.text(marker.text()));
        out.number(score.parts().size());
        for (Part part : score.parts()) {
            part(out, part);
        }
        timed(out, score.repeats(), RepeatSign::tick, sign -> {
            out.number(sign.kind().ordinal());
            out.number(sign.passes().size());
            sign.passes().forEach(out::number);
        });
        return out.toArray();
    }

    private static void part(ByteWriter out, Part part) {
        out.text(part.name());
        out.number(part.instrument().program());
        out.number(part.instrument().drums() ? 1 : 0);
        timed(out, part.notes(), Note::onset, note -> {
            out.number(note.duration());
            pitch(out, note.pitch());
            out.number(note.velocity());
        });
        timed(out, part.controls(), Control::tick, control -> control(out, control));
        timed(out, part.lyrics(), Lyric::tick, lyric -> {
            out.text(lyric.text());
            out.number(lyric.verse());
        });
        NotationCodec.encode(out, part.notation());
    }

    static void pitch(ByteWriter out, Pitch pitch) {
        out.number(pitch.midi());
        out.number(pitch.spelling().letter().ordinal());
        out.signed(pitch.spelling().alter());
    }

    static Pitch pitch(ByteReader in) throws Malformed {
        int midi = in.integer(127);
        Spelling spelling = new Spelling(choice(in, Letter.values()), in.signed(2));
        Pitch plain = Pitch.of(midi);
        return plain.spelling().equals(spelling) ? plain : new Pitch(midi, spelling);
    }

    private static void control(ByteWriter out, Control control) {
        switch (control) {
            case Control.ControlChange change -> {
                out.number(0);
                out.number(change.controller());
                out.number(change.value());
            }
            case Control.PitchBend bend -> {
                out.number(1);
                out.signed(bend.value());
            }
            case Control.ProgramChange change -> {
                out.number(2);
                out.number(change.program());
            }
            case Control.ChannelPressure pressure -> {
                out.number(3);
                out.number(pressure.value());
            }
            case Control.KeyPressure pressure -> {
                out.number(4);
                out.number(pressure.pitch());
                out.number(pressure.value());
            }
        }
    }

    /// A list of things in time. Distances are of either sign: the order of a list is part of the score, whatever it is.
    static <T> void timed(ByteWriter out, List<T> all, ToLongFunction<T> tick, Consumer<T> rest) {
        out.number(all.size());
        long before = 0;
        for (T one : all) {
            out.signed(tick.applyAsLong(one) - before);
            before = tick.applyAsLong(one);
            rest.accept(one);
        }
    }

    /// The score of some bytes.
    ///
    /// @throws DamagedException where they are not what [#encode] makes
    public static Score decode(byte[] bytes) throws DamagedException {
        try {
            ByteReader in = new ByteReader(bytes);
            int resolution = in.integer(MOST_RESOLUTION);
            Metadata metadata = new Metadata(in.text(), in.text(), in.text());
            List<Tempo> tempos = timed(in, tick -> new Tempo(tick, in.integer(Tempo.MAX_MICROS)));
            List<Meter> meters = timed(in, tick -> new Meter(tick, in.integer(255), in.integer(128)));
            List<KeySignature> keys = timed(in, tick -> new KeySignature(tick, in.signed(7), choice(in, Mode.values())));
            List<ChordSymbol> chords = timed(in, tick -> new ChordSymbol(tick, in.text()));
            List<Marker> markers = timed(in, tick -> new Marker(tick, in.text()));
            List<Part> parts = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                parts.add(part(in));
            }
            List<RepeatSign> repeats = timed(in, tick -> repeat(in, tick));
            in.end();
            return new Score(resolution, tempos, meters, keys, chords, markers, parts, metadata, repeats);
        } catch (Malformed | IllegalArgumentException e) {
            throw new DamagedException(e.getMessage());
        }
    }

    private static Part part(ByteReader in) throws Malformed {
        String name = in.text();
        Instrument instrument = new Instrument(in.integer(127), in.integer(1) == 1);
        List<Note> notes = timed(in, onset -> {
            long duration = in.number();
            return new Note(onset, duration, pitch(in), in.integer(127));
        });
        List<Control> controls = timed(in, tick -> control(in, tick));
        List<Lyric> lyrics = timed(in, tick -> new Lyric(tick, in.text(), in.integer(Integer.MAX_VALUE)));
        return new Part(name, instrument, notes, controls, lyrics, NotationCodec.decode(in));
    }

    private static RepeatSign repeat(ByteReader in, long tick) throws Malformed {
        RepeatSign.Kind kind = choice(in, RepeatSign.Kind.values());
        List<Integer> passes = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            passes.add(in.integer(Integer.MAX_VALUE));
        }
        return new RepeatSign(tick, kind, passes);
    }

    private static Control control(ByteReader in, long tick) throws Malformed {
        return switch (in.integer(4)) {
            case 0 -> new Control.ControlChange(tick, in.integer(127), in.integer(127));
            case 1 -> new Control.PitchBend(tick, in.signed(8192));
            case 2 -> new Control.ProgramChange(tick, in.integer(127));
            case 3 -> new Control.ChannelPressure(tick, in.integer(127));
            default -> new Control.KeyPressure(tick, in.integer(127), in.integer(127));
        };
    }

    static <E> E choice(ByteReader in, E[] all) throws Malformed {
        return all[in.integer(all.length - 1)];
    }

    /// Reads what stands at a tick.
    @FunctionalInterface
    interface Reading<T> {
        T at(long tick) throws Malformed;
    }

    static <T> List<T> timed(ByteReader in, Reading<T> reading) throws Malformed {
        List<T> all = new ArrayList<>();
        long tick = 0;
        for (int left = in.count(); left > 0; left--) {
            tick += in.signed();
            all.add(reading.at(tick));
        }
        return all;
    }
}
