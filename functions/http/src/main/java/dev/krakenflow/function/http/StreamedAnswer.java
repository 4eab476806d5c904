package dev.krakenflow.function.http;

/**
 * What takes the pieces of one request and answers them. Told everything on the event loop of the request, one thing after
 * the other; nothing more once it has ended its {@link Duplex} or was told {@link #gone}.
 */
public interface StreamedAnswer {

    /** The content type of what it writes. */
    String contentType();

    /** Status and headers are on their way: it may ask for the body and write. */
    void begin(Duplex duplex);

    /** The piece of the body that it asked for; the bytes are its own. */
    void received(byte[] bytes);

    /** Instead of a piece that it asked for: there are no more. */
    void bodyEnded();

    /** What was written has left, after it was too much: it may write on. */
    void drained();

    /** The process ends, and can wait no longer: what can be said in one more piece, it may say, and must end. */
    void cut();

    /** The caller has gone, perhaps before the beginning: nobody reads what is written, and everything has to stop. */
    void gone();
}
