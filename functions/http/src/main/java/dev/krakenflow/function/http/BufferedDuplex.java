package dev.krakenflow.function.http;

import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A body that is here already, and an answer that is collected. What does not fit is given up, with everything that is
 * under way for it.
 */
final class BufferedDuplex implements Duplex {

    private final Context loop;
    private final byte[] body;
    private final StreamedAnswer streamed;
    private final int limit;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean sent;
    private final CompletableFuture<Answer> collected = new CompletableFuture<>();
    private boolean over;

    /** @param limit the most bytes that are collected */
    BufferedDuplex(Vertx vertx, byte[] body, StreamedAnswer streamed, int limit) {
        this.loop = vertx.getOrCreateContext();
        this.body = body;
        this.streamed = streamed;
        this.limit = limit;
    }

    /** The whole answer, when it has ended; a cancel is a caller who has gone. To be subscribed to once. */
    Uni<Answer> answer() {
        later(() -> tell(() -> streamed.begin(this)));
        return Uni.createFrom().completionStage(collected).onCancellation().invoke(() -> later(() -> tell(this::gone)));
    }

    /** Never from within the call that asks: what it is told would come before that call has ended. */
    @Override
    public void fetch() {
        later(() -> tell(() -> {
            if (sent || body.length == 0) {
                streamed.bodyEnded();
            } else {
                sent = true;
                streamed.received(body);
            }
        }));
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public void write(byte[] bytes) {
        if (over) {
            return;
        }
        if (written.size() + (long) bytes.length > limit) {
            collected.completeExceptionally(RequestException.of(
                    FailureCode.NOT_IMPLEMENTED,
                    "here a stream is answered whole, with at most " + limit
                            + " bytes; send fewer events, or stream where functions are served over HTTP"));
            gone();
        } else {
            written.writeBytes(bytes);
        }
    }

    @Override
    public void end() {
        if (!over) {
            over = true;
            collected.complete(new Answer(200, Map.of("content-type", streamed.contentType()), written.toByteArray()));
        }
    }

    @Override
    public void abort() {
        if (!over) {
            over = true;
            collected.completeExceptionally(
                    RequestException.of(FailureCode.TIMEOUT, "the stream did not come to its end"));
        }
    }

    @Override
    public void onItsLoop(Runnable work) {
        if (Vertx.currentContext() == loop) {
            work.run();
        } else {
            later(work);
        }
    }

    private void later(Runnable work) {
        loop.runOnContext(ignored -> work.run());
    }

    private void tell(Runnable event) {
        if (!over) {
            event.run();
        }
    }

    private void gone() {
        over = true;
        streamed.gone();
    }
}
