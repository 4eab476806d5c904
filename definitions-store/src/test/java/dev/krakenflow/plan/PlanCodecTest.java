package dev.krakenflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCodecTest {
    private final PlanCodec codec = new PlanCodec();

    /** The file is what format 1 wrote: it must be read for as long as stored plans can be of that format. */
    @Test
    void readsWhatFormatOneWrote() throws IOException {
        byte[] stored = resource("plan-format-1.json");

        Plan plan = codec.decode(stored);

        assertThat(plan.pipeline()).isEqualTo("hello");
        assertThat(plan.program().components())
                .extracting(Component::type)
                .containsExactly(
                        "goto-point", "stage", "switch", "goto", "done", "dead-end", "tbd", "composer", "plug");
        assertThat(plan.triggers()).extracting(HttpTrigger::shape).containsExactly("POST /hello/{}");
        assertThat(plan.plugged()).containsOnlyKeys("other");
        assertThat(plan.helpers().get("texts")).containsOnlyKeys("shout");
        assertThat(plan.services().get("greetings").functions()).containsOnlyKeys("greet");
        assertThat(codec.decode(codec.encode(plan))).isEqualTo(plan);
    }

    /** The file is what format 2 wrote, all that it has and format 1 had not: it is written as it was, to the byte. */
    @Test
    void readsAndWritesFormatTwo() throws IOException {
        byte[] stored = resource("plan-format-2.json");

        Plan plan = codec.decode(stored);

        assertThat(plan.program().components())
                .extracting(Component::type)
                .containsExactly("parallel", "raise", "map", "stage", "composer", "goto-point");
        assertThat(plan.program().components())
                .flatExtracting(Component::catches)
                .extracting(it -> it.action().getClass().getSimpleName())
                .containsExactly("Components", "Transform", "Goto", "Transform");
        assertThat(plan.services().get("billing").policies()).hasNoNullFieldsOrProperties();
        assertThat(plan.services().get("billing").functions().get("charge"))
                .hasNoNullFieldsOrPropertiesExcept("input", "transform", "output", "error");
        assertThat(plan.handlers()).hasNoNullFieldsOrProperties();
        assertThat(plan.plugged().get("other").handlers()).hasNoNullFieldsOrProperties();
        assertThat(plan.idempotency()).isNotNull();
        assertThat(new String(codec.encode(plan), StandardCharsets.UTF_8))
                .isEqualTo(new String(stored, StandardCharsets.UTF_8));
    }

    @Test
    void readsNamesAndNumbersOfAnyLength() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("k".repeat(70_000), BigInteger.TEN.pow(1_200));
        Plan plan = new Plan("long", new Program(List.of()), schema, null, Limits.DEFAULT, Map.of());

        assertThat(codec.decode(codec.encode(plan))).isEqualTo(plan);
    }

    @Test
    void saysThatANewerVersionWroteThePlan() {
        assertThatThrownBy(() -> codec.decode(bytes("{\"format\":3,\"pipeline\":\"p\"}")))
                .isInstanceOf(PlanFormatException.class)
                .hasMessageContaining("format 3")
                .hasMessageContaining("up to 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\":\"1\"}",
                "{\"format\":0}",
                "{\"format\":1}",
                "{\"format\":1,\"pipeline\":\"p\",\"limits\":{\"timeout\":\"soon\"}}",
                "{\"format\":1,\"pipeline\":\"p\",\"components\":[{\"type\":\"x\",\"name\":\"n\",\"pointer\":\"\",\"next\":-1}]}",
                "{\"format\":1"
            })
    void refusesWhatIsNoPlan(String text) {
        assertThatThrownBy(() -> codec.decode(bytes(text))).isInstanceOf(PlanFormatException.class);
    }

    @Test
    void namesPlansByTheirBytes() {
        assertThat(PlanHash.of(bytes("abc")))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(PlanCodecTest.class.getResourceAsStream(name))) {
            return stream.readAllBytes();
        }
    }
}
