package dev.cadenza.score.midi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Score;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MidiRoundTripTest {

    @Provide
    Arbitrary<Score> scores() {
        return Scores.scores();
    }

    @Property(tries = 500)
    void readingWhatWasWrittenGivesTheScore(@ForAll("scores") Score score) {
        MidiRead read = MidiReader.read("score", MidiWriter.write(score), MidiReadOptions.STRICT);
        assertEquals(MidiForm.of(score), read.score());
        MidiFaultsTest.assertSound(read);
    }

    @Property(tries = 200)
    void theFormIsStable(@ForAll("scores") Score score) {
        Score form = MidiForm.of(score);
        assertEquals(form, MidiForm.of(form));
        byte[] bytes = MidiWriter.write(score);
        assertArrayEquals(bytes, MidiWriter.write(form));
        assertArrayEquals(bytes, MidiWriter.write(MidiReader.read("score", bytes).score()));
    }

    /// Each change writes a value at a place, both taken from the number.
    @Property(tries = 3000)
    void damagedFilesGiveMusicOrARefusal(@ForAll @Size(min = 1, max = 12) List<Integer> changes,
            @ForAll @IntRange(max = 9) int file) throws IOException {
        byte[] bytes = valid(file).clone();
        for (int change : changes) {
            bytes[Math.floorMod(change >> 8, bytes.length)] = (byte) change;
        }
        MidiFaultsTest.assertMusicOrRefusal(bytes, MidiReadOptions.TOLERANT);
        MidiFaultsTest.assertMusicOrRefusal(bytes, MidiReadOptions.STRICT);
    }

    @Property(tries = 1000)
    void cutFilesGiveMusicOrARefusal(@ForAll @IntRange(max = 4000) int length, @ForAll @IntRange(max = 9) int file)
            throws IOException {
        byte[] bytes = valid(file);
        MidiFaultsTest.assertMusicOrRefusal(Arrays.copyOf(bytes, Math.min(length, bytes.length)), MidiReadOptions.TOLERANT);
    }

    private static byte[] valid(int index) throws IOException {
        return MidiFaultsTest.resource(List.of("ok_plain.mid", "h_format2.mid", "w_rmid.mid", "h_smpte25x40.mid",
                "w_alienchunk.mid", "z_mut00.mid", "z_mut01.mid", "z_mut02.mid", "h_ppq32767.mid", "t_after_eot.mid").get(index));
    }
}
