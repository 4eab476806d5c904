package dev.krakenflow.infra.terraform;

import dev.krakenflow.infra.hcl.Body;
import dev.krakenflow.infra.hcl.Body.Block;
import dev.krakenflow.infra.hcl.Expression;
import dev.krakenflow.infra.hcl.Expression.For;
import dev.krakenflow.infra.hcl.Expression.Index;
import dev.krakenflow.infra.hcl.Expression.Member;
import dev.krakenflow.infra.hcl.Expression.Name;
import dev.krakenflow.infra.hcl.Expression.Splat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of a reference, without what indexes it: {@code [aws_sqs_queue, this, arn]}.
 *
 * @param words one at least
 */
record Reference(List<String> words) {

    Reference {
        words = List.copyOf(words);
    }

    String first() {
        return words.getFirst();
    }

    /** The word at an index; empty when there are fewer. */
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /** All that a block refers to, but for the names that {@code for} and {@code dynamic} give themselves. */
    static Stream<Reference> in(Block block) {
        // The type of a variable looks like references to string and number.
        return block.type().equals("variable")
                ? block.body().blocks().stream().flatMap(it -> in(it.body(), Set.of()))
                : in(block.body(), Set.of());
    }

    private static Stream<Reference> in(Body body, Set<String> given) {
        return Stream.concat(
                body.attributes().stream().flatMap(it -> in(it.value(), given)),
                body.blocks().stream().flatMap(it -> in(it.body(), withIterator(it, given))));
    }

    private static Set<String> withIterator(Block block, Set<String> given) {
        return block.type().equals("dynamic") ? with(given, List.of(block.label(0))) : given;
    }

    private static Stream<Reference> in(Expression expression, Set<String> given) {
        List<String> path = path(expression);
        if (!path.isEmpty()) {
            Stream<Reference> whole = given.contains(path.getFirst()) ? Stream.empty() : Stream.of(new Reference(path));
            return Stream.concat(whole, indexes(expression).flatMap(it -> in(it, given)));
        }
        if (expression instanceof For loop) {
            Set<String> inside = with(given, loop.names());
            return Stream.concat(
                    in(loop.in(), given),
                    loop.children().filter(it -> it != loop.in()).flatMap(it -> in(it, inside)));
        }
        return expression.children().flatMap(it -> in(it, given));
    }

    /** The words of a reference; none of what is no reference. */
    private static List<String> path(Expression expression) {
        return switch (expression) {
            case Name name -> List.of(name.name());
            case Index index -> path(index.of());
            case Splat splat -> path(splat.of());
            case Member member -> {
                List<String> words = new ArrayList<>(path(member.of()));
                if (!words.isEmpty()) {
                    words.add(member.name());
                }
                yield words;
            }
            case Expression other -> List.of();
        };
    }

    private static Stream<Expression> indexes(Expression expression) {
        return switch (expression) {
            case Member member -> indexes(member.of());
            case Splat splat -> indexes(splat.of());
            case Index index -> Stream.concat(indexes(index.of()), Stream.of(index.index()));
            case Expression other -> Stream.empty();
        };
    }

    private static Set<String> with(Set<String> given, List<String> more) {
        Set<String> all = new HashSet<>(given);
        all.addAll(more);
        return all;
    }

    @Override
    public String toString() {
        return String.join(".", words);
    }
}
