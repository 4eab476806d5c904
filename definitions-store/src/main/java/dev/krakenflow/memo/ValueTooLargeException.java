package dev.krakenflow.memo;

/** A memo or a value is larger than what is kept: 6 MiB of JSON text in UTF-8. Nothing was written. */
public final class ValueTooLargeException extends RuntimeException {

    /** As large as a value may be, in bytes; as large as the body of a request. */
    public static final int MAX_BYTES = 6 * 1024 * 1024;

    private static final long serialVersionUID = 1L;

    public ValueTooLargeException(int bytes) {
        super(bytes + " bytes are too much to be kept, at most " + MAX_BYTES + " are");
    }

    /**
     * Lets pass what is not too large.
     *
     * @throws ValueTooLargeException when it is
     */
    public static byte[] check(byte[] json) {
        if (json.length > MAX_BYTES) {
            throw new ValueTooLargeException(json.length);
        }
        return json;
    }
}
