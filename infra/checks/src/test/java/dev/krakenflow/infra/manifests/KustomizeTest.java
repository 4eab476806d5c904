package dev.krakenflow.infra.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What Kustomize puts together, where {@code kubectl} is installed; it needs no cluster for this. */
@EnabledIf("isInstalled")
class KustomizeTest {
    static boolean isInstalled() {
        return Command.isInstalled("kubectl");
    }

    @Test
    void knativeTakesThePlaceOfWhatItMakesItself() throws Exception {
        List<JsonNode> objects = kustomize("knative/base");

        assertThat(objects)
                .extracting(it -> it.get("kind").asText())
                .doesNotContain("Deployment", "HorizontalPodAutoscaler", "PodDisruptionBudget");
        assertThat(objects)
                .filteredOn(it -> it.get("kind").asText().equals("Service")
                        && it.get("apiVersion").asText().equals("v1"))
                .extracting(KnativeManifests::name)
                .containsExactly("redis");
        assertThat(objects)
                .filteredOn(it -> it.get("apiVersion").asText().contains("knative.dev"))
                .hasSizeGreaterThan(6)
                .allMatch(it -> it.at("/metadata/namespace").asText().equals("kraken"));
        assertThat(objects)
                .flatExtracting(it -> Manifests.all(it, "image"))
                .extracting(JsonNode::asText)
                .contains("dev.local/kraken/pipeline:0.1.0", "dev.local/kraken/admin:0.1.0");
    }

    @Test
    void whatIsToldWithoutKnativeIsToldToo() throws Exception {
        JsonNode told = kustomize("knative/base").stream()
                .filter(it -> it.get("kind").asText().equals("ConfigMap"))
                .findFirst()
                .orElseThrow()
                .get("data");

        assertThat(told.fieldNames())
                .toIterable()
                .contains("KRAKEN_LOG_JSON", "KRAKEN_SECRETS_DIR", "KRAKEN_CAST_BROKER_URL");
        assertThat(told.get("KRAKEN_SHUTDOWN_DELAY").asText()).isEqualTo("0s");
    }

    @Test
    void theWarmOnesNeverScaleToZero() throws Exception {
        assertThat(kustomize("knative/warm"))
                .filteredOn(it -> List.of("pipeline", "events").contains(KnativeManifests.name(it)))
                .extracting(it -> it.at("/spec/template/metadata/annotations")
                        .path("autoscaling.knative.dev/min-scale")
                        .asText())
                .containsExactly("1", "1");
    }

    private static List<JsonNode> kustomize(String folder) throws IOException, InterruptedException {
        return Manifests.documents(Command.run(List.of("kubectl", "kustomize", folder)));
    }
}
