package dev.krakenflow.infra.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final JsonNode COMPOSE =
            Manifests.documents(Manifests.INFRA.resolve("docker-compose.yaml")).getFirst();
    private static final JsonNode SERVICES = COMPOSE.get("services");

    @Test
    void bothFunctionsRunBesideRedisAndWaitForIt() {
        assertThat(SERVICES.fieldNames()).toIterable().containsExactly("redis", "pipeline", "admin");
        assertThat(COMPOSE.at("/x-function/depends_on/redis/condition").asText())
                .isEqualTo("service_healthy");
    }

    @Test
    void portsAreOpenOnThisMachineOnly() {
        assertThat(Stream.of("pipeline", "admin")
                        .map(it -> SERVICES.at("/" + it + "/ports/0").asText()))
                .containsExactly("127.0.0.1:8080:8080", "127.0.0.1:8081:8080");
        assertThat(SERVICES.get("redis").has("ports")).isFalse();
    }

    @Test
    void noSecretHasADefault() {
        List<String> told = Manifests.stream(SERVICES)
                .flatMap(it -> Manifests.stream(it.get("environment")))
                .map(JsonNode::asText)
                .toList();

        assertThat(told)
                .filteredOn(it -> it.contains("PASSWORD") || it.contains("TOKEN"))
                .hasSize(4)
                .noneMatch(it -> it.matches(".*(PASSWORD|TOKEN):?-.*"));
        assertThat(told).filteredOn(it -> it.contains(":?")).hasSize(2);
    }

    @Test
    void imagesAreBuiltFromTheRootAndNamedAsInTheManifests() {
        assertThat(List.of("pipeline", "admin")).allSatisfy(function -> {
            JsonNode service = SERVICES.get(function);
            assertThat(service.get("image").asText()).startsWith("kraken/" + function + ":");
            assertThat(service.at("/build/context").asText()).isEqualTo("..");
            assertThat(Manifests.INFRA
                            .resolve("..")
                            .resolve(service.at("/build/dockerfile").asText()))
                    .isRegularFile();
        });
    }

    @Test
    void whatIsMountedIsThere() {
        assertThat(Manifests.stream(SERVICES.at("/redis/volumes"))
                        .map(JsonNode::asText)
                        .filter(it -> it.startsWith("."))
                        .map(it -> it.substring(0, it.indexOf(':'))))
                .hasSize(1)
                .allMatch(it -> Files.isRegularFile(Manifests.INFRA.resolve(it).normalize()));
    }

    @Test
    void redisKeepsWhatItIsGivenAndThrowsNothingAway() throws IOException {
        assertThat(Files.readAllLines(Manifests.INFRA.resolve("redis.conf")))
                .contains("appendonly yes", "appendfsync everysec", "maxmemory-policy noeviction")
                .noneMatch(it -> it.startsWith("requirepass"));
    }
}
