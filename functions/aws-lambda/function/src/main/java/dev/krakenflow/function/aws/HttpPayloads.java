package dev.krakenflow.function.aws;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Caller;
import dev.krakenflow.function.http.Dispatcher;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Answers requests that come as payloads, as the function does over HTTP. Thread-safe. */
final class HttpPayloads {

    /** API Gateway gives up after 30 s; a function URL waits as long as the function may take. */
    private static final Duration GATEWAY = Duration.ofSeconds(29);

    private static final String URL_DOMAIN = ".lambda-url.";

    private final Dispatcher dispatcher;

    HttpPayloads(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** The response of the proxy integration. Never fails: a failure is answered as its problem. */
    Uni<Object> answer(Payload.Http payload, TimeLeft time) {
        HttpPayload http = new HttpPayload(payload.request());
        TimeLeft left = http.domain().contains(URL_DOMAIN) ? time : time.atMost(GATEWAY);
        return Uni.createFrom()
                .deferred(() -> dispatcher.serve(
                        http.request(left.budget()),
                        http.isAuthorized() ? Caller.ADMITTED : Caller.WITH_TOKEN,
                        ProxyResponse.MOST_BYTES))
                .ifNoItem()
                .after(left.patience())
                .failWith(() ->
                        RequestException.of(FailureCode.TIMEOUT, "there was no answer in the time of the platform"))
                .onFailure()
                .recoverWithItem(failure -> Answer.problem(Failures.of(failure)))
                .map(answer -> (Object) ProxyResponse.of(answer, http.method()));
    }
}
