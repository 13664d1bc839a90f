package dev.cadenza.bench.harmony;

import dev.cadenza.bench.harmony.Labelled.Label;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Analyses of When in Rome (Gotham et al., 2023) with the score in the same folder.
///
/// Analysis and score must lie on each other: of the numberings that differ by a bar at most, the one whose chords hold most of
/// what sounds is taken, and it must hold [#COVERED] of it.
final class WhenInRome {

    private static final double COVERED = 0.65;

    private WhenInRome() {
    }

    static List<Labelled> read(Path folder) throws IOException {
        List<Path> analyses;
        try (Stream<Path> walk = Files.walk(folder)) {
            analyses = walk.filter(file -> file.getFileName().toString().equals("analysis.txt")
                    && Files.isRegularFile(file.resolveSibling("score.mxl"))).sorted().toList();
        }
        List<Labelled> pieces = new ArrayList<>();
        int unread = 0;
        int apart = 0;
        for (Path analysis : analyses) {
            String id = folder.relativize(analysis.getParent()).toString().replace('\\', '/');
            try {
                Score score = MusicXmlReader.read(analysis.resolveSibling("score.mxl")).score();
                List<Label> best = List.of();
                double most = 0;
                for (int shift : new int[] {0, -1, 1}) {
                    List<Label> labels = RomanTextReader.labels(Files.readAllLines(analysis), score, shift);
                    double covered = covered(score, labels);
                    if (covered > most + 0.01) {
                        most = covered;
                        best = labels;
                    }
                }
                if (most >= COVERED) {
                    pieces.add(new Labelled(id, score, best.getFirst().key(), best, List.of()));
                } else {
                    apart++;
                }
            } catch (CadenzaException e) {
                unread++;
            }
        }
        System.out.printf("When in Rome: %d analyses with scores, %d not read, %d not on their scores, %d used%n", analyses.size(),
                unread, apart, pieces.size());
        return pieces;
    }

    /// The share of what sounds, by time, that belongs to the chord that is said there.
    private static double covered(Score score, List<Label> labels) {
        double all = 0;
        double inside = 0;
        for (Part part : score.parts()) {
            int label = 0;
            for (Note note : part.notes()) {
                while (label + 1 < labels.size() && labels.get(label).end() <= note.onset()) {
                    label++;
                }
                for (int i = label; i < labels.size() && labels.get(i).start() < note.end(); i++) {
                    long overlap = Math.min(note.end(), labels.get(i).end()) - Math.max(note.onset(), labels.get(i).start());
                    if (overlap > 0 && labels.get(i).chord().isPresent()) {
                        all += overlap;
                        inside += labels.get(i).chord().get().pitchClasses().contains(note.pitch().pitchClass()) ? overlap : 0;
                    }
                }
            }
        }
        return all == 0 ? 0 : inside / all;
    }
}
