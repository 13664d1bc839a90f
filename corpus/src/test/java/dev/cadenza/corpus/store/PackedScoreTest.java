package dev.cadenza.corpus.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.Tempo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackedScoreTest {

    @Property(tries = 500)
    void everyFieldSurvives(@ForAll long seed) throws DamagedException {
        Score score = AnyScore.of(seed);
        byte[] packed = PackedScore.pack(score);
        assertEquals(score, PackedScore.unpack(packed));
        assertArrayEquals(packed, PackedScore.pack(AnyScore.of(seed)));
    }

    @Property(tries = 300)
    void damageIsNoticed(@ForAll long seed, @ForAll int where, @ForAll byte flip) {
        byte[] packed = PackedScore.pack(AnyScore.of(seed));
        byte[] damaged = packed.clone();
        damaged[Math.floorMod(where, packed.length)] ^= (byte) (flip == 0 ? 1 : flip);
        // A flip in padding bits of the packing may leave the music whole: then it must be the same music.
        try {
            assertEquals(AnyScore.of(seed), PackedScore.unpack(damaged));
        } catch (DamagedException e) {
            assertThrows(DamagedException.class, () -> PackedScore.unpack(Arrays.copyOf(packed, packed.length - 1)));
        }
    }

    @Property(tries = 500)
    void noBytesDoHarm(@ForAll byte[] bytes) {
        try {
            Score score = ScoreCodec.decode(bytes);
            assertEquals(score, ScoreCodec.decode(ScoreCodec.encode(score)));
        } catch (DamagedException e) {
            assertThrows(DamagedException.class, () -> ScoreCodec.decode(bytes));
        }
    }

    /// A field that is added to music must be added to the codec (and to [AnyScore]) too.
    @Test
    void theCodecKnowsAllFieldsThereAre() {
        String fields = Stream.of(Score.class, Part.class, Note.class, Pitch.class, Spelling.class, Instrument.class,
                        Tempo.class, Meter.class, KeySignature.class, ChordSymbol.class, Marker.class, Lyric.class, Metadata.class,
                        Notation.class, GraceNote.class, RepeatSign.class)
                .map(type -> Arrays.stream(type.getRecordComponents()).map(c -> c.getName()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        assertEquals("resolution tempos meters keys chords markers parts metadata repeats; name instrument notes controls lyrics notation; "
                + "onset duration pitch velocity; midi spelling; letter alter; program drums; tick microsPerQuarter; "
                + "tick numerator denominator; tick fifths mode; tick text; tick text; tick text verse; title composer copyright; "
                + "voices graces marks; tick voice pitch denominator slashed chord; tick kind passes", fields);
        assertEquals(List.of("ControlChange", "PitchBend", "ProgramChange", "ChannelPressure", "KeyPressure"),
                Arrays.stream(Control.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
        assertEquals(List.of("Articulation", "Fingering", "Dynamic", "Hairpin", "Slur", "Words"),
                Arrays.stream(Mark.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
    }
}
