package dev.cadenza.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// A job on a thread of its own. The thread is no daemon: a machine that shuts down in order waits for it.
final class RunningJob<R> implements Job<R> {

    private final Task task;
    private final FutureTask<R> future;

    private RunningJob(Task task, FutureTask<R> future) {
        this.task = task;
        this.future = future;
    }

    static <R> RunningJob<R> start(String name, Task task, Function<Task, R> work) {
        FutureTask<R> future = new FutureTask<>(() -> work.apply(task));
        Thread.ofPlatform().name("cadenza-" + name).start(future);
        return new RunningJob<>(task, future);
    }

    @Override
    public R await() throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case Throwable cause -> throw new IllegalStateException(cause);
            }
        }
    }

    @Override
    public void cancel() {
        task.cancel();
    }

    @Override
    public boolean done() {
        return future.isDone();
    }
}
