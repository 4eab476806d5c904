package dev.krakenflow.expression.jsonata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deep copies of values. Their size is bounded, because every value's size when written out is. */
final class Copies {

    private Copies() {}

    static Object of(Object value, Meter meter) {
        meter.work(1);
        return switch (value) {
            case Map<?, ?> it -> object(it, meter);
            case List<?> it -> list(it, meter);
            default -> value;
        };
    }

    private static Map<Object, Object> object(Map<?, ?> object, Meter meter) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        object.forEach((name, member) -> copy.put(name, of(member, meter)));
        return copy;
    }

    private static List<Object> list(List<?> list, Meter meter) {
        List<Object> copy = new ArrayList<>(list.size());
        list.forEach(element -> copy.add(of(element, meter)));
        return copy;
    }
}
