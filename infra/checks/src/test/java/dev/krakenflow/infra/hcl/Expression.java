package dev.krakenflow.infra.hcl;

import java.util.List;
import java.util.stream.Stream;

/** What stands behind an equals sign. */
public sealed interface Expression {

    /** A text, number or truth value; null is null. */
    record Literal(Object value) implements Expression {}

    /** Text with expressions in it. */
    record Template(List<Expression> parts) implements Expression {}

    /** The first word of a reference: {@code var}, {@code each}, the name that a {@code for} has given. */
    record Name(String name) implements Expression {}

    /** <code>of.name</code>. */
    record Member(Expression of, String name) implements Expression {}

    /** <code>of[index]</code>. */
    record Index(Expression of, Expression index) implements Expression {}

    /** <code>of[*]</code>, a list of what stands in all of them. */
    record Splat(Expression of) implements Expression {}

    /** A function; {@code spread} when the last argument holds all further ones. */
    record Call(String function, List<Expression> arguments, boolean spread) implements Expression {}

    /** {@code !} and {@code -} in front of one, and what stands between two. */
    record Operation(String sign, List<Expression> operands) implements Expression {}

    record Conditional(Expression condition, Expression yes, Expression no) implements Expression {}

    record ListOf(List<Expression> elements) implements Expression {}

    record ObjectOf(List<Entry> entries) implements Expression {}

    record Entry(Expression key, Expression value) {}

    /**
     * A list or, with a {@code key}, an object made of another one.
     *
     * @param names of the element, or of its key and of itself
     */
    record For(List<String> names, Expression in, Expression key, Expression value, Expression condition)
            implements Expression {}

    /** The expressions that it is made of. */
    default Stream<Expression> children() {
        return switch (this) {
            case Literal literal -> Stream.empty();
            case Name name -> Stream.empty();
            case Template template -> template.parts().stream();
            case Member member -> Stream.of(member.of());
            case Index index -> Stream.of(index.of(), index.index());
            case Splat splat -> Stream.of(splat.of());
            case Call call -> call.arguments().stream();
            case Operation operation -> operation.operands().stream();
            case Conditional conditional -> Stream.of(conditional.condition(), conditional.yes(), conditional.no());
            case ListOf list -> list.elements().stream();
            case ObjectOf object -> object.entries().stream().flatMap(it -> Stream.of(it.key(), it.value()));
            case For loop ->
                Stream.of(loop.in(), loop.key(), loop.value(), loop.condition()).filter(it -> it != null);
        };
    }
}
