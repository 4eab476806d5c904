package dev.krakenflow.function.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.function.http.Duplex;
import dev.krakenflow.function.http.StreamedAnswer;
import java.util.concurrent.CompletableFuture;

/** Answers each piece of the body with itself, asks for the next one then, and says good-bye at the end. */
public final class EchoingAnswer implements StreamedAnswer {

    public final CompletableFuture<Duplex> begun = new CompletableFuture<>();
    public final CompletableFuture<Void> gone = new CompletableFuture<>();
    private Duplex duplex;

    @Override
    public String contentType() {
        return "text/x-echo";
    }

    @Override
    public void begin(Duplex both) {
        duplex = both;
        begun.complete(both);
        both.fetch();
    }

    @Override
    public void received(byte[] bytes) {
        duplex.write(bytes);
        duplex.fetch();
    }

    @Override
    public void bodyEnded() {
        end("bye");
    }

    @Override
    public void drained() {}

    @Override
    public void cut() {
        end("cut");
    }

    @Override
    public void gone() {
        gone.complete(null);
    }

    private void end(String word) {
        duplex.write(word.getBytes(UTF_8));
        duplex.end();
    }
}
