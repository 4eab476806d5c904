package dev.krakenflow.aws.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Answers {@code GetSecretValue} as Secrets Manager does, in AWS' JSON 1.1.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
final class SecretsServer implements AutoCloseable {

    static final String PREFIX = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:";

    /** The ARNs that were asked for. */
    final List<String> asked = new ArrayList<>();

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final HttpServer server;

    SecretsServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The ARN of a secret that is kept from now on. */
    String keep(String name, String text) {
        String arn = PREFIX + name + "-AbCdEf";
        secrets.put(arn, text);
        return arn;
    }

    SdkSecretReader reader() {
        return new SdkSecretReader(SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
                .region(Region.EU_WEST_1)
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .build());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<?, ?> request =
                (Map<?, ?>) JsonReader.read(exchange.getRequestBody().readAllBytes());
        String arn = (String) request.get("SecretId");
        boolean known = exchange.getRequestHeaders().getFirst("X-Amz-Target").equals("secretsmanager.GetSecretValue")
                && exchange.getRequestHeaders().containsKey("Authorization")
                && secrets.containsKey(arn);
        synchronized (asked) {
            asked.add(arn);
        }
        byte[] body = JsonWriter.write(
                        known
                                ? value(arn)
                                : Map.of(
                                        "__type", "ResourceNotFoundException",
                                        "Message", "Secrets Manager can't find the specified secret."))
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(known ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Map<String, Object> value(String arn) {
        return Map.of(
                "ARN",
                arn,
                "CreatedDate",
                1.7e9,
                "Name",
                "shop",
                "SecretString",
                secrets.get(arn),
                "VersionId",
                "b1f5a0f8-0c1f-4c5a-8f5d-6d7c5b0a9f10",
                "VersionStages",
                List.of("AWSCURRENT"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
