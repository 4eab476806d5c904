package dev.krakenflow.client.http;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with a request, as the failure that a definition can handle. */
final class CallFailures {

    private CallFailures() {}

    /** The failure that something thrown on the way stands for. */
    static ClientException of(PreparedRequest request, Throwable thrown) {
        return switch (thrown) {
            case ClientException known -> known;
            case EgressDeniedException denied ->
                failure(FailureCode.EGRESS_DENIED, request, "leads to an address that may not be called", denied);
            case AnswerException answer ->
                failure(FailureCode.BAD_RESPONSE, request, "answered, but " + answer.getMessage(), answer);
            case UnknownHostException unknown ->
                failure(FailureCode.COMMUNICATION, request, "failed: the host is not known", unknown);
            case SSLException tls -> failure(FailureCode.COMMUNICATION, request, "failed: TLS was refused", tls);
            case ConnectException refused ->
                failure(FailureCode.COMMUNICATION, request, "failed: no connection could be made", refused);
            case IOException broken -> lost(request, broken);
            case VertxException closed -> lost(request, closed);
            case PrematureChannelClosureException closed -> lost(request, closed);
            default -> failure(FailureCode.BAD_RESPONSE, request, "answered, but not as HTTP has it", thrown);
        };
    }

    /** The failure of a call that was not let in. */
    static ClientException refused(PreparedRequest request, Admission.Entry entry) {
        ClientException refused = entry == Admission.Entry.CLOSED
                ? failure(FailureCode.SERVICE_NOT_READY, request, "could not begin: the client is closed", null)
                : failure(FailureCode.BULKHEAD_FULL, request, "could not begin: too many wait for a connection", null);
        return ClientException.unsent(refused.failure(), null);
    }

    /** The failure that a mistake of our own is. */
    static ClientException unexpected(PreparedRequest request, RuntimeException thrown) {
        return failure(FailureCode.INTERNAL, request, "could not be sent", thrown);
    }

    private static ClientException failure(
            FailureCode code, PreparedRequest request, String what, @Nullable Throwable cause) {
        return ClientException.inCall(Failure.of(code, request.words() + " " + what), cause);
    }

    private static ClientException lost(PreparedRequest request, Exception cause) {
        return failure(FailureCode.COMMUNICATION, request, "failed: the connection broke", cause);
    }
}
