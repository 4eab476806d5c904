package dev.krakenflow.function.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The handler of both functions: it takes whatever trigger it has. */
@Named("kraken")
public final class KrakenHandler implements RequestStreamHandler {

    private final PayloadHandler payloads;

    KrakenHandler(PayloadHandler payloads) {
        this.payloads = payloads;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        payloads.handle(input, output, context, Payload.class);
    }
}
