package dev.krakenflow.function.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A handler for HTTP APIs and function URLs alone. */
@Named("http")
public final class HttpHandler implements RequestStreamHandler {

    private final PayloadHandler payloads;

    HttpHandler(PayloadHandler payloads) {
        this.payloads = payloads;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        payloads.handle(input, output, context, Payload.Http.class);
    }
}
