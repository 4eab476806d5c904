package dev.krakenflow.client.http;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request, from a template such as {@code /users/{id}}. Whatever values fill it, it stays below the path
 * of {@code base_url}.
 */
final class RequestPath {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]+)}");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)(.*/)?(\\.|%2e){1,2}(/.*)?");

    private RequestPath() {}

    /**
     * The encoded path, with a slash in front.
     *
     * @param template path with placeholders; what is illegal in a path is encoded
     * @param values of the placeholders
     * @throws ArgumentProblem when a value is missing, empty or no scalar, when a segment is {@code .} or {@code ..}, or
     *     when the template has a query or a fragment
     */
    static String fill(String template, Map<?, ?> values) {
        if (template.indexOf('?') >= 0 || template.indexOf('#') >= 0) {
            throw new ArgumentProblem("path may not hold ? or #: a query stands in params");
        }
        StringBuilder path = new StringBuilder(template.startsWith("/") ? "" : "/");
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int from = 0;
        while (placeholder.find()) {
            path.append(PercentEncoding.ofPath(template.substring(from, placeholder.start())));
            String name = placeholder.group(1);
            path.append(PercentEncoding.ofValue(value(name, values.get(name))));
            from = placeholder.end();
        }
        path.append(PercentEncoding.ofPath(template.substring(from)));
        return checked(path.toString());
    }

    private static String checked(String path) {
        if (DOT_SEGMENT.matcher(path).matches()) {
            throw new ArgumentProblem("path may not hold a segment . or ..");
        }
        return path;
    }

    private static String value(String name, @Nullable Object value) {
        if (value == null) {
            throw new ArgumentProblem("path_params has no value for {" + name + "} of path");
        }
        String text = Scalars.textOf(value)
                .orElseThrow(
                        () -> new ArgumentProblem("path_params." + name + " must be a string, a number or a boolean"));
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new ArgumentProblem("path_params." + name + " may not be empty, . or ..");
        }
        return text;
    }
}
