package dev.krakenflow.client.http;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.client.egress.Host;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of a URL (RFC 9110, 4.3).
 *
 * @param tls whether the scheme is {@code https}; else {@code http}
 * @param host in its one spelling
 * @param port 1 to 65,535
 */
record Origin(boolean tls, Host host, int port) {
    private static final Pattern URL = Pattern.compile("(?is)(https?)://([^/?#]*)(.*)");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\[\\]]*]|[^:@\\[\\]]*)(?::([0-9]{1,5})?)?");

    Origin {
        requireNonNull(host);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
    }

    /**
     * Reads the origin of an absolute URL.
     *
     * @throws IllegalArgumentException when it is not {@code http} or {@code https}, holds a user, or its host is none;
     *     the message does not repeat the URL
     */
    static Origin of(String url) {
        Matcher parts = match(url);
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            throw new IllegalArgumentException("a URL has a host, perhaps a port, and no user");
        }
        boolean tls = parts.group(1).equalsIgnoreCase("https");
        int port = authority.group(2) == null ? (tls ? 443 : 80) : Integer.parseInt(authority.group(2));
        return new Origin(tls, Host.parse(authority.group(1)), port);
    }

    /** What follows the origin in an absolute URL: path, query and fragment as written. */
    static String rest(String url) {
        return match(url).group(3);
    }

    /** The host as it stands in a URL. */
    String urlHost() {
        String text = host.text();
        return text.indexOf(':') < 0 ? text : "[" + text + "]";
    }

    /** The origin as a URL, without a slash at its end; the port only where it is not the scheme's own. */
    @Override
    public String toString() {
        String scheme = tls ? "https://" : "http://";
        return scheme + urlHost() + (port == (tls ? 443 : 80) ? "" : ":" + port);
    }

    private static Matcher match(String url) {
        Matcher parts = URL.matcher(url.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a URL begins with http:// or https://");
        }
        return parts;
    }
}
