package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions on moments. The moment of an evaluation is its meter's, because the library keeps that of another. */
final class TimeFunctions {

    /** What has no more characters, and no more parts of any length, is matched with its picture in no time. */
    private static final int LONGEST_MOMENT = 100;

    private static final int MOST_PARTS = 12;
    private static final int MOST_OPEN_PARTS = 4;

    private TimeFunctions() {}

    static List<GuardedFunction> all(Guard guard) {
        return List.of(
                new GuardedFunction("now", "<s?s?:s>", "now", guard, TimeFunctions::now),
                new GuardedFunction("millis", "<:n>", "millis", guard, (it, meter) -> meter.now()),
                new GuardedFunction(
                        "fromMillis", "<n-s?s?:s>", "dateTimeFromMillis", guard, (it, meter) -> fromMillis(it)),
                new GuardedFunction("toMillis", "<s-s?:n>", "dateTimeToMillis", guard, (it, meter) -> toMillis(it)));
    }

    private static String now(Arguments it, Meter meter) {
        return Functions.dateTimeFromMillis(meter.now(), picture(it, 0), it.string(1));
    }

    private static @Nullable String fromMillis(Arguments it) {
        Number millis = it.number(0);
        return millis == null ? null : Functions.dateTimeFromMillis(millis, picture(it, 1), it.string(2));
    }

    private static @Nullable Number toMillis(Arguments it) {
        String moment = it.string(0);
        String picture = picture(it, 1);
        if (moment == null) {
            return null;
        }
        if (moment.length() > LONGEST_MOMENT || (picture != null && isCostly(picture))) {
            throw it.fail("needs a shorter timestamp, or a simpler picture");
        }
        try {
            Long millis = Functions.dateTimeToMillis(moment, picture);
            return millis == null ? null : Utils.convertNumber(millis);
        } catch (ParseException | DateTimeException e) {
            throw it.fail("needs a timestamp as ISO 8601 writes it, or as the picture says");
        }
    }

    private static @Nullable String picture(Arguments it, int index) {
        return it.value(index) == null ? null : Pictures.checked(it, index);
    }

    /** Parts of any length that stand side by side can be matched in very many ways. */
    private static boolean isCostly(String picture) {
        int parts = 0;
        int open = 0;
        for (int i = picture.indexOf('['); i >= 0; i = picture.indexOf('[', i + 1)) {
            int end = picture.indexOf(']', i);
            String marker = end < 0 ? "" : picture.substring(i + 1, end).strip();
            boolean digits = !marker.isEmpty()
                    && "YMDHhms".indexOf(marker.charAt(0)) >= 0
                    && marker.substring(1).chars().noneMatch(Character::isLetter);
            parts++;
            open += digits ? 0 : 1;
        }
        return parts > MOST_PARTS || open > MOST_OPEN_PARTS;
    }
}
