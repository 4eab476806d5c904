package dev.krakenflow.expression.jsonata;

/** Names that rewriting puts into a source. They are of the private use area, so that no source can name them itself. */
final class Inserted {

    /** {@code &} as a function: text of numbers and nulls, bounded. */
    static final String CONCATENATE = "\uE000";

    /** The literal {@code null}: the library's own marker is another than ours. */
    static final String NULL = "\uE001";

    /** Passes a function on; anything else is a failure. The library would print it. */
    static final String FUNCTION_ONLY = "\uE002";

    /** Passes a list on, an empty one as a copy: grouping adds to it, though it may be the input's. */
    static final String UNSHARED = "\uE003";

    /** The operator {@code |pattern|update|} as a function. */
    static final String TRANSFORM = "\uE004";

    /** The parameter of the functions that {@link #TRANSFORM} is given. */
    static final String CONTEXT = "\uE005";

    /** {@code *} as a function: the library copies what it has found for each list that it finds. */
    static final String WILDCARD = "\uE006";

    /** Bound to the result of an inserted call, so that the library does not take the call for a {@link TailCalls tail call}. */
    static final String RESULT = "\uE007";

    /** The operator {@code /} as a function: fails where there is no such number. */
    static final String QUOTIENT = "\uE010";

    /** The operator {@code %} as a function: fails where there is no such number. */
    static final String REMAINDER = "\uE011";

    /** The operator {@code =} as a function: numbers are equal by value in lists and objects too. */
    static final String EQUAL = "\uE012";

    /** The operator {@code !=} as a function. */
    static final String UNEQUAL = "\uE013";

    /** The operator {@code in} as a function. */
    static final String IN = "\uE014";

    private static final char FIRST_REGEX = '\uE100';
    private static final char FIRST = '\uE000';
    private static final char LAST = '\uF8FF';

    private Inserted() {}

    /** The variable that stands for the regular expression with this number. */
    static String regex(int number) {
        return String.valueOf((char) (FIRST_REGEX + number));
    }

    /** Whether a name is one of those, which a source may not use. */
    static boolean isReserved(String name) {
        return name.chars().anyMatch(c -> c >= FIRST && c <= LAST);
    }
}
