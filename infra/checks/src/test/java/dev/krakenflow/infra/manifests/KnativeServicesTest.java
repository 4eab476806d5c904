package dev.krakenflow.infra.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.infra.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnativeServicesTest {
    private static final Map<String, JsonNode> FUNCTIONS = KnativeManifests.functions();
    private static final JsonNode TOLD =
            KnativeManifests.all("ConfigMap").getFirst().get("data");

    @Test
    void everyFileIsApplied() throws IOException {
        try (Stream<Path> files = Files.list(KnativeManifests.FOLDER)) {
            assertThat(files.map(it -> it.getFileName().toString()).filter(it -> !it.startsWith("kustomization")))
                    .containsExactlyInAnyOrderElementsOf(KnativeManifests.files());
        }
    }

    @Test
    void everyServiceHasAnImageOfTheBuild() {
        Set<String> built = Manifests.stream(KnativeManifests.KUSTOMIZATION.get("images"))
                .map(it -> it.get("name").asText())
                .collect(Collectors.toSet());
        Set<String> withoutKnative = Manifests.stream(
                        Manifests.documents(Manifests.INFRA.resolve("kubernetes/kustomization.yaml"))
                                .getFirst()
                                .get("images"))
                .map(it -> it.get("name").asText())
                .collect(Collectors.toSet());

        assertThat(FUNCTIONS).containsOnlyKeys("pipeline", "events", "admin");
        assertThat(FUNCTIONS.values())
                .extracting(it -> KnativeManifests.container(it).get("image").asText())
                .containsOnlyElementsOf(built);
        assertThat(built).isEqualTo(withoutKnative);
    }

    @Test
    void imagesWithoutADockerfileRunInTheSameWay() throws IOException {
        String options = Files.readAllLines(Manifests.INFRA.resolve("images/java.options")).stream()
                .filter(it -> !it.startsWith("#"))
                .collect(Collectors.joining(","));
        for (JsonNode image : KnativeManifests.KUSTOMIZATION.get("images")) {
            String name = image.get("name").asText().replace("kraken/", "");
            assertThat(Files.readString(Project.ROOT.resolve("functions/" + name + "/app/pom.xml")))
                    .contains("<quarkus.container-image.group>kraken<")
                    .contains("<quarkus.container-image.name>" + name + "<")
                    .contains("<quarkus.container-image.tag>"
                            + image.get("newTag").asText() + "<")
                    .contains("<quarkus.jib.jvm-arguments>" + options + "<")
                    .contains("<quarkus.jib.user>10001:10001<", "<quarkus.jib.ports>8080<");
        }
    }

    @Test
    void probesAskThePortOfTheContainer() {
        assertThat(FUNCTIONS.values()).allSatisfy(service -> {
            JsonNode container = KnativeManifests.container(service);
            assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
            assertThat(container.at("/ports/0").has("name")).isFalse();
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(Manifests.all(container, "httpGet"))
                    .hasSize(2)
                    .allMatch(it -> it.get("port").asInt() == 8080);
        });
    }

    @Test
    void pipelinesAloneHaveAnAddressOutsideOfTheClusterAndAskForAToken() {
        assertThat(KnativeManifests.all("Service"))
                .filteredOn(it -> it.at("/metadata/labels")
                        .path("networking.knative.dev/visibility")
                        .isMissingNode())
                .extracting(KnativeManifests::name)
                .containsExactly("pipeline");
        assertThat(token("pipeline", "KRAKEN_DATA_TOKEN")).isEqualTo("data-token");
        assertThat(token("admin", "KRAKEN_ADMIN_TOKEN")).isEqualTo("admin-token");
    }

    @Test
    void eventsAreTakenInsideOfTheClusterAndNothingElseIs() {
        assertThat(KnativeManifests.told(FUNCTIONS.get("events")))
                .containsEntry("KRAKEN_CLOUDEVENTS", "true")
                .containsEntry("KRAKEN_DATA_GENERIC", "false");
        assertThat(KnativeManifests.told(FUNCTIONS.get("pipeline"))).containsEntry("KRAKEN_CLOUDEVENTS", "false");
    }

    @Test
    void allScaleToZeroAndTheWarmOnesDoNot() {
        assertThat(FUNCTIONS.values())
                .extracting(it -> annotation(it, "autoscaling.knative.dev/min-scale"))
                .containsOnly("0");

        JsonNode warm = Manifests.documents(Manifests.INFRA.resolve("knative/warm/kustomization.yaml"))
                .getFirst()
                .at("/patches/0");
        assertThat(warm.at("/target/name").asText().split("\\|")).containsExactly("pipeline", "events");
        assertThat(warm.get("patch").asText())
                .contains("/spec/template/metadata/annotations/autoscaling.knative.dev~1min-scale", "value: \"1\"");
    }

    @Test
    void noContainerMayMoreThanItNeeds() {
        assertThat(KnativeManifests.all("Service")).hasSize(4).allSatisfy(service -> {
            JsonNode container = KnativeManifests.container(service);
            JsonNode security = container.get("securityContext");
            assertThat(security.get("runAsNonRoot").asBoolean()).isTrue();
            assertThat(security.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(security.get("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(security.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(container.at("/resources/limits/memory").isTextual()).isTrue();
            assertThat(container.at("/resources/requests/cpu").isTextual()).isTrue();
            assertThat(service.at("/spec/template/spec/serviceAccountName").asText())
                    .isEqualTo("kraken");
        });
    }

    @Test
    void secretsComeFromSecretsAndDefinitionsDoNotReachThoseOfThePlatform() {
        assertThat(FUNCTIONS.values().stream()
                        .flatMap(it ->
                                Manifests.stream(KnativeManifests.container(it).get("env"))))
                .filteredOn(it -> it.get("name").asText().matches(".*(PASSWORD|TOKEN)"))
                .hasSize(5)
                .allMatch(it -> it.at("/valueFrom/secretKeyRef/name").asText().equals("kraken"));
        assertThat(FUNCTIONS.values())
                .flatExtracting(it -> Manifests.all(it, "secretName"))
                .extracting(JsonNode::asText)
                .containsOnly("kraken-definitions");
    }

    @Test
    void podsHaveLongerToEndThanTheFunctionsTake() {
        String shutdown = Manifests.kubernetes("ConfigMap")
                .getFirst()
                .at("/data/KRAKEN_SHUTDOWN_TIMEOUT")
                .asText();

        assertThat(TOLD.get("KRAKEN_SHUTDOWN_DELAY").asText()).isEqualTo("0s");
        assertThat(FUNCTIONS.values())
                .allMatch(it -> it.at("/spec/template/spec/timeoutSeconds").asInt()
                        > Integer.parseInt(shutdown.replace("s", "")));
    }

    private static String token(String service, String variable) {
        return Manifests.stream(
                        KnativeManifests.container(FUNCTIONS.get(service)).get("env"))
                .filter(it -> it.get("name").asText().equals(variable))
                .map(it -> it.at("/valueFrom/secretKeyRef/key").asText())
                .collect(Collectors.joining());
    }

    private static String annotation(JsonNode service, String name) {
        return service.at("/spec/template/metadata/annotations").get(name).asText();
    }
}
