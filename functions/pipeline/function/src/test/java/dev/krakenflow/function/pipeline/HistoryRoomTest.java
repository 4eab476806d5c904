package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HistoryRoomTest {

    private static final String LARGE = "x".repeat(1024 * 1024);

    @Test
    void leavesAHistoryAsItIsThatFits() {
        List<Map<String, Object>> history = history(1_000, "small");
        assertThat(new HistoryRoom(1).fit(history)).isEqualTo(history);
    }

    @Test
    void leavesOutTheMiddleOfOneThatDoesNot() {
        List<Map<String, Object>> fitting = new HistoryRoom(1).fit(history(21, LARGE));
        assertThat(fitting.get(0)).containsEntry("n", 0);
        assertThat(fitting.get(fitting.size() - 1)).containsEntry("n", 20);
        assertThat(leftOut(fitting)).containsExactly(21L - (fitting.size() - 1));
        assertThat(fitting.size()).isBetween(3, 8);
    }

    @Test
    void countsWhatWasLeftOutBefore() {
        List<Map<String, Object>> history = history(20, LARGE);
        history.add(10, Map.of("left_out", 5_000L));
        List<Map<String, Object>> fitting = new HistoryRoom(1).fit(history);
        assertThat(leftOut(fitting)).containsExactly(5_020L - (fitting.size() - 1));
        List<Map<String, Object>> small = history(10, "small");
        small.add(5, Map.of("left_out", 7L));
        assertThat(new HistoryRoom(1).fit(small)).isEqualTo(small);
    }

    @Test
    void hasRoomForAllHistoriesOfAnAnswerTogether() {
        HistoryRoom room = new HistoryRoom(100);
        long entries = 0;
        for (int i = 0; i < 100; i++) {
            entries += room.fit(history(5, LARGE)).stream()
                    .filter(entry -> entry.containsKey("n"))
                    .count();
        }
        assertThat(entries).isLessThan(6);
        room = new HistoryRoom(2);
        room.fit(history(1, "small"));
        assertThat(room.fit(history(2, LARGE))).hasSize(2);
    }

    private static List<Object> leftOut(List<Map<String, Object>> history) {
        return history.stream()
                .filter(entry -> entry.containsKey("left_out"))
                .map(entry -> entry.get("left_out"))
                .toList();
    }

    private static List<Map<String, Object>> history(int entries, String payload) {
        List<Map<String, Object>> history = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            history.add(Map.of("n", i, "before", Map.of("payload", payload)));
        }
        return history;
    }
}
