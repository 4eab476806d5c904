package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.krakenflow.json.JsonNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a source. Given to {@code $match} and its like it is matched by them; called as a function it
 * gives its first match with a function for the next one, as JSONata has it.
 */
final class GuardedRegex extends JFunction {

    private static final String SIGNATURE = "<s:o>";

    private final Pattern pattern;

    GuardedRegex(Pattern pattern, Guard guard) {
        super(
                (input, arguments) -> first(pattern, new Arguments("match", (List<?>) arguments), guard.meter()),
                SIGNATURE);
        this.pattern = pattern;
    }

    Matcher on(String text, Meter meter) {
        return pattern.matcher(new GuardedText(text, meter));
    }

    private static @Nullable Object first(Pattern pattern, Arguments arguments, Meter meter) {
        return arguments.value(0) instanceof String text ? next(pattern.matcher(new GuardedText(text, meter))) : null;
    }

    private static @Nullable Map<String, Object> next(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", matcher.group());
        match.put("start", matcher.start());
        match.put("end", matcher.end());
        match.put("groups", groups(matcher));
        match.put("next", new JFunction((input, arguments) -> next(matcher), "<:o>"));
        return match;
    }

    /** What the groups of a match took; null for those that took no part. */
    static List<Object> groups(Matcher matcher) {
        List<Object> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            groups.add(group == null ? JsonNull.VALUE : group);
        }
        return groups;
    }
}
