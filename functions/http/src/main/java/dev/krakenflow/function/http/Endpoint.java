package dev.krakenflow.function.http;

import static java.util.Objects.requireNonNull;

/**
 * One method at one address.
 *
 * @param method in upper case
 * @param path begins with a slash; a segment such as <code>{name}</code> stands for any one segment
 */
public record Endpoint(String method, String path, Work work) {
    public Endpoint {
        requireNonNull(method);
        requireNonNull(work);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
    }

    /** An endpoint whose body is read whole. */
    public Endpoint(String method, String path, Action action) {
        this(method, path, new Work.Whole(action));
    }

    /** An endpoint whose body and answer are streamed. */
    public static Endpoint streamed(String method, String path, StreamAction action) {
        return new Endpoint(method, path, new Work.Streamed(action));
    }
}
