package dev.cadenza.app;

import dev.cadenza.corpus.dataset.DataFolder;
import dev.cadenza.corpus.dataset.DataSet;
import dev.cadenza.corpus.dataset.DataSets;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Makes sure that a data set is on this machine.
final class FetchCase {

    private final DataFolder data;
    private final Task task;

    FetchCase(DataFolder data, Task task) {
        this.data = data;
        this.task = task;
    }

    Fetched run(Command.Fetch command) {
        DataSet set = DataSets.named(command.dataSet()).orElseThrow(() -> new RequestException(command.dataSet(), "DATA_SET_UNKNOWN",
                "no data set has this name.", "Known are "
                + DataSets.known().stream().map(DataSet::name).collect(Collectors.joining(", ")) + "."));
        boolean there = data.has(set);
        if (!there && !command.accepted()) {
            throw new RequestException(set.name(), "LICENCE_NOT_ACCEPTED", "this data set has to be fetched first (licence: "
                    + set.licence() + ").", "Give --accept-licence, or name a copy with --from FILE_OR_FOLDER.");
        }
        Path folder = data.fetch(set, new Fetching(task));
        if (!there) {
            task.notice(set.title() + " is now in " + folder + ".");
        }
        return new Fetched(set, folder);
    }
}
