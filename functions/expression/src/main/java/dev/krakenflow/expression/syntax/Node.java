package dev.krakenflow.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression: what it is, and from which character ({@code start}) to behind which ({@code end}) it
 * stands in the source. Immutable.
 */
public sealed interface Node {

    int start();

    int end();

    /** The parts it is made of, in the order of the source. */
    List<Node> children();

    /** A string, number, boolean or JSON null. */
    record Literal(Object value, int start, int end) implements Leaf {}

    /** A field of the context. */
    record Name(String name, int start, int end) implements Leaf {}

    /** {@code $name}; {@code ""} is the context, {@code "$"} the input. */
    record Variable(String name, int start, int end) implements Leaf {}

    /** {@code /pattern/flags}. */
    record Regex(String pattern, String flags, int start, int end) implements Leaf {}

    /** {@code *}, {@code **} or {@code %} as an operand. */
    record Wildcard(String operator, int start, int end) implements Leaf {}

    /** {@code ?} in the place of an argument: a partial application. */
    record Placeholder(int start, int end) implements Leaf {}

    /** {@code left.right}. */
    record Path(Node left, Node right, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** Arithmetic, comparison, {@code and}, {@code or}, {@code in}, {@code ..}, {@code ~>}, {@code ?:}, {@code ??}. */
    record Binary(String operator, Node left, Node right, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** {@code a & b & c}, and at which characters the operators stand. */
    record Concatenation(List<Node> parts, List<Integer> operators, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return parts;
        }
    }

    /** {@code -operand}. */
    record Negation(Node operand, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Choice(Node condition, Node then, @Nullable Node otherwise, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return otherwise == null ? List.of(condition, then) : List.of(condition, then, otherwise);
        }
    }

    /** {@code function(arguments)}. */
    record Call(Node function, List<Node> arguments, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return Stream.concat(Stream.of(function), arguments.stream()).toList();
        }

        /** Whether it applies the function only in part. */
        public boolean isPartial() {
            return arguments.stream().anyMatch(Placeholder.class::isInstance);
        }
    }

    /** {@code function($a, $b)<signature>{body}}; the signature is {@code ""} where there is none. */
    record Lambda(List<String> parameters, String signature, Node body, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return List.of(body);
        }
    }

    /** {@code (a; b)}. */
    record Block(List<Node> children, int start, int end) implements Node {}

    /** {@code [a, b]}. */
    record ListConstructor(List<Node> children, int start, int end) implements Node {}

    /** <code>{key: value}</code>: keys and values by turns. */
    record ObjectConstructor(List<Node> children, int start, int end) implements Node {}

    /** {@code left[predicate]}; without a predicate it keeps a list of one. */
    record Filter(Node left, @Nullable Node predicate, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return predicate == null ? List.of(left) : List.of(left, predicate);
        }
    }

    /** <code>left{key: value}</code>: keys and values by turns. */
    record Group(Node left, List<Node> pairs, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            List<Node> children = new ArrayList<>(pairs);
            children.addFirst(left);
            return children;
        }
    }

    /** {@code left^(a, >b)}. */
    record Sort(Node left, List<Node> terms, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            List<Node> children = new ArrayList<>(terms);
            children.addFirst(left);
            return children;
        }
    }

    /** {@code $name := value}. */
    record Bind(String name, Node value, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return List.of(value);
        }
    }

    /** {@code left@$name} or {@code left#$name}. */
    record Focus(Node left, String name, int start, int end) implements Node {
        @Override
        public List<Node> children() {
            return List.of(left);
        }
    }

    /** {@code |pattern|update, delete|}, and at which characters its bars and its comma stand. */
    record Transform(List<Node> children, List<Integer> bars, int start, int end) implements Node {}

    /** A part without parts. */
    sealed interface Leaf extends Node {
        @Override
        default List<Node> children() {
            return List.of();
        }
    }
}
