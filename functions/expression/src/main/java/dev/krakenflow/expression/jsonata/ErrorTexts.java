package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.JException;
import org.jspecify.annotations.Nullable;

/** What the library's error codes mean, in texts that never hold a value; the library's own do. */
final class ErrorTexts {

    private static final int LONGEST_MESSAGE = 1000;

    private ErrorTexts() {}

    /** @return null where the code says nothing to a reader */
    static @Nullable String of(JException e) {
        return switch (String.valueOf(e.getError())) {
            case "D3137", "D3141" -> message(e);
            case "T0410" -> "argument " + e.getCurrent() + " of $" + e.getExpected() + " is of the wrong type";
            case "T2001" -> "the left side of " + e.getCurrent() + " must be a number";
            case "T2002" -> "the right side of " + e.getCurrent() + " must be a number";
            case "T2010" -> "both sides of " + e.getCurrent() + " must be numbers or strings";
            default -> runtime(String.valueOf(e.getError()));
        };
    }

    /** What {@code $error} and {@code $assert} were told to say. */
    private static String message(JException e) {
        String message = String.valueOf(e.getCurrent());
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }

    private static @Nullable String runtime(String code) {
        return switch (code) {
            case "T0411" -> "the context is of the wrong type for the function's first argument";
            case "T0412" -> "an argument must be a list of one type";
            case "T2009" -> "both sides of a comparison must be of the same type";
            case "T2003", "T2004" -> "both ends of .. must be whole numbers";
            case "D2014" -> "a range must not be longer than 10000000";
            case "D1001" -> "a number is out of range, such as after a division by 0";
            case "D1002" -> "only a number can be negated";
            case "T1003" -> "a key of an object must be a string";
            case "D1009" -> "two keys of an object are the same";
            case "T1005", "T1006" -> "expected a function to call; functions begin with $";
            case "T1007", "T1008" -> "expected a function to apply in part; functions begin with $";
            case "T2006" -> "the right side of ~> must be a function";
            case "T2007" -> "values to sort by must be of the same type";
            case "T2008" -> "values to sort by must be numbers or strings";
            case "D3060" -> "$sqrt needs a number of at least 0";
            case "D3061" -> "$power gives a number out of range";
            case "D3100" -> "$formatBase needs a base between 2 and 36";
            default -> syntax(code);
        };
    }

    private static @Nullable String syntax(String code) {
        return switch (code) {
            case "S0201", "S0202", "S0203", "S0204", "S0205", "S0206", "S0207", "S0211" -> "expected another symbol";
            case "S0209", "S0210" -> "a grouping must come last in its step, and only once";
            case "S0213" -> "expected the name of a field as step of a path, not a number, boolean or null";
            case "S0215" -> "a variable must be bound before the filters of its step";
            case "S0216" -> "a variable must be bound before its step is sorted";
            case "S0217" -> "the parent (%) of this cannot be told";
            case "S0401", "S0402" -> "expected a simpler signature";
            default -> null;
        };
    }
}
