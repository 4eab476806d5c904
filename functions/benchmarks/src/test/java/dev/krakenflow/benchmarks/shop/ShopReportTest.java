package dev.krakenflow.benchmarks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.benchmarks.http.Answer;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopReportTest {
    private static final Answer ORDER = new Answer(201, "", Buffer.buffer());
    private static final Answer LATE = new Answer(504, "", Buffer.buffer());
    private static final Answer FULL =
            new Answer(503, "http/1.1 503\r\nretry-after: 1", Buffer.buffer("{\"code\":\"overloaded\"}"));
    private static final Answer LOST = new Answer(500, "", Buffer.buffer("{}"));

    private final Window quiet = window(ORDER, 10);
    private final Window crowd = Window.of(List.of(window(FULL, 1), window(LATE, 5_900)));
    private final Window beside = window(FULL, 1);
    private final List<Window> well = List.of(window(LATE, 5_000), window(ORDER, 80), window(ORDER, 12));
    private final List<Double> heap = List.of(50.0, 52.0, 51.0);

    @Test
    void isContentWhenEverythingIsAsItShouldBe() {
        ShopReport report = new ShopReport(quiet, crowd, beside, well, heap, "");
        assertThat(report.isAsExpected()).isTrue();
        assertThat(report.expectations()).allMatch(line -> line.startsWith("ok: "));
        assertThat(report.expectations()).contains("ok: normal in second 3 after billing was well");
    }

    @Test
    void showsTheQuietTimeBesideTheOthers() {
        assertThat(new ShopReport(quiet, crowd, beside, well, heap, "").table())
                .contains("| 504/s                  |       0.0 |       0.5 |              0.0 |       0.0 |");
    }

    @Test
    void seesAnAnswerThatCameTooLate() {
        assertThat(broken(new ShopReport(quiet, window(LATE, 6_001), beside, well, heap, "")))
                .contains("NOT SO: the longest answer took 6001 ms, at most 6000: 504");
    }

    @Test
    void seesAnAnswerThatNobodyShouldGet() {
        assertThat(broken(new ShopReport(quiet, crowd, window(LOST, 1), well, heap, "500 {}")))
                .singleElement()
                .asString()
                .endsWith("500 {}");
    }

    @Test
    void seesThatNobodyWasRefused() {
        assertThat(broken(new ShopReport(quiet, window(LATE, 1), beside, well, heap, "")))
                .hasSize(1);
    }

    @Test
    void seesAHeapThatGrows() {
        assertThat(broken(new ShopReport(quiet, crowd, beside, well, List.of(50.0, 60.0, 75.0), "")))
                .containsExactly("NOT SO: reachable in the heap: 50, 60, 75 MB");
    }

    @Test
    void seesThatItStaysSlow() {
        assertThat(broken(new ShopReport(quiet, crowd, beside, List.of(window(ORDER, 80)), heap, "")))
                .hasSize(1);
    }

    private static List<String> broken(ShopReport report) {
        assertThat(report.isAsExpected()).isFalse();
        return report.expectations().stream()
                .filter(line -> line.startsWith("NOT SO"))
                .toList();
    }

    private static Window window(Answer answer, long millis) {
        Window window = new Window();
        window.add(answer, millis * 1_000_000);
        return window.over(Duration.ofSeconds(1));
    }
}
