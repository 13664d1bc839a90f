package dev.cadenza.app;

import dev.cadenza.corpus.dataset.FetchListener;

/// Passes on how fetching goes, and stops it when the job is cancelled.
record Fetching(Task task) implements FetchListener {

    @Override
    public void progress(String what, long done, long total) {
        task.progress(what, done, total);
    }

    @Override
    public void notice(String sentence) {
        task.notice(sentence);
    }

    @Override
    public boolean stopRequested() {
        return task.cancelled();
    }
}
