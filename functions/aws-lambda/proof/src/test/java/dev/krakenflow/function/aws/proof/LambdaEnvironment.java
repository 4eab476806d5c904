package dev.krakenflow.function.aws.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * One execution environment: a packaged function in a process of its own under the runtime interface client of AWS, with the
 * settings that Terraform would give it, and its Runtime API.
 */
final class LambdaEnvironment implements AutoCloseable {

    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RuntimeApi api;
    private final Process process;
    private final Path log;
    private final Guard guard;

    private LambdaEnvironment(RuntimeApi api, Process process, Path log) throws IOException {
        this.api = api;
        this.process = process;
        this.log = log;
        this.guard = Guard.of(process);
    }

    /**
     * Starts one; does not wait until it is up.
     *
     * @param name of its log
     */
    static LambdaEnvironment start(String name, Zip zip, Map<String, String> settings) throws IOException {
        RuntimeApi api = new RuntimeApi();
        Path log = Path.of("target", name + ".log").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(command(zip))
                .directory(zip.classPath().get(0).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("KRAKEN_") || key.startsWith("QUARKUS_"));
        environment.putAll(Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "AWS_LAMBDA_FUNCTION_NAME", "kraken-dev-" + name,
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                "AWS_REGION", "eu-central-1",
                "_HANDLER", HANDLER,
                "JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "LAMBDA_TASK_ROOT", zip.classPath().get(0).toString()));
        environment.putAll(settings);
        return new LambdaEnvironment(api, builder.start(), log);
    }

    private static List<String> command(Zip zip) throws IOException {
        String classPath = Stream.concat(runtime(), zip.classPath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                NativeLibrary.option(),
                "-cp",
                classPath,
                AWSLambda.class.getName(),
                HANDLER);
    }

    /** What the managed runtime has on its class path before the function. */
    private static Stream<Path> runtime() {
        return Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(type -> Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath()));
    }

    /** What comes of an invocation. */
    RuntimeApi.Result invoke(String payload) {
        return invoke(payload, TIMEOUT);
    }

    /** What comes of an invocation that may take so long. */
    RuntimeApi.Result invoke(String payload, Duration timeout) {
        return await(api.invoke(payload, timeout));
    }

    /** What it says instead of coming up. */
    String initError() {
        return await(api.initError());
    }

    long processId() {
        return process.pid();
    }

    /** What it has written so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends it as the platform does, and gives its exit status. */
    int terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** Whether it ends by itself. */
    boolean ends() throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("no answer; see " + log, failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        guard.close();
        api.close();
    }

    /** Closes everything that was started, whatever one of them says to it. */
    static void closeAll(@Nullable AutoCloseable... all) {
        AssertionError failed = new AssertionError("not everything could be closed");
        for (AutoCloseable each : all) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                failed.addSuppressed(e);
            }
        }
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }
}
