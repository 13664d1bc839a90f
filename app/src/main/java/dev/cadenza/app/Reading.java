package dev.cadenza.app;

import dev.cadenza.corpus.collection.ImportListener;
import java.util.concurrent.atomic.AtomicBoolean;

/// Passes on how reading goes, and stops it when the job is cancelled. Of faults of Cadenza's own the first is kept.
final class Reading implements ImportListener {

    private final Task task;
    private final AtomicBoolean told = new AtomicBoolean();

    Reading(Task task) {
        this.task = task;
    }

    @Override
    public void progress(String what, long done, long total) {
        task.progress(what, done, total);
    }

    @Override
    public void notice(String sentence) {
        task.notice(sentence);
    }

    @Override
    public void fault(String id, Throwable fault) {
        if (told.compareAndSet(false, true)) {
            task.notice("Cadenza failed on " + id + ", which is a fault of its own. " + FaultLog.kept(id, fault));
        }
    }

    @Override
    public boolean stopRequested() {
        return task.cancelled();
    }
}
