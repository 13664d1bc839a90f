package dev.cadenza.app;

import dev.cadenza.evaluate.study.Clip;
import dev.cadenza.evaluate.study.Schedule;
import dev.cadenza.evaluate.study.Side;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyDesign.AttentionCheck;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Makes a listening study: draws pieces, cuts and renders excerpts, and writes the folder. The design is written last, so that a
/// folder with one is whole.
final class NewStudyCase {

    /// Those that the page speaks.
    private static final List<String> LANGUAGES = List.of("en", "zh-CN");
    private static final int FEWEST_CLIPS = 2;
    private static final int CHECKS = 2;
    private static final String KEY_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int KEY_LENGTH = 16;
    private static final double TELLING = 1.15;
    private static final double SLOWEST = 20;
    private static final double FASTEST = 300;

    private final Command.NewStudy command;
    private final Task task;
    private final RandomGenerator random;
    private final List<Made> made = new ArrayList<>();
    private double usual = Provenance.USUAL_TEMPO;

    /// A clip that has been rendered.
    private record Made(Side side, StudyExcerpt excerpt) {
    }

    private NewStudyCase(Command.NewStudy command, Task task) {
        this.command = command;
        this.task = task;
        this.random = generator(command.seed());
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static StudyMade run(Command.NewStudy command, Task task) {
        return new NewStudyCase(command, task).run();
    }

    private StudyMade run() {
        StudyFolder folder = new StudyFolder(Destination.names(command.out(), List.of(""), List.of(""), command.force()).getFirst());
        refuseToLoseAnswers(folder);
        AtomicFiles.refuseUnwritable(folder.root());
        try (StudySounds sounds = new StudySounds(new Sounds(command.soundFont()).font())) {
            // Generators of their own: what is drawn from one side does not depend on the other.
            StudyPieces a = pieces(command.a(), random.nextLong());
            StudyPieces b = pieces(command.b(), random.nextLong());
            usual = usualTempo(a.tempos(command.clips()), b.tempos(command.clips()));
            side(Side.A, "--a", command.a(), a, sounds);
            side(Side.B, "--b", command.b(), b, sounds);
            checks(b, sounds);
            return write(folder, sounds);
        }
    }

    private void refuseToLoseAnswers(StudyFolder folder) {
        if (Files.exists(folder.answers())) {
            throw new RequestException("--force", "STUDY_HAS_ANSWERS", "people have answered the study in " + folder.root() + ".",
                    "Choose another folder with --out.");
        }
    }

    private StudyPieces pieces(List<Path> paths, long seed) {
        return new StudyPieces(paths, command.seconds(), command.plain(), generator(seed), task);
    }

    /// The tempo of what states none: that of the rest, or it would give itself away.
    private double usualTempo(List<Double> a, List<Double> b) {
        if (command.tempo().isEmpty() && !a.isEmpty() && !b.isEmpty()) {
            double one = median(a);
            double other = median(b);
            if (Math.max(one, other) > TELLING * Math.min(one, other)) {
                task.notice("Side A goes at about " + Math.round(one) + " quarter notes a minute, side B at about " + Math.round(other)
                        + ", which may tell them apart; --tempo plays all at one.");
            }
        }
        List<Double> all = Stream.concat(a.stream(), b.stream()).toList();
        return all.isEmpty() ? Provenance.USUAL_TEMPO : Math.clamp(median(all), SLOWEST, FASTEST);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void side(Side side, String flag, List<Path> paths, StudyPieces pieces, StudySounds sounds) {
        int found = 0;
        while (found < command.clips()) {
            Optional<StudyExcerpt> excerpt = pieces.next(usual, command.tempo());
            if (excerpt.isEmpty()) {
                break;
            }
            if (add(side, excerpt.get(), sounds)) {
                found++;
            }
        }
        if (found < FEWEST_CLIPS) {
            throw new RequestException(flag, "TOO_FEW_PIECES", "only " + found + " of the pieces in " + paths.getFirst() + " can be used; "
                    + FEWEST_CLIPS + " are needed" + (pieces.tooShort() == 0 ? "." : ", and " + pieces.tooShort()
                    + " are too short for excerpts of " + number(command.seconds()) + " seconds."),
                    "Give more music, or shorter excerpts with --seconds.");
        }
        if (found < command.clips()) {
            task.notice("Side " + side + " has " + found + " clips, not " + command.clips() + ": there are no more pieces in "
                    + paths.getFirst() + (pieces.tooShort() == 0 ? "." : " that are long enough."));
        }
    }

    private boolean add(Side side, StudyExcerpt excerpt, StudySounds sounds) {
        task.progress("rendering", made.size(), 2L * command.clips() + 2 * CHECKS);
        if (!sounds.render(excerpt)) {
            task.notice(excerpt.source() + ": nothing is heard of it, and it is left out.");
            return false;
        }
        made.add(new Made(side, excerpt));
        return true;
    }

    /// Real clips that are heard nowhere else, and as many notes at random. Where side B has no more pieces, some of its clips are
    /// heard here too.
    private void checks(StudyPieces rest, StudySounds sounds) {
        List<StudyExcerpt> heard = made.stream().filter(one -> one.side() == Side.B).map(Made::excerpt).toList();
        for (int i = 0; i < CHECKS; i++) {
            StudyExcerpt real = rest.next(usual, command.tempo()).orElse(heard.get(i % heard.size()));
            if (add(Side.CHECK, real, sounds)) {
                add(Side.CHECK, real.scrambled(random), sounds);
            }
        }
    }

    private StudyMade write(StudyFolder folder, StudySounds sounds) {
        double lufs = sounds.loudness();
        if (lufs < StudySounds.WANTED_LUFS) {
            task.notice("The clips are at " + number(lufs) + " LUFS instead of " + number(StudySounds.WANTED_LUFS)
                    + ": the peaks of one allow no more, and all are equally loud.");
        }
        clear(folder);
        List<String> keys = keys(made.size());
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            task.progress("writing", i, made.size());
            sounds.write(i, folder, keys.get(i), lufs);
            StudyExcerpt excerpt = made.get(i).excerpt();
            clips.add(new Clip(keys.get(i), made.get(i).side(), excerpt.source(), excerpt.firstBar(), excerpt.bars(),
                    Math.rint(excerpt.seconds() * 1000) / 1000, hash(folder.clip(keys.get(i)))));
        }
        List<Clip> forChecks = clips.stream().filter(clip -> clip.side() == Side.CHECK).toList();
        List<AttentionCheck> checks = new ArrayList<>();
        for (int i = 0; i + 1 < forChecks.size(); i += 2) {
            checks.add(new AttentionCheck(forChecks.get(i + 1).key(), forChecks.get(i).key()));
        }
        StudyDesign design = new StudyDesign(command.title(), LANGUAGES, command.seed(), command.minutes(), command.questions(),
                command.scales(), name(command.a()), name(command.b()), lufs, clips, checks);
        folder.write(design);
        task.written(folder.designFile());
        return new StudyMade(folder.root(), design, Schedule.length(design), Schedule.minutes(design));
    }

    private static String name(List<Path> paths) {
        return Music.nameOf(paths.getFirst().toAbsolutePath().normalize());
    }

    /// Names that say nothing, in an order that says nothing.
    private List<String> keys(int count) {
        Set<String> keys = new TreeSet<>();
        List<String> order = new ArrayList<>();
        while (order.size() < count) {
            StringBuilder key = new StringBuilder();
            for (int i = 0; i < KEY_LENGTH; i++) {
                key.append(KEY_LETTERS.charAt(random.nextInt(KEY_LETTERS.length())));
            }
            if (keys.add(key.toString())) {
                order.add(key.toString());
            }
        }
        return order;
    }

    /// Takes away what an earlier study left: its design first, so that nobody takes what is left for one.
    private static void clear(StudyFolder folder) {
        try {
            Files.deleteIfExists(folder.designFile());
            if (Files.isDirectory(folder.clips())) {
                try (DirectoryStream<Path> old = Files.newDirectoryStream(folder.clips(), "*.wav")) {
                    for (Path clip : old) {
                        Files.delete(clip);
                    }
                }
            }
            Files.createDirectories(folder.clips());
        } catch (IOException e) {
            throw new OutputException(folder.root().toString(), "CANNOT_WRITE", "the folder cannot be written to.",
                    "Check that it may be written to, or choose another with --out.", e);
        }
    }

    private static String hash(Path file) {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ", "the file cannot be read.",
                    "Check the disk.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
