package dev.krakenflow.function.pipeline;

import java.util.List;
import java.util.Map;

/** What the histories of one answer may take together; each gets its share. For one answer, used by one thread. */
final class HistoryRoom {

    /** In the measure of {@link dev.krakenflow.json.WrittenSize}; about 6 MB of text. */
    private static final long WHOLE = 256 * 1024;

    private long left = WHOLE;
    private int histories;

    /** @param histories how many there will be */
    HistoryRoom(int histories) {
        this.histories = histories;
    }

    /** A history as far as it fits. */
    List<Map<String, Object>> fit(List<Map<String, Object>> history) {
        HistoryCut cut = new HistoryCut(history, left / Math.max(1, histories));
        left -= cut.taken();
        histories--;
        return cut.entries();
    }
}
