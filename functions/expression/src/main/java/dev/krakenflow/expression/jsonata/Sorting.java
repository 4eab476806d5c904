package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import dev.krakenflow.json.NumberText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $sort}: a stable merge sort, by the order of numbers or strings, or by a function that tells when to swap. */
final class Sorting {

    /** Whether the right one comes before the left one. */
    private interface Order {
        boolean swaps(Object left, Object right) throws Throwable;
    }

    private Sorting() {}

    static @Nullable Object sort(Arguments it, Meter meter) throws Throwable {
        List<?> list = it.list(0);
        if (list == null || list.size() <= 1) {
            return list;
        }
        Object function = it.value(1);
        Order order = function == null
                ? natural(it, list)
                : (left, right) -> {
                    Object swaps = ListFunctions.apply(function, List.of(left, right), meter);
                    meter.release();
                    return Jsonata.boolize(swaps);
                };
        return merged(new ArrayList<>(list), order, meter);
    }

    private static List<Object> merged(List<Object> list, Order order, Meter meter) throws Throwable {
        if (list.size() <= 1) {
            return list;
        }
        List<Object> left = merged(list.subList(0, list.size() / 2), order, meter);
        List<Object> right = merged(list.subList(list.size() / 2, list.size()), order, meter);
        List<Object> merged = new ArrayList<>(list.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            meter.work(1);
            merged.add(order.swaps(left.get(i), right.get(j)) ? right.get(j++) : left.get(i++));
        }
        merged.addAll(left.subList(i, left.size()));
        merged.addAll(right.subList(j, right.size()));
        return merged;
    }

    private static Order natural(Arguments it, List<?> list) {
        if (list.stream().allMatch(String.class::isInstance)) {
            return (left, right) -> ((String) left).compareTo((String) right) > 0;
        }
        if (list.stream().allMatch(Number.class::isInstance)) {
            return (left, right) -> compare((Number) left, (Number) right) > 0;
        }
        throw it.fail("needs a list of strings or a list of numbers, or a function that compares");
    }

    private static int compare(Number left, Number right) {
        boolean small = left instanceof Integer && right instanceof Integer;
        if (small || left instanceof Double || right instanceof Double) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return exact(left).compareTo(exact(right));
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal it -> it;
            case BigInteger it -> new BigDecimal(it);
            default -> new BigDecimal(NumberText.of(number));
        };
    }
}
