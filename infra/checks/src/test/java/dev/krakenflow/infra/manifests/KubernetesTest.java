package dev.krakenflow.infra.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KubernetesTest {

    private static Stream<JsonNode> containers() {
        return Stream.of("Deployment", "StatefulSet")
                .flatMap(kind -> Manifests.kubernetes(kind).stream())
                .flatMap(it -> Manifests.stream(it.at("/spec/template/spec/containers")));
    }

    private static Set<String> names(String kind) {
        return Manifests.kubernetes(kind).stream()
                .map(it -> it.at("/metadata/name").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void everyFileIsApplied() throws IOException {
        JsonNode kustomization = Manifests.documents(Manifests.INFRA.resolve("kubernetes/kustomization.yaml"))
                .getFirst();
        try (Stream<Path> files = Files.list(Manifests.INFRA.resolve("kubernetes"))) {
            assertThat(files.map(it -> it.getFileName().toString()).filter(it -> !it.startsWith("kustomization")))
                    .containsExactlyInAnyOrderElementsOf(Manifests.stream(kustomization.get("resources"))
                            .map(JsonNode::asText)
                            .toList());
        }
    }

    @Test
    void everySelectorMatchesThePodsOfItsName() {
        for (String kind : List.of("Deployment", "StatefulSet", "Service", "PodDisruptionBudget")) {
            for (JsonNode object : Manifests.kubernetes(kind)) {
                String name = object.at("/metadata/name").asText();
                assertThat(Manifests.all(object, "app.kubernetes.io/name"))
                        .as("%s %s", kind, name)
                        .isNotEmpty()
                        .allMatch(it -> it.asText().equals(name));
            }
        }
        assertThat(names("Service")).containsExactlyInAnyOrder("redis", "pipeline", "admin");
        assertThat(names("HorizontalPodAutoscaler")).isSubsetOf(names("Deployment"));
    }

    @Test
    void probesAskTheRealPortForTheRealPaths() {
        for (JsonNode deployment : Manifests.kubernetes("Deployment")) {
            JsonNode container = deployment.at("/spec/template/spec/containers/0");
            assertThat(container.at("/ports/0/name").asText()).isEqualTo("http");
            assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(Manifests.all(container, "httpGet"))
                    .hasSize(3)
                    .allMatch(it -> it.get("port").asText().equals("http"));
        }
    }

    @Test
    void noContainerMayMoreThanItNeeds() {
        assertThat(containers()).hasSize(3).allSatisfy(container -> {
            JsonNode security = container.get("securityContext");
            assertThat(security.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(security.get("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").isTextual()).isTrue();
            assertThat(container.at("/resources/requests/cpu").isTextual()).isTrue();
        });
        assertThat(Manifests.kubernetes("Deployment"))
                .allMatch(it -> it.at("/spec/template/spec/securityContext/runAsNonRoot")
                        .asBoolean());
    }

    @Test
    void secretsComeFromSecretsAndDefinitionsDoNotReachThoseOfThePlatform() {
        assertThat(containers().flatMap(it -> Manifests.stream(it.path("env"))))
                .filteredOn(it -> it.get("name").asText().matches(".*(PASSWORD|TOKEN|AUTH)"))
                .isNotEmpty()
                .allMatch(it -> it.at("/valueFrom/secretKeyRef/name").asText().equals("kraken"));
        assertThat(Manifests.kubernetes("Secret")).isEmpty();
        for (JsonNode deployment : Manifests.kubernetes("Deployment")) {
            assertThat(Manifests.all(deployment, "secretName"))
                    .extracting(JsonNode::asText)
                    .containsExactly("kraken-definitions");
        }
    }

    @Test
    void podsHaveLongerToEndThanTheFunctionsTake() {
        JsonNode told = Manifests.kubernetes("ConfigMap").getFirst().get("data");
        int seconds = seconds(told.get("KRAKEN_SHUTDOWN_DELAY")) + seconds(told.get("KRAKEN_SHUTDOWN_TIMEOUT"));

        assertThat(Manifests.kubernetes("Deployment"))
                .allMatch(it -> it.at("/spec/template/spec/terminationGracePeriodSeconds")
                                .asInt()
                        > seconds);
    }

    private static int seconds(JsonNode duration) {
        return Integer.parseInt(duration.asText().replace("s", ""));
    }
}
