package dev.cadenza.corpus.collection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Work done by several threads whose results come in the order of the work. Only a few results wait at any time, so that
/// memory does not grow with the amount of work.
final class InOrder {

    /// How many pieces of work are under way or waiting, for each thread.
    private static final int WINDOW = 4;

    private InOrder() {
    }

    /// @param work done on any thread
    /// @param sink given the results one after the other on this thread; what it throws ends all
    static <T, R> void each(Stream<T> items, int threads, Function<T, R> work, Consumer<R> sink) {
        if (threads == 1) {
            items.forEachOrdered(item -> sink.accept(work.apply(item)));
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("cadenza-reader-", 0).factory());
        try {
            Deque<Future<R>> window = new ArrayDeque<>();
            items.forEachOrdered(item -> {
                window.add(workers.submit(() -> work.apply(item)));
                if (window.size() == WINDOW * threads) {
                    sink.accept(result(window.remove()));
                }
            });
            while (!window.isEmpty()) {
                sink.accept(result(window.remove()));
            }
        } finally {
            workers.shutdownNow();
            workers.close();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case Throwable cause -> throw new IllegalStateException(cause);
            }
        }
    }
}
