package dev.krakenflow.function.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.Answer;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class WrittenAnswerTest {

    @Test
    void isJsonOrYaml() {
        Uni<Object> value = Uni.createFrom().item(Map.of("a", 1));

        assertWritten(WrittenAnswer.json(value), "application/json", "{\"a\":1}");
        assertWritten(WrittenAnswer.yaml(value), "application/yaml", "a: 1\n");
    }

    @Test
    void isWrittenOnAnotherThreadThanTheValueComesOn() {
        AtomicReference<Thread> came = new AtomicReference<>();
        AtomicReference<Thread> written = new AtomicReference<>();
        Uni<Object> value = Uni.createFrom().<Object>item(Map.of()).invoke(() -> came.set(Thread.currentThread()));

        AdminsOfOneStore.await(WrittenAnswer.json(value).invoke(() -> written.set(Thread.currentThread())));

        assertThat(written.get()).isNotSameAs(came.get());
    }

    private static void assertWritten(Uni<Answer> answer, String type, String text) {
        Answer written = AdminsOfOneStore.await(answer);
        assertThat(written.headers()).containsEntry("content-type", type);
        assertThat(written.body())
                .isInstanceOfSatisfying(
                        byte[].class, bytes -> assertThat(bytes).isEqualTo(text.getBytes(StandardCharsets.UTF_8)));
    }
}
