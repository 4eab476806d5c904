package dev.krakenflow.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How clients of AWS' SDK are made here: over Java's own HTTP, with a time for everything, and with the credentials that
 * Lambda gives a function: variables, or where it was restored from a snapshot an address. Region and endpoint are the
 * SDK's: {@code AWS_REGION}, {@code AWS_ENDPOINT_URL}.
 */
public final class AwsClients {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(4);

    private AwsClients() {}

    /** The builder of a client, configured. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(B builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT))
                .credentialsProvider(AwsCredentialsProviderChain.builder()
                        .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
                        .addCredentialsProvider(
                                ContainerCredentialsProvider.builder().build())
                        .build())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .retryStrategy(RetryMode.STANDARD)
                        .build());
    }
}
