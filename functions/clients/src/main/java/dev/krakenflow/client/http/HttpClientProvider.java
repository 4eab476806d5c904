package dev.krakenflow.client.http;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.egress.Names;
import dev.krakenflow.client.start.StartArguments;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.time.InstantSource;

/**
 * Opens clients of HTTP services, the module {@code http}. Every client has connections of its own. Thread-safe.
 */
public final class HttpClientProvider implements ServiceClientProvider {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int HANDSHAKE_SECONDS = 5;
    /** A connection that was idle is closed within a second after this. */
    private static final int IDLE_SECONDS = 28;

    private static final int LARGEST_HEAD = 32 * 1024;

    private final Vertx vertx;
    private final StartArguments arguments;
    private final Names names;
    private final EgressRules rules;
    private final HttpClientOptions options;

    /**
     * @param vertx whose event loops are used where a caller has none
     * @param arguments resolves the {@code start} of services
     * @param names resolves the names of hosts
     * @param rules says which addresses may be called
     */
    public HttpClientProvider(Vertx vertx, StartArguments arguments, Names names, EgressRules rules) {
        this(vertx, arguments, names, rules, new HttpClientOptions());
    }

    /** @param basis options of the transport to begin with, such as whom to trust */
    HttpClientProvider(Vertx vertx, StartArguments arguments, Names names, EgressRules rules, HttpClientOptions basis) {
        this.vertx = requireNonNull(vertx);
        this.arguments = requireNonNull(arguments);
        this.names = requireNonNull(names);
        this.rules = requireNonNull(rules);
        // The trace context is passed on by the engine; unpacking is bounded here and would not be there.
        this.options = new HttpClientOptions(basis)
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(LARGEST_HEAD)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    @Override
    public String module() {
        return "http";
    }

    @Override
    public ServiceClient open(ClientStart start) {
        HttpStart resolved;
        try {
            resolved = HttpStart.read(arguments.resolve(start.start()));
        } catch (ArgumentProblem e) {
            throw ClientException.inCall(Failure.of(FailureCode.SERVICE_NOT_READY, e.detail()), e);
        }
        return new HttpServiceClient(vertx, resolved, new Connections(transport(resolved.poolSize()), names, rules));
    }

    private Transport transport(int poolSize) {
        return new Transport(vertx, () -> client(poolSize), InstantSource.system());
    }

    private HttpClient client(int poolSize) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(poolSize))
                // A call tells its failures itself; without a handler Vert.x would log those of its connection.
                .withConnectHandler(connection -> connection.exceptionHandler(thrown -> {}))
                .build();
    }
}
