package dev.krakenflow.benchmarks.apply;

import dev.krakenflow.benchmarks.Patience;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.calls.CallWindow;
import dev.krakenflow.benchmarks.calls.Calls;
import dev.krakenflow.benchmarks.process.Deployment;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * Redis forgets everything under load, and all that was there is applied again.
 *
 * @param version of the pipelines
 */
record Oblivion(Deployment deployment, ManyPipelines pipelines, int version) {
    private static final Duration NOTICED = Duration.ofSeconds(10);

    /** Whether the steady pipeline and all others are served again. */
    void tell(Calls calls, SteadyCheck check, Verdict verdict)
            throws IOException, InterruptedException, ExecutionException {
        check.allowUndefined(true);
        deployment.redis().flush();
        Patience.await(NOTICED, "a call finds no pipeline", () -> check.undefined() > 0);
        long began = System.nanoTime();
        deployment.admin().apply(pipelines.version(version));
        double applied = seconds(began);
        deployment.awaitServed(ManyPipelines.STEADY);
        double served = seconds(began);
        check.allowUndefined(false);
        CallWindow window = calls.take();
        verdict.say(
                window.wrong() == 0,
                window.wrong() + " calls failed but for those that found no pipeline " + window.firstWrong());
        int unserved = unserved();
        verdict.say(
                unserved == 0,
                String.format(
                        Locale.ROOT,
                        "after FLUSHALL: applied again in %.1f s, served after %.1f s; %d of %d pipelines are not served",
                        applied,
                        served,
                        unserved,
                        pipelines.count()));
    }

    /** How many pipelines do not answer with the version that they should have. */
    private int unserved() throws IOException {
        int unserved = 0;
        for (int number = 0; number < pipelines.count(); number++) {
            HttpResponse<String> answer =
                    deployment.data().post("/pipelines/call/" + ManyPipelines.name(number), ManyPipelines.ORDER);
            if (answer.statusCode() != 200 || !answer.body().contains("\"version\":" + version)) {
                unserved++;
            }
        }
        return unserved;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
