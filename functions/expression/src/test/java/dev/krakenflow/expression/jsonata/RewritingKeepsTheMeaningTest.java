package dev.krakenflow.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.SyntaxException;
import dev.krakenflow.expression.syntax.SyntaxParser;
import dev.krakenflow.expression.testing.JsonataSources;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.json.WrittenSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The library with its own marker for null and its own functions, beside the rewritten source with ours. */
class RewritingKeepsTheMeaningTest {

    private static final String FAILED = "failed";
    private static final Limits LIMITS = new Limits(1_000_000, 200, 60_000_000_000L, 6_000_000, 1_000_000, 1_000_000);

    private final Interpreter interpreter = new Interpreter();

    @Property(tries = 10_000)
    void ofEverySource(
            @ForAll("sources") String source, @ForAll("events") Object event, @ForAll("events") Object variable) {
        assertThat(guarded(source, event, variable)).as(source).isEqualTo(plain(source, event, variable));
    }

    private String guarded(String source, Object event, Object variable) {
        try {
            Node node = SyntaxParser.parse(source, 64, 200);
            Object result = interpreter
                    .compile(source, node, Set.of("v"), FunctionSet.none())
                    .evaluate(
                            event,
                            Map.of("v", variable),
                            new WrittenSize(Long.MAX_VALUE),
                            LIMITS,
                            System.nanoTime() + 60_000_000_000L);
            return result == null ? "missing" : JsonWriter.write(result);
        } catch (EvaluationException | SyntaxException e) {
            return FAILED;
        }
    }

    private static String plain(String source, Object event, Object variable) {
        try {
            Jsonata jsonata = Jsonata.jsonata(source);
            jsonata.setValidateInput(false);
            jsonata.setOutputConvertNulls(false);
            Jsonata.Frame frame = jsonata.createFrame();
            frame.bind("v", theirs(variable));
            Object result = jsonata.evaluate(theirs(event), frame);
            return result == null ? "missing" : JsonWriter.write(ours(result));
        } catch (RuntimeException e) {
            return FAILED;
        }
    }

    private static Object theirs(Object value) {
        return converted(value, JsonNull.VALUE, Jsonata.NULL_VALUE);
    }

    private static Object ours(Object value) {
        return converted(value, Jsonata.NULL_VALUE, JsonNull.VALUE);
    }

    private static Object converted(@Nullable Object value, Object from, Object to) {
        if (value == from) {
            return to;
        }
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            object.forEach((name, member) -> copy.put(name, converted(member, from, to)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) {
                if (element != null) {
                    copy.add(converted(element, from, to));
                }
            }
            return copy;
        }
        return value;
    }

    /** Our parser must not read a slash, a bracket or a name in another way than the library's. */
    @Property(tries = 20_000, maxDiscardRatio = 100)
    void andReadsWhatTheLibraryReads(@ForAll("soups") String source) {
        // Fields and parents in one expression are refused.
        Assume.that(!(source.contains("*") && source.contains("%")));
        Assume.that(isReadByTheLibrary(source));

        assertThat(isReadByUs(source)).as(source).isTrue();
    }

    private static boolean isReadByTheLibrary(String source) {
        try {
            Jsonata.jsonata(source);
            return true;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    private boolean isReadByUs(String source) {
        try {
            interpreter.compile(source, SyntaxParser.parse(source, 64, 200), Set.of(), FunctionSet.none());
            return true;
        } catch (SyntaxException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> sources() {
        return JsonataSources.any();
    }

    /** Without numbers that the library writes in a way of its own. */
    @Provide
    Arbitrary<Object> events() {
        return JsonataSources.events().filter(event -> !event.toString().matches(".*(E\\+|\\d{15}).*"));
    }

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "$v",
                        "\"s\"",
                        "1",
                        "/",
                        "/x/",
                        "/[/]/i",
                        "(",
                        ")",
                        "[",
                        "]",
                        "[]",
                        "{",
                        "}",
                        "\"k\":",
                        "+",
                        "-",
                        "*",
                        "**",
                        "%",
                        ".",
                        ",",
                        ";",
                        "&",
                        "=",
                        "?",
                        ":",
                        "?:",
                        "~>",
                        "and",
                        "in",
                        "..",
                        "^(",
                        "<",
                        "function($x){",
                        "function($x)<s:n>{",
                        "$f(",
                        "|",
                        "@$i",
                        "#$i",
                        ":=",
                        "null",
                        "`q`",
                        "/*c*/")
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(tokens -> String.join(" ", tokens));
    }
}
