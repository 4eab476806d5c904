package dev.krakenflow.client.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * The thread that everything of one call runs on, so that its state needs no locks: the event loop of whoever subscribes,
 * or one of Vert.x' own.
 */
record Loop(Context context) {

    /** The loop of the calling thread. */
    static Loop current(Vertx vertx) {
        return new Loop(vertx.getOrCreateContext());
    }

    /** Runs a task here: at once when this is the loop's thread, else behind what waits there. */
    void run(Runnable task) {
        if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
            task.run();
        } else {
            later(task);
        }
    }

    /** Runs a task here, behind what waits there. */
    void later(Runnable task) {
        context.runOnContext(go -> task.run());
    }

    /** A future whose callbacks run here. */
    <T> Future<T> here(Future<T> elsewhere) {
        Promise<T> promise = Promise.promise();
        elsewhere.onComplete(result -> run(() -> promise.handle(result)));
        return promise.future();
    }
}
