package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import dev.krakenflow.json.JsonList;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.JsonObject;
import dev.krakenflow.json.Surrogates;
import dev.krakenflow.json.WrittenSize;
import java.util.List;
import java.util.Map;

/**
 * Makes a value of our own of a result: what the library built is copied, because its lists would act up in a later
 * evaluation; what came in with the input is as it must be and is taken as it is. Functions, lone surrogates and what
 * is too large or too deep to be written out are refused.
 */
final class Results {

    private final Meter meter;
    private long nodes;

    private Results(Meter meter) {
        this.meter = meter;
    }

    /** @param size what was made before; the result is added */
    static Object clean(Object result, WrittenSize size, Meter meter) {
        Results results = new Results(meter);
        Object clean = results.clean(result, 0);
        if (!size.add(clean)) {
            throw results.tooLarge();
        }
        return clean;
    }

    private BoundException tooLarge() {
        return meter.stop("a result of more than " + meter.limits().nodes() + " parts when written out");
    }

    private Object clean(Object value, int depth) {
        if (++nodes > meter.limits().nodes()) {
            throw tooLarge();
        }
        if (depth > WrittenSize.DEEPEST) {
            throw new FunctionException("the result is nested deeper than " + WrittenSize.DEEPEST);
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean
                || value instanceof JsonNull
                || value instanceof JsonObject
                || value instanceof JsonList) {
            return value;
        }
        if (value instanceof Map<?, ?> object) {
            return object(object, depth);
        }
        if (value instanceof List<?> list) {
            return list(list, depth);
        }
        boolean function = Functions.isLambda(value) || Utils.isFunction(value);
        throw new FunctionException(
                function ? "the result is a function, or holds one" : "the result holds what is no JSON value");
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

    private JsonObject object(Map<?, ?> object, int depth) {
        JsonObject clean = new JsonObject(object.size());
        object.forEach((name, value) -> clean.put((String) name, clean(value, depth + 1)));
        return clean;
    }

    private JsonList list(List<?> list, int depth) {
        JsonList clean = new JsonList(list.size());
        for (Object element : list) {
            // The library can put a missing value into a list; it is left out, as everywhere.
            if (element != null) {
                clean.add(clean(element, depth + 1));
            }
        }
        return clean;
    }
}
