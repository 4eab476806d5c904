package dev.krakenflow.function.pipeline;

import dev.krakenflow.json.WrittenSize;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last of several parts of a history, as many as there is room for. In place of those in the middle
 * stands one that counts them; there may be such a one already. Used by one thread.
 *
 * @param <T> an entry, or the whole history of an item
 */
final class MiddleCut<T> {

    /** What is known of the parts. */
    interface Parts<T> {

        /** The part, or what there is room for of it; null: nothing. */
        @Nullable T fit(T part, long room);

        /** How many parts are left out in its place; 0: it is a part itself. */
        long leftOut(T part);

        /** What stands in place of so many parts. */
        T ofLeftOut(long parts);
    }

    private final Parts<T> parts;
    private final Deque<T> last = new ArrayDeque<>();
    private final List<T> kept = new ArrayList<>();
    private long left;

    /** @param room in the measure of {@link WrittenSize} */
    MiddleCut(List<T> all, long room, Parts<T> parts) {
        this.parts = parts;
        this.left = room;
        int first = 0;
        int end = all.size();
        boolean more = true;
        while (more && first < end) {
            T fromFirst = fit(all.get(first));
            if (fromFirst != null) {
                kept.add(fromFirst);
                first++;
            }
            T fromLast = first < end ? fit(all.get(end - 1)) : null;
            if (fromLast != null) {
                last.addFirst(fromLast);
                end--;
            }
            more = fromFirst != null || fromLast != null;
        }
        if (first < end) {
            kept.add(parts.ofLeftOut(count(all.subList(first, end))));
        }
        kept.addAll(last);
    }

    /** What is kept, in order. */
    List<T> kept() {
        return kept;
    }

    /** How much of the room is left. */
    long left() {
        return left;
    }

    private @Nullable T fit(T part) {
        T fitting = parts.leftOut(part) > 0 ? null : parts.fit(part, left);
        if (fitting != null) {
            left -= WrittenSize.of(fitting);
        }
        return fitting;
    }

    private long count(List<T> middle) {
        return middle.stream()
                .mapToLong(part -> Math.max(1, parts.leftOut(part)))
                .sum();
    }
}
