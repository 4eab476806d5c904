package dev.krakenflow.function.admin;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.Request;

/**
 * A body that was not looked into yet.
 *
 * @param mediaType as the header wrote it; empty where there was none, which counts as JSON
 */
public record OperationBody(String mediaType, byte[] bytes) {

    /** No body at all. */
    public static final OperationBody EMPTY = new OperationBody("", new byte[0]);

    public OperationBody {
        requireNonNull(mediaType);
        requireNonNull(bytes);
    }

    /** The body of an HTTP request. */
    static OperationBody of(Request request) {
        String mediaType = request.header("content-type");
        return new OperationBody(mediaType == null ? "" : mediaType, request.body());
    }

    /** The body as a JSON value; fails as a request whose body is none. */
    Object json() {
        return JsonBody.read(mediaType.isEmpty() ? null : mediaType, bytes);
    }
}
