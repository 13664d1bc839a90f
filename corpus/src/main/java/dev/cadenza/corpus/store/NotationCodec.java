package dev.cadenza.corpus.store;

import dev.cadenza.corpus.store.ByteReader.Malformed;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.List;

/// The written side of a part as bytes, as [ScoreCodec] writes the rest.
final class NotationCodec {

    private static final int MOST_DENOMINATOR = 1024;

    private NotationCodec() {
    }

    static void encode(ByteWriter out, Notation notation) {
        out.number(notation.voices().size());
        notation.voices().forEach(out::signed);
        ScoreCodec.timed(out, notation.graces(), GraceNote::tick, grace -> {
            out.number(grace.voice());
            ScoreCodec.pitch(out, grace.pitch());
            out.number(grace.denominator());
            out.number((grace.slashed() ? 1 : 0) + (grace.chord() ? 2 : 0));
        });
        ScoreCodec.timed(out, notation.marks(), Mark::tick, mark -> mark(out, mark));
    }

    private static void mark(ByteWriter out, Mark mark) {
        switch (mark) {
            case Mark.Articulation at -> {
                out.number(0);
                out.number(at.voice());
                out.number(at.sign().ordinal());
            }
            case Mark.Fingering fingering -> {
                out.number(1);
                out.number(fingering.voice());
                out.number(fingering.finger());
            }
            case Mark.Dynamic dynamic -> {
                out.number(2);
                out.number(dynamic.level().ordinal());
            }
            case Mark.Hairpin hairpin -> {
                out.number(3);
                out.number(hairpin.end() - hairpin.tick());
                out.number(hairpin.louder() ? 1 : 0);
            }
            case Mark.Slur slur -> {
                out.number(4);
                out.number(slur.voice());
                out.number(slur.end() - slur.tick());
            }
            case Mark.Words words -> {
                out.number(5);
                out.text(words.text());
            }
        }
    }

    static Notation decode(ByteReader in) throws Malformed {
        List<Integer> voices = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            voices.add(in.signed(Integer.MAX_VALUE));
        }
        List<GraceNote> graces = ScoreCodec.timed(in, tick -> grace(in, tick));
        return new Notation(voices, graces, ScoreCodec.timed(in, tick -> mark(in, tick)));
    }

    private static GraceNote grace(ByteReader in, long tick) throws Malformed {
        int voice = in.integer(Integer.MAX_VALUE);
        Pitch pitch = ScoreCodec.pitch(in);
        int denominator = in.integer(MOST_DENOMINATOR);
        int signs = in.integer(3);
        return new GraceNote(tick, voice, pitch, denominator, (signs & 1) != 0, (signs & 2) != 0);
    }

    private static Mark mark(ByteReader in, long tick) throws Malformed {
        return switch (in.integer(5)) {
            case 0 -> new Mark.Articulation(tick, in.integer(Integer.MAX_VALUE), ScoreCodec.choice(in, Mark.Sign.values()));
            case 1 -> new Mark.Fingering(tick, in.integer(Integer.MAX_VALUE), in.integer(5));
            case 2 -> new Mark.Dynamic(tick, ScoreCodec.choice(in, Mark.Level.values()));
            case 3 -> new Mark.Hairpin(tick, tick + in.number(), in.integer(1) == 1);
            case 4 -> new Mark.Slur(tick, in.integer(Integer.MAX_VALUE), tick + in.number());
            default -> new Mark.Words(tick, in.text());
        };
    }
}
