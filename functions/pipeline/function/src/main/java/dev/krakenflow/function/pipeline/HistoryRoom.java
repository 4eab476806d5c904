package dev.krakenflow.function.pipeline;

import java.util.List;
import java.util.Map;

/** What several histories may take together; each gets its share. For one answer, used by one thread. */
final class HistoryRoom {

    /** In the measure of {@link dev.krakenflow.json.WrittenSize}; about 6 MB of text. */
    private static final long WHOLE = 256 * 1024;

    private long left;
    private int histories;

    /**
     * The room of an answer.
     *
     * @param histories how many there will be
     */
    HistoryRoom(int histories) {
        this(histories, WHOLE);
    }

    HistoryRoom(int histories, long room) {
        this.histories = histories;
        this.left = room;
    }

    /** A history as far as it fits. */
    List<Map<String, Object>> fit(List<Map<String, Object>> history) {
        long share = left / Math.max(1, histories);
        MiddleCut<Map<String, Object>> cut = new MiddleCut<>(List.copyOf(history), share, new EntryParts());
        left -= share - cut.left();
        histories--;
        return cut.kept();
    }
}
