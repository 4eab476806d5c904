package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.krakenflow.json.JsonNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the library. Where it takes a list, it takes null as any other value that is none: as a list of it. The
 * library itself would take null for missing there.
 */
class SignedFunction extends JFunction {

    private static final String LIST = "<a";
    private static final String LISTS = "<a+";

    private final String name;
    private final String signature;

    /** @param method the library's name for the implementation, which tells how many parameters there are */
    SignedFunction(String name, String signature, String method) {
        super(name, signature, Functions.class, null, method);
        this.name = name;
        this.signature = signature;
    }

    final String name() {
        return name;
    }

    @Override
    public final Object validate(Object arguments, @Nullable Object context) {
        List<?> given = (List<?>) arguments;
        boolean hasNull = signature.startsWith(LIST) && given.contains(JsonNull.VALUE);
        return super.validate(hasNull ? withLists(given) : given, context);
    }

    /** Lists are the first parameter, or all of them. */
    private List<?> withLists(List<?> arguments) {
        List<@Nullable Object> changed = new ArrayList<>(arguments);
        int lists = signature.startsWith(LISTS) ? changed.size() : 1;
        changed.subList(0, lists)
                .replaceAll(argument -> argument == JsonNull.VALUE ? new ArrayList<>(List.of(argument)) : argument);
        return changed;
    }
}
