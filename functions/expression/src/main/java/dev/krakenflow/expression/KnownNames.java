package dev.krakenflow.expression;

import dev.krakenflow.expression.ExpressionProblem.Kind;
import dev.krakenflow.expression.syntax.Names;
import dev.krakenflow.expression.syntax.Names.Use;
import dev.krakenflow.expression.syntax.Nearest;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which variables and functions an expression may name, and what is wrong with those that it may not. */
final class KnownNames {

    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "append",
            "assert",
            "average",
            "base64decode",
            "base64encode",
            "boolean",
            "ceil",
            "clone",
            "contains",
            "count",
            "decodeUrl",
            "decodeUrlComponent",
            "distinct",
            "each",
            "encodeUrl",
            "encodeUrlComponent",
            "error",
            "exists",
            "filter",
            "floor",
            "formatBase",
            "formatInteger",
            "formatNumber",
            "fromMillis",
            "join",
            "keys",
            "length",
            "lookup",
            "lowercase",
            "map",
            "match",
            "max",
            "merge",
            "millis",
            "min",
            "not",
            "now",
            "number",
            "pad",
            "parseInteger",
            "power",
            "random",
            "reduce",
            "replace",
            "reverse",
            "round",
            "shuffle",
            "sift",
            "single",
            "sort",
            "split",
            "spread",
            "sqrt",
            "string",
            "substring",
            "substringAfter",
            "substringBefore",
            "sum",
            "toMillis",
            "trim",
            "type",
            "uppercase",
            "zip");

    /** The context and the input. */
    private static final Set<String> ALWAYS = Set.of("", "$");

    /** The library keeps its own callbacks among the variables. */
    private static final String OF_THE_LIBRARY = "__evaluate";

    private static final char FIRST_PRIVATE = '\uE000';
    private static final char LAST_PRIVATE = '\uF8FF';

    private final Scope scope;

    KnownNames(Scope scope) {
        this.scope = scope;
    }

    /** Whether JSONata has a function of this name. */
    static boolean isFunctionOfJsonata(String name) {
        return FUNCTIONS.contains(name) || name.equals("eval");
    }

    /** What is wrong with what an expression names, in the order of the source. */
    Stream<ExpressionProblem> problems(Names names, String pointer) {
        Stream<ExpressionProblem> reserved = names.bound().stream()
                .filter(KnownNames::isReserved)
                .sorted()
                .map(name ->
                        new ExpressionProblem(Kind.BAD_EXPRESSION, pointer, "$" + name + " cannot be bound", null));
        Stream<ExpressionProblem> unknown = names.used().stream()
                .filter(use -> !names.bound().contains(use.name()) && !isKnown(use))
                .map(use -> problem(use, pointer));
        return Stream.concat(reserved, unknown);
    }

    private static boolean isReserved(String name) {
        return name.startsWith(OF_THE_LIBRARY) || name.chars().anyMatch(c -> c >= FIRST_PRIVATE && c <= LAST_PRIVATE);
    }

    private boolean isKnown(Use use) {
        String name = use.name();
        boolean function = scope.functions().containsKey(name) || FUNCTIONS.contains(name);
        boolean value = scope.variables().contains(name);
        return ALWAYS.contains(name) || (use.called() ? function && !value : function || value);
    }

    private ExpressionProblem problem(Use use, String pointer) {
        String kind = use.called() ? "function" : "variable";
        String message = "there is no " + kind + " $" + use.name() + " here (at character " + (use.offset() + 1) + ")";
        return new ExpressionProblem(
                use.called() ? Kind.UNKNOWN_FUNCTION : Kind.UNKNOWN_VARIABLE, pointer, message, hint(use));
    }

    private @Nullable String hint(Use use) {
        if (use.called() && use.name().equals("error")) {
            return "$error is the failure here; write $assert(false, \"…\")";
        }
        if (use.name().equals("secret") || use.name().equals("env")) {
            return "$" + use.name() + " can only stand in the start of a service's client";
        }
        Stream<String> functions = Stream.concat(scope.functions().keySet().stream(), FUNCTIONS.stream())
                .sorted();
        Stream<String> known = use.called()
                ? functions.filter(name -> !scope.variables().contains(name))
                : Stream.concat(scope.variables().stream().sorted(), functions);
        return Nearest.to(use.name(), known)
                .map(name -> "did you mean $" + name + "?")
                .orElse(null);
    }
}
