package dev.krakenflow.standalone;

import dev.krakenflow.function.admin.AdminOperations;
import dev.krakenflow.standalone.samples.SampleCall;
import dev.krakenflow.standalone.samples.Samples;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the process says when it is ready: where it is, how to be let in, and what to try. */
final class Greeting implements AutoCloseable {

    private final String address;
    private final AdminToken token;
    private final StandaloneRedis redis;
    private final Optional<Path> samples;
    private final AdminOperations operations;
    private volatile @Nullable Samples loaded;

    /** @param samples the folder of samples that are loaded before anything is said */
    Greeting(
            String address,
            AdminToken token,
            StandaloneRedis redis,
            Optional<Path> samples,
            AdminOperations operations) {
        this.address = address;
        this.token = token;
        this.redis = redis;
        this.samples = samples;
        this.operations = operations;
    }

    void print(PrintStream out) {
        List<SampleCall> calls = samples.map(folder -> load(folder, out)).orElse(List.of());
        String shown = token.madeUp();
        out.println("Kraken is ready at " + address);
        out.println("  redis  " + redis.description());
        if (shown == null) {
            out.println("  token  the one in KRAKEN_ADMIN_TOKEN");
        } else {
            out.println("  token  " + shown + "  (made up for this process; KRAKEN_ADMIN_TOKEN sets one)");
        }
        out.println("Try:");
        if (calls.isEmpty()) {
            printFirstSteps(out, shown == null ? "$KRAKEN_ADMIN_TOKEN" : shown);
        }
        calls.forEach(call -> out.println("  " + call.command(address)));
        out.println("Ctrl-C stops it.");
        out.flush();
    }

    private List<SampleCall> load(Path folder, PrintStream out) {
        out.println("Samples of " + folder);
        Samples all = new Samples(folder, operations, out);
        loaded = all;
        all.load();
        return all.calls();
    }

    /** Ends what the samples started. */
    @Override
    public void close() {
        Samples started = loaded;
        if (started != null) {
            started.close();
        }
    }

    private void printFirstSteps(PrintStream out, String tokenText) {
        String admin = " -H \"authorization: Bearer " + tokenText + "\"";
        String json = " -H 'content-type: application/json' -d '";
        String definition = "{\"name\": \"double\", \"components\": [{\"type\": \"stage\", \"name\": \"twice\","
                + " \"transform\": {\"y\": \"{% x * 2 %}\"}}]}";
        out.println("  curl -s " + address + "/pipelines/define" + admin + json + definition + "'");
        out.println("  curl -s -X POST " + address + "/pipelines/start/double" + admin);
        out.println("  curl -s " + address + "/pipelines/call/double" + json + "{\"x\": 21}'");
    }
}
