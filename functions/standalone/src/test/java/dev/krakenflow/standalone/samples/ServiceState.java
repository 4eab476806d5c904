package dev.krakenflow.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a sample's program is expected to tell when a case has run.
 *
 * @param address where it is asked
 * @param members those that its answer must have
 */
record ServiceState(URI address, Map<String, Object> members) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @SuppressWarnings("unchecked")
    static List<ServiceState> of(Map<?, ?> json) {
        return json.entrySet().stream()
                .map(entry ->
                        new ServiceState(URI.create(entry.getKey().toString()), (Map<String, Object>) entry.getValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    void check() {
        assertThat((Map<String, Object>) JsonReader.read(ask()))
                .as("%s", address)
                .containsAllEntriesOf(members);
    }

    private byte[] ask() {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
