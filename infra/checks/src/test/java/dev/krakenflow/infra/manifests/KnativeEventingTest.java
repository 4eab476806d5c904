package dev.krakenflow.infra.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.infra.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnativeEventingTest {
    private static final String CASTS = "casts";
    private static final List<JsonNode> TRIGGERS = KnativeManifests.all("Trigger");

    @Test
    void everyRouteOfTheSamplesHasItsTrigger() throws IOException {
        Map<String, String> triggers = TRIGGERS.stream()
                .filter(it -> !KnativeManifests.name(it).equals(CASTS))
                .collect(Collectors.toMap(KnativeEventingTest::type, KnativeManifests::name));

        assertThat(triggers).isNotEmpty().isEqualTo(routes());
    }

    @Test
    void everyTriggerHasAFilterSoThatResultsDoNotGoInCircles() {
        assertThat(TRIGGERS)
                .extracting(KnativeEventingTest::type)
                .doesNotContain("", "dev.krakenflow.result", "dev.krakenflow.problem");
    }

    @Test
    void everyTriggerLeadsFromTheBrokerToTheAddressForEvents() {
        List<String> brokers = KnativeManifests.all("Broker").stream()
                .map(KnativeManifests::name)
                .toList();

        assertThat(TRIGGERS).allSatisfy(trigger -> {
            assertThat(brokers).contains(trigger.at("/spec/broker").asText());
            assertThat(trigger.at("/spec/subscriber/ref/name").asText()).isEqualTo("events");
            assertThat(trigger.at("/spec/subscriber/uri").asText()).isEqualTo("/events");
        });
        assertThat(refs()).hasSize(TRIGGERS.size() + 2).allSatisfy(ref -> {
            assertThat(ref.get("apiVersion").asText()).isEqualTo("serving.knative.dev/v1");
            assertThat(KnativeManifests.all(ref.get("kind").asText()))
                    .extracting(KnativeManifests::name)
                    .contains(ref.get("name").asText());
        });
    }

    @Test
    void castsComeBackMoreOftenThanAPipelineTakesThem() throws IOException {
        JsonNode casts = TRIGGERS.stream()
                .filter(it -> KnativeManifests.name(it).equals(CASTS))
                .findFirst()
                .orElseThrow();
        Path sender = Project.ROOT.resolve(
                "functions/runtime/src/main/java/dev/krakenflow/function/runtime/broker/CastEvents.java");

        assertThat(Files.readString(sender)).contains("\"" + type(casts) + "\"");
        assertThat(casts.at("/spec/delivery/retry").asInt()).isGreaterThan(5);
        assertThat(casts.at("/spec/delivery/deadLetterSink/ref/name").asText()).isEqualTo("dead-letters");
    }

    @Test
    void castsAreSentToTheBroker() {
        JsonNode told = KnativeManifests.all("ConfigMap").getFirst().get("data");

        assertThat(told.get("KRAKEN_CAST_BROKER_URL").asText())
                .endsWith("/" + KnativeManifests.KUSTOMIZATION.get("namespace").asText() + "/"
                        + KnativeManifests.name(KnativeManifests.all("Broker").getFirst()));
        assertThat(told.get("KRAKEN_CAST_CONSUMER").asText()).isEqualTo("false");
    }

    private static List<JsonNode> refs() {
        return Stream.of("Broker", "Trigger")
                .flatMap(kind -> KnativeManifests.all(kind).stream())
                .flatMap(it -> Manifests.all(it, "ref").stream())
                .toList();
    }

    private static String type(JsonNode trigger) {
        return trigger.at("/spec/filter/attributes/type").asText();
    }

    private static Map<String, String> routes() throws IOException {
        Map<String, String> routes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Project.ROOT.resolve("samples"))) {
            files.filter(it -> it.endsWith("definitions/routes.json"))
                    .map(it -> Manifests.documents(it).getFirst())
                    .forEach(it -> it.properties()
                            .forEach(route ->
                                    routes.put(route.getKey(), route.getValue().asText())));
        }
        return routes;
    }
}
