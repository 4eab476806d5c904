package dev.krakenflow.function.http;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * A request of Vert.x that is paused, and its response. A caller that has gone is noticed as soon as anything is read or
 * written: one that leaves while its body waits here is noticed with the next piece of the answer.
 */
final class HttpDuplex implements Duplex {

    private final RoutingContext context;
    private final Reply reply;
    private final StreamedAnswer answer;
    private final Traffic traffic;
    private final Runnable cut = this::cut;

    /** HTTP/1.0 has no other way to say where an answer ends whose length nobody knows. */
    private final boolean endsWithConnection;

    private boolean over;

    /** @param traffic has let the request in, and is told when the answer has ended or the caller has gone */
    HttpDuplex(RoutingContext context, Reply reply, StreamedAnswer answer, Traffic traffic) {
        this.context = context;
        this.reply = reply;
        this.answer = answer;
        this.traffic = traffic;
        this.endsWithConnection = context.request().version() == HttpVersion.HTTP_1_0;
        traffic.cutAtTheEndBy(cut);
    }

    /** Sends status and headers. On the event loop, as everything here. */
    void begin() {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (response.closed()) {
            gone();
            return;
        }
        request.exceptionHandler(broken -> gone());
        context.addEndHandler(ended -> gone());
        request.handler(piece -> tell(() -> answer.received(piece.getBytes())));
        request.endHandler(end -> tell(answer::bodyEnded));
        response.drainHandler(drained -> tell(answer::drained));
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            response.writeContinue();
        }
        response.putHeader("content-type", answer.contentType());
        if (endsWithConnection) {
            // The head goes out with the first piece.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        } else {
            response.setChunked(true).writeHead();
        }
        answer.begin(this);
    }

    @Override
    public void fetch() {
        context.request().fetch(1);
    }

    @Override
    public boolean isFull() {
        return context.response().writeQueueFull();
    }

    @Override
    public void write(byte[] bytes) {
        if (!over) {
            context.response().write(Buffer.buffer(bytes));
        }
    }

    @Override
    public void end() {
        if (!over) {
            over = true;
            Future<Void> written = context.response().end();
            if (endsWithConnection) {
                written.onComplete(out -> context.request().connection().close());
            }
            traffic.leave(cut);
            RestOfBody.letGo(context, RestOfBody.LONG_MILLIS);
        }
    }

    @Override
    public void abort() {
        if (!over) {
            over = true;
            breakOff();
            traffic.leave(cut);
        }
    }

    /** At once: to close it in order would wait until the caller has read what is on its way, which may be never. */
    private void breakOff() {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset();
        } else {
            ChannelHandlerContext channel = ((ConnectionBase) context.request().connection()).channelHandlerContext();
            // A connection that cannot be closed is closed.
            var unused = channel.close();
        }
    }

    @Override
    public void onItsLoop(Runnable work) {
        reply.onItsLoop(work);
    }

    private void cut() {
        onItsLoop(() -> tell(answer::cut));
    }

    private void tell(Runnable event) {
        if (!over) {
            event.run();
        }
    }

    private void gone() {
        if (!over) {
            over = true;
            answer.gone();
            traffic.leave(cut);
        }
    }
}
