package dev.krakenflow.infra.hcl;

import dev.krakenflow.infra.hcl.Expression.Call;
import dev.krakenflow.infra.hcl.Expression.Conditional;
import dev.krakenflow.infra.hcl.Expression.For;
import dev.krakenflow.infra.hcl.Expression.Index;
import dev.krakenflow.infra.hcl.Expression.ListOf;
import dev.krakenflow.infra.hcl.Expression.Literal;
import dev.krakenflow.infra.hcl.Expression.Member;
import dev.krakenflow.infra.hcl.Expression.Name;
import dev.krakenflow.infra.hcl.Expression.ObjectOf;
import dev.krakenflow.infra.hcl.Expression.Operation;
import dev.krakenflow.infra.hcl.Expression.Splat;
import dev.krakenflow.infra.hcl.Expression.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of expressions: texts, {@link Number}s, truth values, {@link List}s (sets are lists that are sorted) and {@link Map}s. Covers
 * what modules without resources need; anything else is an {@link HclException}. Immutable.
 */
public final class Evaluation {
    private final Map<String, Object> names;

    /**
     * With what the first words of references mean.
     *
     * @param names such as {@code var} with a map of the variables
     */
    public Evaluation(Map<String, ?> names) {
        this.names = new HashMap<>(names);
    }

    /** The value of an expression. */
    public Object value(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal.value();
            case Template template ->
                template.parts().stream()
                        .map(part -> String.valueOf(value(part)))
                        .collect(Collectors.joining());
            case Name name -> known(names, name.name());
            case Member member -> known(value(member.of()), member.name());
            case Index index -> known(value(index.of()), value(index.index()));
            case Call call -> call(call);
            case Conditional it -> value(Boolean.TRUE.equals(value(it.condition())) ? it.yes() : it.no());
            case Operation operation -> operation(operation);
            case ListOf list -> values(list.elements());
            case ObjectOf object -> object(object);
            case For loop -> loop(loop);
            case Splat splat -> throw new HclException("no value is known of [*]");
        };
    }

    private static Object known(Object of, Object key) {
        if (of instanceof Map<?, ?> map && map.containsKey(key)) {
            return map.get(key);
        }
        throw new HclException("there is no " + key);
    }

    private List<Object> values(List<Expression> expressions) {
        List<Object> values = new ArrayList<>();
        expressions.forEach(it -> values.add(value(it)));
        return values;
    }

    private Object call(Call call) {
        if (call.function().equals("try")) {
            return attempt(call.arguments());
        }
        List<Object> arguments = values(call.arguments());
        if (call.spread()) {
            Object last = arguments.removeLast();
            arguments.addAll((List<?>) last);
        }
        return Functions.call(call.function(), arguments);
    }

    private Object attempt(List<Expression> alternatives) {
        HclException last = null;
        for (Expression alternative : alternatives) {
            try {
                return value(alternative);
            } catch (HclException e) {
                last = e;
            }
        }
        throw last;
    }

    private Object operation(Operation operation) {
        List<Object> operands = values(operation.operands());
        return switch (operation.sign()) {
            case "!" -> !Boolean.TRUE.equals(operands.getFirst());
            case "==" -> Objects.equals(operands.getFirst(), operands.getLast());
            case "!=" -> !Objects.equals(operands.getFirst(), operands.getLast());
            case ">" -> ((Number) operands.getFirst()).doubleValue() > ((Number) operands.getLast()).doubleValue();
            default -> throw new HclException("no value is known of " + operation.sign());
        };
    }

    private Map<Object, Object> object(ObjectOf object) {
        Map<Object, Object> values = new LinkedHashMap<>();
        object.entries().forEach(it -> values.put(value(it.key()), value(it.value())));
        return values;
    }

    private Object loop(For loop) {
        List<Object> list = new ArrayList<>();
        Map<Object, Object> object = new TreeMap<>();
        rounds(loop, value(loop.in()))
                .filter(it -> loop.condition() == null || Boolean.TRUE.equals(it.value(loop.condition())))
                .forEach(it -> {
                    if (loop.key() == null) {
                        list.add(it.value(loop.value()));
                    } else if (object.put(it.value(loop.key()), it.value(loop.value())) != null) {
                        throw new HclException("there are two of " + it.value(loop.key()));
                    }
                });
        return loop.key() == null ? list : object;
    }

    private Stream<Evaluation> rounds(For loop, Object in) {
        return switch (in) {
            case Map<?, ?> map -> map.entrySet().stream().map(it -> with(loop.names(), it.getKey(), it.getValue()));
            case List<?> list ->
                Stream.iterate(0, it -> it < list.size(), it -> it + 1).map(it -> with(loop.names(), it, list.get(it)));
            default -> throw new HclException("a for goes over lists and objects");
        };
    }

    private Evaluation with(List<String> given, Object key, Object element) {
        Map<String, Object> all = new HashMap<>(names);
        all.put(given.getLast(), element);
        if (given.size() == 2) {
            all.put(given.getFirst(), key);
        }
        return new Evaluation(all);
    }
}
