package dev.krakenflow.aws.secrets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads several secrets at the same time. */
final class Readings {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Readings() {}

    /**
     * The texts of the secrets, in their order. Blocks for five seconds at most, all of them together.
     *
     * @throws SecretUnavailableException for the first that cannot be read
     */
    static List<String> of(List<SecretArn> arns, SecretReader reader) {
        List<FutureTask<String>> tasks =
                arns.stream().map(arn -> begin(arn, reader)).toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < arns.size(); i++) {
            texts.add(await(arns.get(i), tasks.get(i), end - System.nanoTime()));
        }
        return texts;
    }

    private static FutureTask<String> begin(SecretArn arn, SecretReader reader) {
        FutureTask<String> task = new FutureTask<>(() -> reader.read(arn));
        Thread.ofPlatform().name("secret " + arn.name()).daemon().start(task);
        return task;
    }

    private static String await(SecretArn arn, FutureTask<String> task, long nanos) {
        try {
            return task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new SecretUnavailableException(arn, "no answer within " + PATIENCE.toSeconds() + " s", null);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SecretUnavailableException unavailable) {
                throw unavailable;
            }
            throw new SecretUnavailableException(arn, "it failed", failed.getCause());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new SecretUnavailableException(arn, "the process ends", null);
        }
    }
}
