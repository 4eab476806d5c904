package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    @Test
    void keepsTheFirstAndTheLastItemsOfAMapThatDoesNotFit() {
        Map<String, Object> entry = Map.of("component", "m", "branches", items(1_000));
        Map<String, Object> cut = new HistoryRoom(1).fit(List.of(entry)).getFirst();
        assertThat(cut).containsEntry("component", "m");
        List<?> items = (List<?>) cut.get("branches");
        assertThat(items.size()).isBetween(20, 100);
        assertThat(items.getFirst()).isEqualTo(history(1, "0" + LARGE.substring(0, 100_000)));
        assertThat(items.getLast()).isEqualTo(history(1, "999" + LARGE.substring(0, 100_000)));
        assertThat(items.get(items.size() / 2)).isEqualTo(List.of(Map.of("left_out", 1_000L - (items.size() - 1))));
    }

    @Test
    void countsTheItemsThatWereLeftOutBefore() {
        List<Object> items = new ArrayList<>(items(1_000));
        items.add(List.of(Map.of("left_out", 70)));
        Map<String, Object> cut =
                new HistoryRoom(1).fit(List.of(Map.of("branches", items))).getFirst();
        List<?> kept = (List<?>) cut.get("branches");
        assertThat(kept.getLast()).isEqualTo(List.of(Map.of("left_out", 1_070L - (kept.size() - 1))));
    }

    private static List<Object> items(int count) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(history(1, i + LARGE.substring(0, 100_000)));
        }
        return items;
    }

    @Test
    void givesEachBranchOfAParallelItsShare() {
        List<Map<String, Object>> large = history(30, LARGE.substring(0, 500_000));
        Map<String, Object> branches = new LinkedHashMap<>();
        branches.put("a", large);
        branches.put("b", history(1, "small"));
        branches.put("c", large);
        Map<String, Object> cut =
                new HistoryRoom(1).fit(List.of(Map.of("branches", branches))).getFirst();
        Map<?, ?> kept = (Map<?, ?>) cut.get("branches");
        assertThat(kept.get("a")).isEqualTo(List.of(large.getFirst(), Map.of("left_out", 29L)));
        assertThat(kept.get("b")).isEqualTo(history(1, "small"));
        assertThat((List<?>) kept.get("c")).hasSizeBetween(3, 5);
    }

    @Test
    void leavesAnEntryOutThatDoesNotFitWithoutItsBranches() {
        Map<String, Object> entry = Map.of("before", LARGE.repeat(5), "branches", items(1));
        assertThat(new HistoryRoom(1).fit(List.of(entry))).isEqualTo(List.of(Map.of("left_out", 1L)));
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
