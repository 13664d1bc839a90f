package dev.cadenza.app;

import dev.cadenza.corpus.collection.ImportRules;
import dev.cadenza.corpus.collection.NearDuplicates;
import dev.cadenza.corpus.exchange.RollGrid;
import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.study.Question;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Everything Cadenza can be asked to do. Constructors check what can be checked without reading a file, and name the
/// flag concerned; what a command needs of the disk is checked when it runs.
///
/// @param <R> what comes out
public sealed interface Command<R> {

    /// Makes new music. One piece takes the name `destination` gives it, with the endings of the formats, and `.json`
    /// for its provenance.
    ///
    /// @param soundFont a SoundFont 2 file for the sound; empty for the best this machine has
    record Generate(ModelChoice model, Origin origin, Wishes wishes, Destination destination, Optional<Path> soundFont)
            implements Command<List<Made>> {
    }

    /// Learns a model from files.
    ///
    /// @param data a stored corpus, a folder, an archive, or a file with many pieces
    /// @param recipe name of a recipe that comes with Cadenza, or a file; empty for the one that suits the representation or,
    ///               with a model to begin with, for the model's own with a lower rate
    /// @param fromModel name or folder of a model whose weights learning begins with; empty to begin with nothing
    /// @param representation instead of the recipe's
    /// @param out folder of the run: `best` and `last` are made in it
    /// @param epochs instead of the recipe's
    /// @param minutes of a processor after which learning ends, 0 for no limit, instead of the recipe's
    /// @param seed equal seeds make equal models, on one machine and with one thread
    /// @param threads processor threads, 1 or more; empty for all
    /// @param checkpointEvery steps between checkpoints to resume from; 0 for one an epoch
    /// @param samplesEvery epochs from one piece of music by the model to the next; 0 for none
    /// @param resume whether to go on where `out` stopped
    record Train(Path data, Optional<String> recipe, Optional<String> fromModel, Optional<String> representation, Path out,
            OptionalInt epochs, OptionalDouble minutes, long seed, OptionalInt threads, long checkpointEvery, int samplesEvery, boolean resume)
            implements Command<Trained> {

        /// Epochs from one sample to the next where nothing else is asked for.
        public static final int USUAL_SAMPLES_EVERY = 10;

        public Train {
            require("--epochs", epochs.orElse(1) >= 1, "must be 1 or more");
            require("--minutes", minutes.orElse(0) >= 0 && minutes.orElse(0) < Double.POSITIVE_INFINITY, "must be 0 (no limit) or more");
            require("--threads", threads.orElse(1) >= 1 && threads.orElse(1) <= 1024, "must be between 1 and 1024");
            require("--checkpoint-every", checkpointEvery >= 0, "must be 0 (once an epoch) or more steps");
            require("--samples-every", samplesEvery >= 0, "must be 0 (never) or more epochs");
            require("--recipe", !recipe.orElse("named").isBlank(), "must be a name or a file");
            require("--from-model", !fromModel.orElse("named").isBlank(), "must be the name or the folder of a model");
            require("--representation", !representation.orElse("named").isBlank(), "must be a name");
        }
    }

    /// Makes a corpus of files, to learn from.
    ///
    /// @param paths folders, archives and files
    /// @param name what the corpus is called; empty for the name of the first path
    /// @param out folder of the corpus; empty for `corpus/NAME`. Where it exists, a number is added
    /// @param layout how the files lie; empty to find out
    /// @param validShare share of the pieces to choose by, where the source states no split, 0..1
    /// @param testShare share of the pieces to measure by, likewise; both together less than 1
    /// @param seed decides the split
    /// @param licence name of the music's licence, or a few words; empty where it is not stated
    /// @param force whether a corpus that exists is replaced
    /// @param threads how many files are read at a time; empty for as many as there are processors
    /// @param rules what a piece must be like to be kept
    /// @param near what becomes of pieces that are nearly the same as others
    record Import(List<Path> paths, String name, Optional<Path> out, String layout, double validShare, double testShare, long seed,
            String licence, boolean force, OptionalInt threads, ImportRules rules, NearDuplicates near) implements Command<Imported> {
        public Import {
            paths = List.copyOf(paths);
            require("PATH", !paths.isEmpty(), "must be named");
            require("--valid", validShare >= 0 && validShare < 1, "must be 0 or more, and less than 1");
            require("--test", testShare >= 0 && validShare + testShare < 1, "must be 0 or more, and less than 1 together with --valid");
            require("--threads", threads.orElse(1) >= 1 && threads.orElse(1) <= 1024, "must be between 1 and 1024");
            require("--name", !name.contains("/") && !name.contains("\\") && !name.startsWith(".") && name.length() <= 100,
                    "must be a name without / or \\ that does not begin with a dot");
        }
    }

    /// Makes sure that a published data set is on this machine: fetches and checks it where it is not.
    ///
    /// @param dataSet its name, see [dev.cadenza.corpus.dataset.DataSets]
    /// @param accepted whether the user has seen its licence and wants it to be fetched
    record Fetch(String dataSet, boolean accepted) implements Command<Fetched> {
    }

    /// Says what a stored corpus holds.
    record Survey(Path corpus) implements Command<Imported> {
    }

    /// Turns files of music into files of other kinds. A file with several pieces makes a file of each.
    ///
    /// @param out name of the file to make, whose ending says its format; or a folder, or a name without ending, with
    ///            `formats`; empty for the current folder
    /// @param formats what to make; empty where the ending of `out` says it
    /// @param repeats whether repeats are played out; otherwise the music is as it is written
    /// @param steps of a quarter note in piano rolls, 1..960
    /// @param force whether files that exist are replaced
    /// @param soundFont a SoundFont 2 file for sound; empty for the best this machine has
    record Convert(List<Path> files, String out, List<Format> formats, boolean repeats, int steps, boolean force,
            Optional<Path> soundFont) implements Command<List<Converted>> {
        public Convert {
            files = List.copyOf(files);
            formats = List.copyOf(formats);
            require("IN", !files.isEmpty(), "must be named");
            require("--steps", steps >= 1 && steps <= RollGrid.MAX_STEPS, "must be between 1 and " + RollGrid.MAX_STEPS);
            if (formats.isEmpty() && Format.ofName(out).isEmpty()) {
                throw new RequestException("--to", "NO_FORMAT", "nothing says which format to make.",
                        "Name it (" + Format.known() + "), or let the name of the file to make end with it.");
            }
        }

        /// The format that the ending of `out` asks for, where none is named.
        Optional<Format.Named> byName() {
            return formats.isEmpty() ? Format.ofName(out) : Optional.empty();
        }
    }

    /// Turns a file of music into sound, notation and other files.
    ///
    /// @param soundFont a SoundFont 2 file for the sound; empty for the best this machine has
    record Render(Path file, Destination destination, Optional<Path> soundFont) implements Command<List<Path>> {
    }

    /// Plays a file of music through the sound card.
    ///
    /// @param soundFont a SoundFont 2 file; empty for the best this machine has
    record Play(Path file, Optional<Path> soundFont) implements Command<Played> {
    }

    /// Says what files hold.
    ///
    /// @param strict whether a fault that could be repaired refuses the file
    record Info(List<Path> files, boolean strict) implements Command<List<FileReport>> {
        public Info {
            files = List.copyOf(files);
            require("FILE", !files.isEmpty(), "must be named");
        }
    }

    /// Says which passages of files of music stand in other music.
    ///
    /// @param against what a model has learnt from, or music of one's own
    record CheckOriginality(List<Path> files, Against against) implements Command<List<Repeats>> {
        public CheckOriginality {
            files = List.copyOf(files);
            require("FILE", !files.isEmpty(), "must be named");
        }
    }

    /// Writes the index of passages beside a model that has none, from the data it was learnt from.
    ///
    /// @param model its name or its folder
    /// @param data what it was learnt from, as [Train] takes it
    record IndexPassages(String model, Path data) implements Command<Indexed> {
        public IndexPassages {
            require("--build", !model.isBlank(), "must be the name or the folder of a model");
        }
    }

    /// Lists the tokens of a representation.
    ///
    /// @param of a representation by name, with its options; else name or folder of a model, which stands for its own
    /// @param stepsPerQuarter empty for what is usual: 12 for streams of events, 4 on grids; a model has its own
    record Tokens(String of, OptionalInt stepsPerQuarter) implements Command<TokenList> {
        public Tokens {
            require("--vocabulary", !of.isBlank(), "must be the name of a representation or of a model");
            require("--steps", stepsPerQuarter.orElse(1) >= 1, "must be 1 or more");
        }
    }

    /// Compares pieces with a corpus by what can be measured of them, and writes a page and its numbers.
    ///
    /// @param takes files, folders or stored corpora
    /// @param against a stored corpus, a folder, an archive or a file; of many pieces 500 are drawn, with sound 100
    /// @param out the folder in which `evaluation.html` and `evaluation.json` are written; where they exist, a number is added
    /// @param seed of everything that is drawn
    /// @param share which part of a corpus: `all`, `train`, `valid` or `test`; music without a split is all `train`
    /// @param sound whether all is rendered and its sound measured as well
    /// @param soundFont a SoundFont 2 file for that; empty for the best this machine has
    /// @param threads how many pieces are measured at a time; empty for as many as there are processors. It changes no number
    /// @param force whether files that exist are replaced
    record Evaluate(List<Path> takes, Path against, Path out, long seed, String share, boolean sound, Optional<Path> soundFont,
            OptionalInt threads, boolean force) implements Command<Evaluated> {
        public Evaluate {
            takes = List.copyOf(takes);
            require("TAKES", !takes.isEmpty(), "must be named");
            require("--share", List.of("all", "train", "valid", "test").contains(share), "must be all, train, valid or test");
            require("--threads", threads.orElse(1) >= 1 && threads.orElse(1) <= 1024, "must be between 1 and 1024");
        }
    }

    /// Makes a listening study: excerpts of two kinds of music, rendered in one way and equally loud, and what is asked about them.
    ///
    /// @param a the music that is judged: files, folders or stored corpora
    /// @param b what it is compared with, usually composed by people: likewise
    /// @param out its folder; where it exists, a number is added
    /// @param title as listeners see it
    /// @param clips of each side, 2..500
    /// @param seconds about how long a clip is, 3..60; it ends at a bar line
    /// @param questions what is asked about pairs; may be empty where there are scales
    /// @param scales what single clips are rated by; may be empty where there are questions
    /// @param minutes about how long one listener is busy, 1..120
    /// @param seed decides which pieces are taken, and what each listener hears
    /// @param plain whether all is played on a piano at one tempo with the same gentle dynamics, so that it is the notes that are
    ///              judged; otherwise as the files say
    /// @param tempo of everything in quarter notes a minute, 20..300; empty for each piece's own. A piece that states none goes as fast
    ///              as the others, or it would give itself away
    /// @param soundFont a SoundFont 2 file; empty for the best this machine has
    /// @param force whether a study that exists is replaced; never one that people have answered
    record NewStudy(List<Path> a, List<Path> b, Path out, String title, int clips, double seconds, List<Question> questions,
            List<Aspect> scales, int minutes, long seed, boolean plain, OptionalDouble tempo, Optional<Path> soundFont, boolean force)
            implements Command<StudyMade> {
        public NewStudy {
            a = List.copyOf(a);
            b = List.copyOf(b);
            questions = List.copyOf(questions);
            scales = List.copyOf(scales);
            require("--a", !a.isEmpty(), "must name the music that is judged");
            require("--b", !b.isEmpty(), "must name the music it is compared with");
            require("--title", !title.isBlank() && title.length() <= 200, "must have 1 to 200 characters");
            require("--clips", clips >= 2 && clips <= 500, "must be between 2 and 500");
            require("--seconds", seconds >= 3 && seconds <= 60, "must be between 3 and 60");
            require("--tempo", tempo.orElse(100) >= 20 && tempo.orElse(100) <= 300, "must be between 20 and 300");
            require("--minutes", minutes >= 1 && minutes <= 120, "must be between 1 and 120");
            require("--question", !questions.isEmpty() || !scales.isEmpty(), "must ask something, where nothing is rated");
        }
    }

    /// Puts a listening study before listeners until it is cancelled.
    ///
    /// @param host name or address to bind to; `127.0.0.1` for this machine alone
    /// @param port 0..65535; 0 for any that is free
    record ServeStudy(Path study, String host, int port) implements Command<StudyServed> {
        public ServeStudy {
            require("--host", !host.isBlank(), "must be a name or an address");
            require("--port", port >= 0 && port <= 65_535, "must be between 0 and 65535");
        }
    }

    /// Says what came out of a listening study, and writes it as a page.
    ///
    /// @param out the page; empty for `report.html` in the folder of the study, which is replaced
    /// @param force whether `out` is replaced where it exists; otherwise a number is added
    /// @param rehearse how many simulated listeners to take instead of the real ones, 1..1000, to see what so many could tell
    record ReportStudy(Path study, Optional<Path> out, boolean force, OptionalInt rehearse) implements Command<StudyReported> {
        public ReportStudy {
            require("--rehearse", rehearse.orElse(1) >= 1 && rehearse.orElse(1) <= 1000, "must be between 1 and 1000");
        }
    }

    /// Lists the models there are.
    record Models() implements Command<List<ModelCard>> {
    }

    private static void require(String flag, boolean holds, String what) {
        if (!holds) {
            throw new RequestException(flag, "OUT_OF_RANGE", what + ".", "");
        }
    }
}
