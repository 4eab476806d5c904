package dev.krakenflow.client.http;

import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.TimeUnit;

/** A function of an HTTP service. */
final class HttpFunction implements ClientFunction {
    private final HttpServiceClient client;
    private final RequestBuilder requests;
    private final AnswerInterpreter answers;
    private final CallOptions options;

    HttpFunction(HttpServiceClient client, RequestBuilder requests, AnswerInterpreter answers, CallOptions options) {
        this.client = client;
        this.requests = requests;
        this.answers = answers;
        this.options = options;
    }

    @Override
    public Uni<Object> call(Object args, CallContext context) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                PreparedRequest request = requests.build(args, context);
                Exchange exchange =
                        client.exchange(request, options.redirects(), () -> millisLeft(context), new Emission(emitter));
                emitter.onTermination(exchange::cancel);
                exchange.start();
            } catch (ArgumentProblem e) {
                emitter.fail(ClientException.inPrepare(Failure.of(FailureCode.EXPRESSION, e.detail())));
            }
        });
    }

    @Override
    public boolean repeatable(Object args) {
        return RequestBuilder.isRepeatable(args);
    }

    private static long millisLeft(CallContext context) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(context.deadlineNanos() - System.nanoTime()));
    }

    /** Gives the end of an exchange to whoever subscribed. */
    private final class Emission implements ExchangeEnd {
        private final UniEmitter<? super Object> emitter;

        Emission(UniEmitter<? super Object> emitter) {
            this.emitter = emitter;
        }

        @Override
        public Runnable answered(PreparedRequest request, Answer answer) {
            try {
                Object result = answers.interpret(request, answer);
                return () -> emitter.complete(result);
            } catch (AnswerException e) {
                throw e;
            } catch (RuntimeException e) {
                return () -> emitter.fail(e);
            }
        }

        @Override
        public void failed(PreparedRequest request, Throwable thrown, boolean sent) {
            ClientException failed = CallFailures.of(request, thrown);
            emitter.fail(sent ? failed : ClientException.unsent(failed.failure(), failed.getCause()));
        }

        @Override
        public void refused(PreparedRequest request, Admission.Entry entry) {
            emitter.fail(CallFailures.refused(request, entry));
        }
    }
}
