import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Trains a function of Lambda: starts it with a Runtime API that hands out some payloads one after the other, and ends it
 * when it has answered the last one. Arguments: how many payloads, the payloads, the command of the function. Fails when
 * the function reports an error.
 */
public final class LambdaTraining {

    private static final String INVOCATIONS = "/2018-06-01/runtime/invocation/";
    private static final long PATIENCE_SECONDS = 60;

    private final List<String> payloads;
    private final CountDownLatch left;
    private final List<String> errors = new ArrayList<>();
    private int next;

    private LambdaTraining(List<String> payloads) {
        this.payloads = payloads;
        this.left = new CountDownLatch(payloads.size());
    }

    public static void main(String[] line) throws IOException, InterruptedException {
        int count = Integer.parseInt(line[0]);
        List<String> arguments = List.of(line);
        LambdaTraining training = new LambdaTraining(arguments.subList(1, 1 + count));
        System.exit(training.run(arguments.subList(1 + count, arguments.size())) ? 0 : 1);
    }

    private boolean run(List<String> command) throws IOException, InterruptedException {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.setExecutor(Executors.newCachedThreadPool());
        api.createContext("/", this::serve);
        api.start();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        // The runtime interface client takes for granted that all of these are there.
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getAddress().getPort(),
                        "AWS_LAMBDA_FUNCTION_NAME", "training",
                        "AWS_LAMBDA_FUNCTION_VERSION", "1",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                        "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"));
        Process function = builder.start();
        function.onExit().thenRun(this::giveUp);
        boolean answered = left.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        answered &= function.isAlive();
        function.destroy();
        boolean ended = function.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        function.destroyForcibly();
        errors.forEach(System.err::println);
        return answered && ended && errors.isEmpty();
    }

    /** A function that ends by itself answers nothing more. */
    private void giveUp() {
        while (left.getCount() > 0) {
            left.countDown();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/next")) {
            hand(exchange);
        } else {
            if (path.endsWith("/error")) {
                errors.add(body);
            }
            answer(exchange, 202, "{}");
            left.countDown();
        }
    }

    private void hand(HttpExchange exchange) throws IOException {
        if (next == payloads.size()) {
            // Nothing more comes, as in an environment that is left alone.
            return;
        }
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "training-" + next);
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 30_000));
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:000000000000:function:training");
        exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
        answer(exchange, 200, payloads.get(next++));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
