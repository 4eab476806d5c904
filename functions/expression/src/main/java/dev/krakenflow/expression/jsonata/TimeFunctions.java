package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions on moments. The moment of an evaluation is its meter's, because the library keeps that of another. */
final class TimeFunctions {

    /** What is longer is no timestamp, and costs much to match with a picture. */
    private static final int LONGEST_MOMENT = 64;

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
        if (moment.length() > LONGEST_MOMENT || (picture != null && Pictures.isCostlyToMatch(picture))) {
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
}
