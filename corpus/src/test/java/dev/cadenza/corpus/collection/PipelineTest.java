package dev.cadenza.corpus.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.read.Share;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules, repairs and pieces that are nearly the same, from files to what the corpus says of them.
class PipelineTest {

    @TempDir
    private Path folder;

    private Path music() throws IOException {
        return Files.createDirectories(folder.resolve("music"));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(music().resolve(name), bytes);
    }

    private static Score score(int resolution, int bpm, List<Meter> meters, Part... parts) {
        return new Score(resolution, List.of(new Tempo(0, 60_000_000 / bpm)), meters, List.of(), List.of(), List.of(), List.of(parts),
                Metadata.NONE);
    }

    private static Part part(int program, List<Note> notes) {
        List<Note> sorted = new ArrayList<>(notes);
        sorted.sort(Note.ORDER);
        return new Part("", new Instrument(program, false), sorted);
    }

    private static List<Note> tune(int start, int transposed, long step) {
        int[] pitches = MidiBytes.tune(start);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            notes.add(new Note(i * step, step, Pitch.of(pitches[i] + transposed), 80));
        }
        return notes;
    }

    private StoredCorpus imported(ImportRules rules, NearDuplicates near) throws IOException {
        return StoredCorpus.open(Importer.run(new ImportRequest(List.of(ImportSource.of(music(), "")), "m", folder.resolve("m"), 0.2, 0.2, 3,
                true, 2, rules, near), ImportListener.NONE));
    }

    private static Map<String, StoredPiece> pieces(StoredCorpus corpus) {
        try (Stream<StoredPiece> pieces = corpus.pieces()) {
            return pieces.collect(Collectors.toMap(StoredPiece::id, piece -> piece));
        }
    }

    /// Transposed, slowed, in other note values, over a bass on another track.
    private static byte[] disguised(int start) {
        List<Note> bass = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            bass.add(new Note(i * 960L * 2, 960 * 2, Pitch.of(30 + i % 5), 60));
        }
        return MidiWriter.write(score(480, 51, List.of(new Meter(0, 4, 4)), part(32, bass), part(73, tune(start, 5, 960))));
    }

    private void plantCopies() throws IOException {
        for (int i = 0; i < 15; i++) {
            write("tune " + i + ".mid", MidiBytes.of(MidiBytes.tune(40 + i)));
            write("z disguised " + i + ".mid", disguised(40 + i));
        }
    }

    @Test
    void aDisguisedCopyNeverStraddles() throws IOException {
        plantCopies();
        StoredCorpus corpus = imported(ImportRules.USUAL, NearDuplicates.KEEP);
        assertEquals(30, corpus.size());
        Map<String, Share> shares = new HashMap<>();
        pieces(corpus).values().forEach(piece -> shares.put(piece.id(), piece.share()));
        for (int i = 0; i < 15; i++) {
            assertEquals(shares.get("tune " + i + ".mid"), shares.get("z disguised " + i + ".mid"), "tune " + i);
        }
        CorpusFacts facts = corpus.facts();
        assertEquals(List.of(18, 6, 6), List.of(facts.counts().train(), facts.counts().valid(), facts.counts().test()));
        assertEquals(new CorpusFacts.Near(NearDuplicates.KEEP, 15, 30, 2, 0, 0), facts.near());
        assertEquals(18, facts.shares().get(Share.TRAIN).pieces());
        try (Stream<NearCluster> clusters = corpus.clusters()) {
            NearCluster first = clusters.findFirst().orElseThrow();
            assertEquals(List.of("tune 0.mid", "z disguised 0.mid"), first.members().stream().map(NearCluster.Member::id).toList());
            assertEquals("tune 0.mid", first.members().getLast().nearest());
            assertEquals(1, first.members().getLast().similarity());
        }
        assertEquals(1, pieces(corpus).get("z disguised 0.mid").cluster());
        assertTrue(corpus.report().contains("30 pieces are nearly the same as others, in 15 clusters of up to 2;"), corpus.report());
    }

    @Test
    void theBestOfEachClusterStaysWhereTheOthersAreDropped() throws IOException {
        plantCopies();
        StoredCorpus corpus = imported(ImportRules.USUAL, NearDuplicates.DROP);
        assertEquals(15, corpus.size());
        StoredPiece plain = pieces(corpus).get("tune 3.mid");
        assertEquals("NEAR_DUPLICATE", plain.code());
        assertEquals("nearly the same music as z disguised 3.mid.", plain.reason());
        assertEquals(15, corpus.facts().near().dropped());
        assertEquals(15, corpus.facts().dropped().get("NEAR_DUPLICATE"));
    }

    @Test
    void eachRuleDropsWhatBreaksItAndSaysSo() throws IOException {
        UnaryOperator<List<Note>> crowd = notes -> {
            List<Note> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(new Note(480 * (i / 70), 480, Pitch.of(20 + i), 80));
            }
            return all;
        };
        write("few.mid", MidiBytes.of(60, 62));
        write("crowd.mid", MidiWriter.write(score(480, 120, List.of(), part(0, crowd.apply(List.of())))));
        List<Note> dense = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            dense.add(new Note(i, 1, Pitch.of(30 + i % 60), 80));
        }
        write("dense.mid", MidiWriter.write(score(480, 120, List.of(), part(0, dense))));
        write("one pitch.mid", MidiBytes.of(60, 60, 60, 60, 60, 60, 60, 60, 60));
        List<Note> silent = new ArrayList<>(tune(50, 0, 480));
        silent.add(new Note(480L * 2 * 1000, 480, Pitch.of(60), 80));
        write("silent.mid", MidiWriter.write(score(480, 120, List.of(), part(0, silent))));
        write("short.mid", MidiWriter.write(score(480, 120, List.of(), part(0, tune(51, 0, 5)))));
        write("long.mid", MidiWriter.write(score(480, 120, List.of(), part(0, tune(52, 0, 480 * 2 * 400)))));
        write("waltz.mid", MidiWriter.write(score(480, 120, List.of(new Meter(0, 3, 4)), part(0, tune(53, 0, 480)))));
        write("good.mid", MidiWriter.write(score(480, 120, List.of(new Meter(0, 4, 4)), part(0, tune(54, 0, 480)))));
        Map<String, StoredPiece> usual = pieces(imported(ImportRules.USUAL, NearDuplicates.KEEP));
        Map<String, String> codes = Map.of("few.mid", "TOO_FEW_NOTES", "crowd.mid", "TOO_MANY_TOGETHER", "dense.mid", "TOO_DENSE",
                "one pitch.mid", "TOO_FEW_PITCHES", "silent.mid", "MOSTLY_SILENT", "short.mid", "TOO_SHORT", "long.mid", "TOO_LONG",
                "waltz.mid", "", "good.mid", "");
        codes.forEach((id, code) -> assertEquals(code, usual.get(id).code(), id + ": " + usual.get(id).reason()));
        assertEquals("more than 64 notes begin at one moment.", usual.get("crowd.mid").reason());
        StoredCorpus strict = imported(new ImportRules(8, 100_000, 4, 30, 1, 21_600, 2, 200, 64, 600, List.of("4/4")),
                NearDuplicates.KEEP);
        assertEquals("OTHER_METRE", pieces(strict).get("waltz.mid").code(), pieces(strict).get("waltz.mid").reason());
        assertEquals("TOO_MANY_BARS", pieces(strict).get("silent.mid").code());
        assertEquals("good.mid", pieces(strict).values().stream().filter(piece -> piece.code().isEmpty()).map(StoredPiece::id)
                .collect(Collectors.joining()));
    }

    @Test
    void ruleAndRepairCountsAreRecorded() throws IOException {
        List<Note> tail = new ArrayList<>(tune(50, 0, 480));
        tail.add(new Note(480L * 64, 480L * 1000, Pitch.of(60), 80));
        tail.addAll(List.of(new Note(96, 0, Pitch.of(80), 80), new Note(192, 0, Pitch.of(81), 80)));
        tail.sort(Comparator.comparingLong(Note::onset));
        write("a.mid", MidiWriter.write(score(480, 120, List.of(), part(0, tail))));
        write("b.mid", MidiBytes.hanging(MidiBytes.tune(70)));
        write("c.mid", MidiBytes.of(60, 62));
        StoredCorpus corpus = imported(ImportRules.USUAL, NearDuplicates.KEEP);
        assertEquals(new CorpusFacts.RuleCount("TOO_FEW_NOTES", "--min-notes", "8", "it has fewer than 8 notes", 1),
                corpus.facts().rules().get(1));
        Map<String, Integer> times = new HashMap<>();
        corpus.facts().repairs().forEach(repair -> times.put(repair.code(), (int) repair.times()));
        assertEquals(1, times.get("NOTE_HANGING"), times.toString());
        assertEquals(1, times.get("OVERLONG_TAIL"), times.toString());
        assertEquals(2, times.get("ZERO_LENGTH"), times.toString());
        assertEquals(480 * 72, corpus.score(0).end());
    }
}
