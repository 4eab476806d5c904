package dev.krakenflow.aws.sqs;

import java.net.URI;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A server that speaks the protocol of SQS, with queues in memory, and a client of it. */
final class SqsServer implements AutoCloseable {

    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    private final SqsClient client = SqsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
            .region(Region.EU_WEST_1)
            .endpointOverride(URI.create("http://127.0.0.1:"
                    + server.waitUntilStarted().localAddress().getPort()))
            .build();

    SqsClient client() {
        return client;
    }

    /** The URL of a new queue whose messages stay hidden for an hour once they were received. */
    String queue(String name) {
        return client.createQueue(request ->
                        request.queueName(name).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "3600")))
                .queueUrl();
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
