package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Fields;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ProblemCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Checks {@code start} of an {@code http} service: {@code base_url}, {@code headers}, {@code pool_size},
 * {@code max_response} (bytes), {@code deadline_header}. Values can be expressions; those are checked elsewhere.
 */
final class HttpStartRules {
    private static final long LARGEST_POOL = 10_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Findings findings;

    HttpStartRules(Findings findings) {
        this.findings = findings;
    }

    void check(ObjectNode start, String pointer) {
        Fields fields = new Fields(start, pointer, findings);
        fields.require("base_url");
        if (isLiteral(fields, "base_url")) {
            baseUrl(fields);
        }
        ObjectNode headers = isLiteral(fields, "headers") ? fields.object("headers") : null;
        if (headers != null) {
            new HeaderText(findings).headers(headers, fields.pointer("headers"));
        }
        if (isLiteral(fields, "pool_size")) {
            fields.integer("pool_size", 1, LARGEST_POOL);
        }
        if (isLiteral(fields, "max_response")) {
            fields.integer("max_response", 1, Integer.MAX_VALUE);
        }
        if (isLiteral(fields, "deadline_header")) {
            String name = fields.text("deadline_header");
            if (name != null) {
                new HeaderText(findings).name(name, fields.pointer("deadline_header"));
            }
        }
        fields.refuse("process_name", "a service has its connections under its own name", "leave it out");
        fields.end();
    }

    private static boolean isLiteral(Fields fields, String key) {
        JsonNode value = fields.any(key);
        return value != null && !ExpressionText.isMeant(value);
    }

    private void baseUrl(Fields fields) {
        String url = fields.text("base_url");
        String expected = url == null ? "" : faultOf(url);
        if (!expected.isEmpty()) {
            findings.problem(ProblemCode.BAD_VALUE, fields.pointer("base_url"), expected, "https://api.example.com/v1");
        }
    }

    /** What is wrong with a URL; empty when nothing is. Whether its host may be called is settled when it is called. */
    private static String faultOf(String url) {
        try {
            URI uri = new URI(url);
            String authority = uri.getRawAuthority();
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                return "base_url must begin with http:// or https://";
            }
            if (authority == null || authority.isEmpty() || authority.startsWith(":")) {
                return "base_url must name a host";
            }
            if (authority.contains("@")) {
                return "base_url cannot hold a user or password: send them in a header";
            }
            boolean more = uri.getRawQuery() != null || uri.getRawFragment() != null;
            return more ? "base_url cannot hold a query or fragment: give params in prepare" : "";
        } catch (URISyntaxException e) {
            return "base_url must be a URL";
        }
    }
}
