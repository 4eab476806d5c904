package dev.krakenflow.function.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A handler for topics of SNS alone. */
@Named("sns")
public final class TopicHandler implements RequestStreamHandler {

    private final PayloadHandler payloads;

    TopicHandler(PayloadHandler payloads) {
        this.payloads = payloads;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        payloads.handle(input, output, context, Payload.Notifications.class);
    }
}
