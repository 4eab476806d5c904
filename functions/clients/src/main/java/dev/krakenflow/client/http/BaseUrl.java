package dev.krakenflow.client.http;

/**
 * Where the paths of a service begin.
 *
 * @param origin scheme, host and port of every request
 * @param pathPrefix path in front of every path, encoded, without a slash at its end; may be empty. Can hold a secret
 */
record BaseUrl(Origin origin, String pathPrefix) {

    /**
     * Reads {@code base_url}.
     *
     * @throws IllegalArgumentException when it is no URL, or holds a user, a query or a fragment; the message does not
     *     repeat it
     */
    static BaseUrl parse(String url) {
        Origin origin = Origin.of(url);
        String path = Origin.rest(url);
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new IllegalArgumentException("base_url has no query and no fragment");
        }
        return new BaseUrl(origin, PercentEncoding.ofPath(path.replaceFirst("/+$", "")));
    }

    /** For failures: without the path. */
    @Override
    public String toString() {
        return origin.toString();
    }
}
