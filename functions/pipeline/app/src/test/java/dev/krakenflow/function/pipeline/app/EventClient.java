package dev.krakenflow.function.pipeline.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.http.impl.HttpMessageWriter;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Sends events and reads what they are answered with, as the SDK does both. */
final class EventClient {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(JsonFormat.getCloudEventJacksonModule());

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    EventClient(URI address) {
        this.address = address;
    }

    /** An event with JSON data. */
    static CloudEventBuilder event(String id, String type, String data) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withType(type)
                .withSource(URI.create("/shops/7"))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> binary(CloudEvent event) {
        return send(writer -> writer.writeBinary(event));
    }

    HttpResponse<byte[]> structured(CloudEvent event) {
        return send(writer -> writer.writeStructured(event, new JsonFormat()));
    }

    HttpResponse<byte[]> batched(CloudEvent... events) {
        try {
            return send("application/cloudevents-batch+json", JSON.writeValueAsBytes(List.of(events)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<byte[]> send(String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(address).header("content-type", contentType), body);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request, byte[] body) {
        try {
            return http.send(
                    request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<byte[]> send(Consumer<HttpMessageWriter> event) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        byte[][] body = {new byte[0]};
        event.accept(
                HttpMessageFactory.createWriter(request::header, bytes -> body[0] = bytes == null ? body[0] : bytes));
        return send(request, body[0]);
    }

    /** The event of an answer, in either mode. */
    static CloudEvent event(HttpResponse<byte[]> response) {
        return HttpMessageFactory.createReaderFromMultimap(response.headers().map(), response.body())
                .toEvent();
    }

    /** The events of an answer. */
    static List<CloudEvent> events(HttpResponse<byte[]> response) {
        try {
            return List.of(JSON.readValue(response.body(), CloudEvent[].class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The data of an event as text. */
    static String data(CloudEvent event) {
        return new String(event.getData().toBytes(), StandardCharsets.UTF_8);
    }
}
