package dev.krakenflow.function.http;

/**
 * Body and answer of one request, both open. Holds nothing back and nothing in store: a piece of the body comes only when
 * it is asked for, and who writes looks before whether the caller keeps up. To be used on the event loop of the request,
 * but for {@link #onItsLoop}.
 */
public interface Duplex {

    /** Asks for one piece of the body, or its end. Once until that is told. */
    void fetch();

    /** Whether what is written should wait until {@link StreamedAnswer#drained}. */
    boolean isFull();

    /** Writes a piece of the answer; what is written together goes out together. */
    void write(byte[] bytes);

    /** Ends the answer, whether the body has ended or not. */
    void end();

    /** Breaks the answer off at once, so that the caller sees that it is not whole; what is on its way may be lost. */
    void abort();

    /** Does something on the event loop of the request: at once if this is it. From any thread. */
    void onItsLoop(Runnable work);
}
