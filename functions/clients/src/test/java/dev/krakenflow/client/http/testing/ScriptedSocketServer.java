package dev.krakenflow.client.http.testing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A server that writes bytes as a test says, HTTP or not, to every connection on which a request begins. */
public final class ScriptedSocketServer implements AutoCloseable {
    private final NetServer server;
    private final BlockingQueue<Boolean> closed = new LinkedBlockingQueue<>();
    private final AtomicLong written = new AtomicLong();

    public ScriptedSocketServer(Vertx vertx, Handler<NetSocket> script) {
        server = vertx.createNetServer(
                        new NetServerOptions().setHost("127.0.0.1").setPort(0).setSendBufferSize(64 * 1024))
                .exceptionHandler(thrown -> {})
                .connectHandler(socket -> begin(socket, script));
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    /** A script that writes a text and leaves the connection open. */
    public static Handler<NetSocket> writing(String text) {
        return socket -> socket.write(text);
    }

    /** A script that writes a text and closes the connection. */
    public static Handler<NetSocket> writingAndClosing(String text) {
        return socket -> socket.end(Buffer.buffer(text));
    }

    /** Writes a part again and again, as fast as the other side reads. */
    public void writeEndlessly(NetSocket socket, Buffer part) {
        socket.write(part).onSuccess(done -> {
            written.addAndGet(part.length());
            writeEndlessly(socket, part);
        });
    }

    /** Bytes that {@link #writeEndlessly} could hand to the operating system. */
    public long written() {
        return written.get();
    }

    /** Waits until one more connection is closed. */
    public void awaitClosedConnection() throws InterruptedException {
        if (closed.poll(20, TimeUnit.SECONDS) == null) {
            throw new AssertionError("no connection was closed");
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void begin(NetSocket socket, Handler<NetSocket> script) {
        socket.exceptionHandler(thrown -> {});
        socket.closeHandler(gone -> closed.add(true));
        socket.handler(first -> {
            socket.handler(more -> {});
            script.handle(socket);
        });
    }
}
