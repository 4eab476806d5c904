package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks headers as far as they are literal: names and values as in RFC 9110, sections 5.1 and 5.5. */
final class HeaderText {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");

    /** What frames the message or belongs to the connection, for HTTP itself to say (RFC 9110, section 7.6.1). */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Findings findings;

    HeaderText(Findings findings) {
        this.findings = findings;
    }

    void headers(ObjectNode headers, String pointer) {
        headers.properties().forEach(header -> {
            String place = Pointers.member(pointer, header.getKey());
            name(header.getKey(), place);
            value(header.getValue(), place);
        });
    }

    void name(String name, String pointer) {
        if (!NAME.matcher(name).matches()) {
            findings.problem(ProblemCode.BAD_VALUE, pointer, "this cannot be the name of a header");
        } else if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            findings.problem(
                    ProblemCode.BAD_VALUE, pointer, "this header belongs to the connection and is set with it");
        }
    }

    private void value(JsonNode value, String pointer) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(value.get(i), Pointers.element(pointer, i));
            }
        } else if (value.isObject()) {
            findings.problem(
                    ProblemCode.WRONG_TYPE,
                    pointer,
                    "a header is a string, a number, a boolean or a list of these, not " + Shown.type(value));
        } else if (value.isTextual() && !isText(value.textValue())) {
            findings.problem(
                    ProblemCode.BAD_VALUE, pointer, "a header cannot hold line breaks or other control characters");
        }
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t');
    }
}
