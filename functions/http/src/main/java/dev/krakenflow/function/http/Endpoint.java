package dev.krakenflow.function.http;

import static java.util.Objects.requireNonNull;

/**
 * One method at one address.
 *
 * @param method in upper case
 * @param path begins with a slash; a segment such as <code>{name}</code> stands for any one segment
 */
public record Endpoint(String method, String path, Action action) {
    public Endpoint {
        requireNonNull(method);
        requireNonNull(action);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
    }
}
