package dev.krakenflow.expression.testing;

import dev.krakenflow.json.JsonNull;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates sources and events that fit each other often enough to be interesting. */
public final class JsonataSources {

    private static final List<String> NAMES = List.of("a", "b", "c", "l", "`a b`", "none");

    private JsonataSources() {}

    /** Expressions of paths, scalars and operators. */
    public static Arbitrary<String> simple() {
        return Arbitraries.recursive(JsonataSources::leaves, JsonataSources::combined, 0, 3);
    }

    /** Expressions of nearly everything that the language has. */
    public static Arbitrary<String> any() {
        return Arbitraries.recursive(
                JsonataSources::leaves, inner -> Arbitraries.oneOf(combined(inner), structures(inner)), 0, 3);
    }

    private static Arbitrary<String> leaves() {
        Arbitrary<String> paths =
                Arbitraries.of(NAMES).list().ofMinSize(1).ofMaxSize(3).map(names -> String.join(".", names));
        return Arbitraries.frequencyOf(
                Tuple.of(6, paths),
                Tuple.of(1, paths.map(path -> "$." + path)),
                Tuple.of(1, paths.map(path -> "$v." + path)),
                Tuple.of(1, Arbitraries.of("$", "$$", "$v", "\"x\"", "'y'", "\"\"", "true", "false", "null")),
                Tuple.of(2, Arbitraries.of("0", "1", "2.5", "-3", "1e3", "12345678901", "0.1")));
    }

    private static Arbitrary<String> combined(Arbitrary<String> inner) {
        Arbitrary<String> binary = Combinators.combine(
                        inner,
                        Arbitraries.of("+", "-", "*", "/", "%", "=", "!=", "<", "<=", ">", ">=", "&", "and", "or"),
                        inner)
                .as((left, operator, right) -> left + " " + operator + " " + right);
        Arbitrary<String> choice = Combinators.combine(inner, inner, inner)
                .as((condition, then, otherwise) -> condition + " ? " + then + " : " + otherwise);
        Arbitrary<String> wrapped = Combinators.combine(Arbitraries.of("(", "$exists(", "$not(", "-("), inner)
                .as((opening, content) -> opening + content + ")");
        return Arbitraries.oneOf(binary, binary, choice, wrapped);
    }

    private static Arbitrary<String> structures(Arbitrary<String> inner) {
        return Combinators.combine(
                        Arbitraries.of(
                                "[%s, %s]",
                                "{\"k\": %s, \"m\": %s}",
                                "(%s)[%s]",
                                "(%s).(%s)",
                                "(%s)[0].(%s)",
                                "$map(%s, function($x) { $x = %s })",
                                "$filter(%s, function($x) { $exists(%s) })",
                                "($t := %s; [$t, %s])",
                                "$append(%s, %s)",
                                "(%s)^($string(%s))",
                                "(%s).{\"q\": %s}",
                                "$count(%s) + $count(%s)",
                                "%s ~> $append(%s)",
                                "(%s) in (%s)",
                                "(%s)[] = (%s)",
                                "$string(%s) & $type(%s)",
                                "(%s) ?: (%s)",
                                "(%s) ?? (%s)",
                                "$merge([{\"k\": %s}, {\"k\": %s}])",
                                "$reduce(%s, function($x, $y) { $y }, %s)",
                                "(%s).*[%s]",
                                "[(%s).*, %s]",
                                "(%s).*.(%s)",
                                "$map(%s, function($x) { (*)[$ = (%s)] })",
                                "$map(%s, function($x) { %s })",
                                "$map(%s, function($x) { ($x & (%s))[$x = $] })",
                                "$map(%s, function($x) { (%s){\"g\": $count($)} })",
                                "(%s){\"g\": $count(%s)}",
                                "l{$string($): $count(%s), \"h\": %s}",
                                "(%s)#$i[$i = (%s)]"),
                        inner,
                        inner)
                .as((form, one, other) -> String.format(form, one, other));
    }

    /** Objects with the fields that the sources name. */
    public static Arbitrary<Object> events() {
        Arbitrary<Object> scalars = Arbitraries.of(
                0,
                1,
                -3,
                2.5,
                0.1,
                12345678901L,
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("0.12345678901234567891"),
                new BigDecimal("1e400"),
                "x",
                "",
                "1",
                "😀",
                true,
                false,
                JsonNull.VALUE);
        return objects(Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        objects(inner),
                        objects(inner),
                        inner.list().ofMaxSize(3).asGeneric()),
                0,
                3));
    }

    private static Arbitrary<Object> objects(Arbitrary<Object> values) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "l", "a b"), values)
                .ofMaxSize(4)
                .asGeneric();
    }
}
