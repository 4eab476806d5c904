package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.Surrogates;
import dev.krakenflow.json.WrittenSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Walks a result once: the library's own lists, which would act up in a later evaluation, become plain ones; functions,
 * lone surrogates and what is too large or too deep to be written out are refused. Parts of the input are plain already
 * and stay untouched.
 */
final class Results {

    private static final int DEEPEST = 500;

    private Results() {}

    /**
     * @param size what was made before; the result is added
     * @return the result, or a plain form of it
     */
    static Object clean(Object result, WrittenSize size, Meter meter) {
        Object clean = clean(result, 0);
        if (!size.add(clean)) {
            throw meter.stop("a result of more than " + meter.limits().nodes() + " parts when written out");
        }
        return clean;
    }

    private static Object clean(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new FunctionException("the result is nested deeper than " + DEEPEST);
        }
        return switch (value) {
            case String it -> text(it);
            case Number it -> number(it);
            case Boolean it -> it;
            case JsonNull it -> it;
            case Map<?, ?> it -> object(it, depth);
            case List<?> it -> list(it, depth);
            default ->
                throw new FunctionException(
                        Functions.isLambda(value) || Utils.isFunction(value)
                                ? "the result is a function, or holds one"
                                : "the result holds what is no JSON value");
        };
    }

    private static String text(String text) {
        if (Surrogates.hasLoneOne(text)) {
            throw new FunctionException("the result holds half a character (a lone surrogate)");
        }
        return text;
    }

    private static Number number(Number number) {
        if (number instanceof Double it && !Double.isFinite(it)) {
            throw new FunctionException("the result holds a number out of range");
        }
        return number;
    }

    @SuppressWarnings("unchecked")
    private static Object object(Map<?, ?> object, int depth) {
        for (Map.Entry<Object, Object> member : ((Map<Object, Object>) object).entrySet()) {
            Object clean = clean(member.getValue(), depth + 1);
            if (clean != member.getValue()) {
                member.setValue(clean);
            }
        }
        return object;
    }

    @SuppressWarnings("unchecked")
    private static Object list(List<?> list, int depth) {
        boolean own = list instanceof Utils.JList || list instanceof Utils.RangeList;
        List<Object> plain = own ? new ArrayList<>(list.size()) : (List<Object>) list;
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            Object clean = element == null ? JsonNull.VALUE : clean(element, depth + 1);
            if (own) {
                plain.add(clean);
            } else if (clean != element) {
                plain.set(i, clean);
            }
        }
        return plain;
    }
}
