package dev.krakenflow.benchmarks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.krakenflow.benchmarks.process.JsonClient;
import dev.krakenflow.benchmarks.process.ServerProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server that completes orders at one path.
 *
 * @param exchanges one for each order; an answer is right when it has the same bytes as the one that was compared with
 *     the expected event as JSON
 */
record Target(ServerProcess server, List<Exchange> exchanges) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> EVENT = new TypeReference<>() {};

    Target {
        exchanges = List.copyOf(exchanges);
    }

    /** Asks a server for each order once, compares the answers, and remembers them. */
    static Target of(ServerProcess server, String path) throws IOException {
        JsonClient client = new JsonClient(server.port(), "");
        List<Exchange> exchanges = new ArrayList<>();
        for (JsonNode order : Orders.all()) {
            HttpResponse<String> answer = client.post(path, order.toString());
            if (answer.statusCode() != 200 || !same(expected(order), MAPPER.readTree(answer.body()))) {
                throw new IllegalStateException(path + " answers " + answer.statusCode() + " " + answer.body());
            }
            String right = answer.body();
            exchanges.add(Exchange.post(
                    path,
                    order.toString(),
                    it -> it.status() == 200 && right.equals(it.body().toString())));
        }
        return new Target(server, exchanges);
    }

    private static JsonNode expected(JsonNode order) throws JsonProcessingException {
        Map<String, Object> event = MAPPER.readValue(order.toString(), EVENT);
        Orders.complete(event);
        return MAPPER.valueToTree(event);
    }

    /** JSON equality, where 2 and 2.0 are the same number. */
    private static boolean same(JsonNode expected, JsonNode actual) {
        return expected.equals(
                (one, other) -> one.isNumber() && other.isNumber()
                        ? Double.compare(one.doubleValue(), other.doubleValue())
                        : one.equals(other) ? 0 : 1,
                actual);
    }
}
