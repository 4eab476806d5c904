package dev.krakenflow.function.aws.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What a function has of AWS, on this machine: queues on a server that speaks the protocol of SQS, and secrets. */
final class AwsServices implements AutoCloseable {

    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:";

    private final SQSRestServer queues =
            SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    private final String queuesAddress =
            "http://127.0.0.1:" + queues.waitUntilStarted().localAddress().getPort();
    private final SqsClient client = SqsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(URI.create(queuesAddress))
            .build();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final HttpServer secretsServer;

    AwsServices() throws IOException {
        secretsServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secretsServer.createContext("/", this::answer);
        secretsServer.start();
    }

    /** How the SDK in a function finds them. */
    Map<String, String> settings() {
        return Map.of(
                "AWS_ENDPOINT_URL_SQS",
                queuesAddress,
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                "http://127.0.0.1:" + secretsServer.getAddress().getPort(),
                "AWS_ACCESS_KEY_ID",
                "x",
                "AWS_SECRET_ACCESS_KEY",
                "x");
    }

    /** The URL of a new queue. */
    String queue(String name) {
        return client.createQueue(request -> request.queueName(name)).queueUrl();
    }

    /** Takes all that a queue has. */
    List<Message> take(String queue) {
        List<Message> all = new ArrayList<>();
        List<Message> some;
        do {
            some = client.receiveMessage(request ->
                            request.queueUrl(queue).maxNumberOfMessages(10).messageAttributeNames("All"))
                    .messages();
            for (Message message : some) {
                client.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
            }
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    /** The ARN of a secret that is kept from now on. */
    String secret(String name, String text) {
        String arn = SECRET + name + "-AbCdEf";
        secrets.put(arn, text);
        return arn;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String arn = Payloads.json(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                .get("SecretId")
                .asText();
        byte[] body = Payloads.object()
                .put("ARN", arn)
                .put("SecretString", secrets.get(arn))
                .toString()
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        client.close();
        queues.stopAndWait();
        secretsServer.stop(0);
    }
}
