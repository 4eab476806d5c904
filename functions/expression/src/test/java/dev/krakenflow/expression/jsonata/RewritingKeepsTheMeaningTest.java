package dev.krakenflow.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.Node.Call;
import dev.krakenflow.expression.syntax.Node.Filter;
import dev.krakenflow.expression.syntax.Node.Group;
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
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library with its own marker for null and its own functions, beside the rewritten source with ours. */
class RewritingKeepsTheMeaningTest {

    private static final String FAILED = "failed";

    /** A failure where the library goes on as if the number were missing. */
    private static final String NO_NUMBER = "no number";

    private static final Limits LIMITS = new Limits(1_000_000, 200, 60_000_000_000L, 6_000_000, 1_000_000, 1_000_000);

    private static final Map<String, TakingNullForAList> LIST_FUNCTIONS = Map.of(
            "count", new TakingNullForAList("count", "<a:n>", "count"),
            "map", new TakingNullForAList("map", "<af>", "map"),
            "filter", new TakingNullForAList("filter", "<af>", "filter"),
            "reduce", new TakingNullForAList("reduce", "<afj?:j>", "foldLeft"));

    private final Interpreter interpreter = new Interpreter();

    @Property(seed = "1", tries = 1_000)
    void ofEverySource(
            @ForAll("sources") String source, @ForAll("events") Object event, @ForAll("events") Object variable) {
        Assume.that(!postponesACall(source));

        String result = guarded(source, event, variable);
        Assume.that(!result.equals(NO_NUMBER));
        assertThat(result).as(source).isEqualTo(plain(source, event, variable));
    }

    /** Whether the library would filter or group a call that ends a function in place of the call's result. */
    private static boolean postponesACall(String source) {
        try {
            Node node = SyntaxParser.parse(source, 64, 200);
            TailCalls places = new TailCalls(node);
            return parts(node)
                    .filter(part -> (part instanceof Group || part instanceof Filter) && places.canStandAt(part))
                    .flatMap(RewritingKeepsTheMeaningTest::parts)
                    .anyMatch(part -> part instanceof Call && places.canStandAt(part));
        } catch (SyntaxException e) {
            return false;
        }
    }

    private static Stream<Node> parts(Node node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(RewritingKeepsTheMeaningTest::parts));
    }

    /** The library puts off a call that ends a function, and forgets what is to be done with its result. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$map([1, 2], function($x) { a{\"g\": $count(b)} })",
                "$map([1, 2], function($x) { (a){\"g\": $count(b)} })",
                "$map([1, 2], function($x) { (c){\"g\": $count(b)} })",
                "$map([1, 2], function($x) { $x = 1 ? c{\"g\": 1} : (c; a){\"h\": 2} })",
                "$map([1, 2], function($x) { (c) ?: (c{\"g\": 1})[g = 1] })",
                "$map([1, 2], function($x) { ($x & \"\")[$ = \"1\"] })",
                "$map([1, 2], function($x) { ($x = 1 ? $x & \"\" : a & \"\")[$ = \"x\"] })",
                "$map([1, 2], function($x) { ($x & \"\"){$: 1} })",
                "$map([1, 2], function($x) { ($x / $x)[$ = 1] })",
                "$map([1, 2], function($x) { ($x % $x)[$ = 0] })",
                "$map([1, 2], function($x) { ($x in b)[$ = true] })",
                "$map([1, 2], function($x) { ($x = $x){\"g\": $} })",
                "$map([1, 2], function($x) { $x != $x ? a = $x : a != $x })",
                "$map([1, 2], function($x) { (*)[$ = \"x\"] })",
                "$map([1, 2], function($x) { *{\"g\": $count($)} })",
                "$map([1, 2], function($x) { (b#$i; *)[$ = \"x\"] })"
            })
    void atTheEndOfAFunction(String source) {
        Object event = Map.of("a", "x", "b", List.of(1, 2));

        assertThat(guarded(source, event, event))
                .isEqualTo(plain(source, event, event))
                .isNotEqualTo(FAILED);
    }

    @Test
    void ofAGroupingOfNothingAtTheEndOfAFunction() {
        String source = "$map([(a), $ = a], function($x) { $x = (a) ? a + $ : (a){\"g\": $count(a)} })";

        assertThat(guarded(source, Map.of(), Map.of()))
                .isEqualTo(plain(source, Map.of(), Map.of()))
                .isEqualTo("{\"g\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.*",
                "b.*",
                "c.*",
                "d.*",
                "e.*",
                "c.*[1 + $missing]",
                "c.*[$$ + missing]",
                "{\"k\": c.*}",
                "[d.*]",
                "b.*.k",
                "($v[] := a; $v)",
                "$map([1, 2], function($x[]) { $x })"
            })
    void ofAllFieldsAndOfEmptyBrackets(String source) {
        Object event = Map.of(
                "a", Map.of("k", 1),
                "b", Map.of("k", List.of(Map.of("k", 1))),
                "c", Map.of("k", List.of()),
                "d", List.of(List.of(1)),
                "e", List.of(1));

        assertThat(guarded(source, event, event)).isEqualTo(plain(source, event, event));
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
        } catch (EvaluationException e) {
            return String.valueOf(e.getMessage()).contains("division by 0") ? NO_NUMBER : FAILED;
        } catch (SyntaxException e) {
            return FAILED;
        }
    }

    private static String plain(String source, Object event, Object variable) {
        try {
            Jsonata jsonata = Jsonata.jsonata(source);
            jsonata.setValidateInput(false);
            jsonata.setOutputConvertNulls(false);
            LIST_FUNCTIONS.forEach(jsonata::assign);
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
    @Property(seed = "1", tries = 3_000, maxDiscardRatio = 100)
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

    /** A function of the library that does not take null for missing. */
    private static final class TakingNullForAList extends JFunction {

        TakingNullForAList(String name, String signature, String method) {
            super(name, signature, Functions.class, null, method);
        }

        @Override
        public Object validate(Object arguments, @Nullable Object context) {
            List<@Nullable Object> given = new ArrayList<>((List<?>) arguments);
            if (given.getFirst() == Jsonata.NULL_VALUE) {
                given.set(0, List.of(Jsonata.NULL_VALUE));
            }
            return super.validate(given, context);
        }
    }
}
