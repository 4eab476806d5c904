package dev.krakenflow.function.runtime.broker;

import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Posts deliveries to the address of a Broker, a few times where it does not take one. Opens no connection before the first
 * one. Thread-safe.
 */
public final class BrokerClient {

    private static final Logger LOG = Logger.getLogger(BrokerClient.class);
    private static final int MOST_CONNECTIONS = 16;
    private static final int KEPT_OPEN_SECONDS = 30;
    private static final int ATTEMPTS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client;
    private final Scheduler scheduler;
    private final URI address;
    private final AtomicBoolean away = new AtomicBoolean();

    /**
     * A client of one Broker.
     *
     * @param address of its ingress, {@code http://broker-ingress.knative-eventing.svc.cluster.local/<namespace>/<name>}
     */
    public BrokerClient(Vertx vertx, Scheduler scheduler, URI address) {
        if (address.getHost() == null
                || address.getScheme() == null
                || !address.getScheme().matches("https?")) {
            throw new IllegalArgumentException("the address of a broker is a URL of http or https");
        }
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAliveTimeout(KEPT_OPEN_SECONDS)
                .setConnectTimeout((int) TIMEOUT.toMillis()));
        this.scheduler = scheduler;
        this.address = address;
    }

    /** Posts a delivery. Fails with {@link StoreUnavailableException} when it is not taken; it may have come all the same. */
    Uni<Void> send(CastMessage message) {
        return Uni.createFrom()
                .deferred(() -> post(message, 1))
                .invoke(this::back)
                .onFailure(StoreUnavailableException.class)
                .invoke(this::gone)
                .replaceWithVoid();
    }

    private Uni<Integer> post(CastMessage message, int attempt) {
        return Uni.createFrom()
                .completionStage(() -> request(message).toCompletionStage())
                .onFailure()
                .transform(failure -> new StoreUnavailableException("the broker of casts does not answer", failure))
                .chain(status -> {
                    if (status >= 200 && status < 300) {
                        return Uni.createFrom().item(status);
                    }
                    return Uni.createFrom()
                            .failure(new StoreUnavailableException("the broker of casts answers " + status, null));
                })
                .onFailure(StoreUnavailableException.class)
                .recoverWithUni(refused -> attempt == ATTEMPTS
                        ? Uni.createFrom().failure(refused)
                        : pause(attempt).chain(() -> post(message, attempt + 1)));
    }

    private Future<Integer> request(CastMessage message) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address.toString())
                .setHeaders(CastEvents.headers(message))
                .setTimeout(TIMEOUT.toMillis());
        return client.request(options)
                .compose(request -> send(request, message))
                .compose(response -> response.end().map(response.statusCode()));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, CastMessage message) {
        return request.send(Buffer.buffer(message.write()));
    }

    private Uni<Void> pause(int attempt) {
        return Uni.createFrom().emitter(emitter -> {
            var pause = scheduler.after(PAUSE.multipliedBy(attempt), () -> emitter.complete(null));
            emitter.onTermination(pause::cancel);
        });
    }

    private void gone(Throwable reason) {
        if (away.compareAndSet(false, true)) {
            LOG.warn(reason.getMessage());
        }
    }

    private void back() {
        if (away.compareAndSet(true, false)) {
            LOG.info("The broker of casts takes them again");
        }
    }
}
