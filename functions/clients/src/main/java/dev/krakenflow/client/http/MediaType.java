package dev.krakenflow.client.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The media type of an answer.
 *
 * @param name type and subtype in lower case, without parameters; may be empty
 * @param charset of its text: the parameter, else UTF-8
 */
record MediaType(String name, Charset charset) {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^\\s;\"]+)");

    /** Reads the header {@code content-type}; null when there is none. */
    static MediaType read(@Nullable String header) {
        if (header == null) {
            return new MediaType("", StandardCharsets.UTF_8);
        }
        int parameters = header.indexOf(';');
        String name = parameters < 0 ? header : header.substring(0, parameters);
        return new MediaType(name.strip().toLowerCase(Locale.ROOT), charset(header));
    }

    boolean isJson() {
        return name.equals("application/json") || name.endsWith("+json");
    }

    private static Charset charset(String header) {
        Matcher parameter = CHARSET.matcher(header);
        try {
            return parameter.find() ? Charset.forName(parameter.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
