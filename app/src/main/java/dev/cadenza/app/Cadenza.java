package dev.cadenza.app;

import dev.cadenza.corpus.dataset.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The application: takes commands, runs them as jobs.
public final class Cadenza {

    private static final String MODELS = "models";
    private static final String RECIPES = "recipes";

    private final ModelShelf shelf;
    private final Path recipes;

    /// @param home the folder that holds the shipped `models` and `recipes`
    /// @param own folders that hold models of the user's
    public Cadenza(Path home, List<Path> own) {
        this.shelf = new ModelShelf(home.resolve(MODELS), own);
        this.recipes = home.resolve(RECIPES);
    }

    /// Starts a command on a thread of its own.
    ///
    /// @param listener told what happens, from the thread of the job
    public <R> Job<R> start(Command<R> command, Consumer<Event> listener) {
        return RunningJob.start(command.getClass().getSimpleName(), new Task(listener), task -> execute(command, task));
    }

    /// Runs a command on this thread.
    ///
    /// @throws dev.cadenza.score.CadenzaException where it fails, in words for a person
    public <R> R run(Command<R> command, Consumer<Event> listener) {
        return execute(command, new Task(listener));
    }

    @SuppressWarnings("unchecked") // each command's use case returns what the command says
    private <R> R execute(Command<R> command, Task task) {
        return (R) switch (command) {
            case Command.Generate generate -> new GenerateCase(shelf, task).run(generate);
            case Command.Train train -> new TrainCase(recipes, shelf, task).run(train);
            case Command.Import wanted -> new ImportCase(task).run(wanted);
            case Command.Fetch fetch -> new FetchCase(DataFolder.ofUser(), task).run(fetch);
            case Command.Survey survey -> Imported.of(survey.corpus());
            case Command.Convert convert -> ConvertCase.run(convert, task);
            case Command.Render render -> RenderCase.run(render, task);
            case Command.Play play -> RenderCase.play(play, task);
            case Command.Info info -> InfoCase.run(info, task);
            case Command.CheckOriginality check -> new OriginalityCase(shelf, task).check(check);
            case Command.IndexPassages index -> new OriginalityCase(shelf, task).index(index);
            case Command.Tokens tokens -> TokensCase.run(tokens, shelf);
            case Command.Evaluate evaluate -> EvaluateCase.run(evaluate, task);
            case Command.NewStudy study -> NewStudyCase.run(study, task);
            case Command.ServeStudy study -> new HostedStudyCase(task).serve(study);
            case Command.ReportStudy study -> new HostedStudyCase(task).report(study);
            case Command.Models models -> shelf.cards(task);
        };
    }
}
