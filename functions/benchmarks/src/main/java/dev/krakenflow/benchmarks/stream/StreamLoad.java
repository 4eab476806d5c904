package dev.krakenflow.benchmarks.stream;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.fanout.TimedService;
import dev.krakenflow.benchmarks.process.Standalone;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * Shows that a stream of any length goes through a server of a small heap, that a slow reader holds the sender back, and
 * that nothing goes on for a reader that has left.
 */
public final class StreamLoad {
    private static final Map<String, Integer> DEFAULTS =
            Map.of("events", 1_000_000, "heap", 128, "more", 100, "millis", 1, "rate", 1, "seconds", 10);

    /** What the kernel and the server hold between sender and reader: buffers of four sockets, and the window. */
    private static final double BETWEEN_MEGABYTES = 16;

    private static final double MEGABYTE = 1024.0 * 1024;

    private static final String SERVICE = """
            {"name": "%s", "client": {"module": "http", "start": {"base_url": "%s"}}, "interface": {"ask": {
              "prepare": {"path": "/"}, "transform": {"ok": "{%% body.ok %%}"}, "timeout": "60s"}}}""";

    private static final String PIPELINE = """
            {"name": "%s", "timeout": "60s", "components": [
              {"type": "stage", "service": {"name": "%s", "function": "ask"}, "transform": {"ok": "{%% ok %%}"}}]}""";

    private final Arguments arguments;
    private final Standalone standalone;
    private final long idle;
    private final Verdict verdict = new Verdict(System.out);

    private StreamLoad(Arguments arguments, Standalone standalone) {
        this.arguments = arguments;
        this.standalone = standalone;
        this.idle = ResidentMemory.megabytes(standalone.server().id());
    }

    /** Prints what was measured; ends with 1 when a promise does not hold. */
    public static void main(String[] line) throws Exception {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        TimeLimit.start(Duration.ofMinutes(30));
        System.out.println(Machine.describe());
        System.out.println("stream " + arguments + "\n");
        String heap = arguments.number("heap") + "m";
        try (Standalone standalone = Standalone.start("stream", heap, Map.of("KRAKEN_EPHEMERAL", "true"));
                TimedService quick = TimedService.start(arguments.number("millis"));
                TimedService slow = TimedService.start(60_000)) {
            StreamLoad load = new StreamLoad(arguments, standalone);
            load.define("quick", quick);
            load.define("slow", slow);
            load.streamWhole(EventForm.LIST);
            load.streamWhole(EventForm.LINES);
            load.readSlowly(quick);
            load.leave(quick);
            load.leaveWhileCallsWait(slow);
            System.exit(load.verdict.exitCode());
        }
    }

    private void define(String name, TimedService service) throws IOException {
        standalone.client().defineService(name, SERVICE.formatted(name, service.url()));
        standalone.client().define(name, PIPELINE.formatted(name, name));
    }

    private void streamWhole(EventForm form) throws IOException {
        int events = arguments.number("events");
        long began = System.nanoTime();
        long bytes;
        int lines = 0;
        long most;
        try (ResidentMemory memory = new ResidentMemory(standalone.server().id());
                StreamCall call = call("quick", form, true)) {
            while (call.read(lines) > 0) {
                lines++;
            }
            bytes = call.accepted();
            most = memory.mostMegabytes();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        verdict.say(
                lines == events,
                "%s: %d of %d events, %.0f MB, in order, %.1f s, %.0f events/s"
                        .formatted(form, lines, events, bytes / MEGABYTE, seconds, lines / seconds));
        verdict.say(
                most <= idle + arguments.number("more"),
                "%s: %d MB resident before any stream, at most %d MB meanwhile".formatted(form, idle, most));
    }

    private void readSlowly(TimedService service) throws IOException, InterruptedException {
        int called = service.came();
        try (StreamCall call = call("quick", EventForm.LINES, true)) {
            long began = System.nanoTime();
            long read = 0;
            int lines = 0;
            double seconds = 0;
            double between = 0;
            while (seconds < arguments.number("seconds") && lines < arguments.number("events")) {
                read += call.read(lines++);
                seconds = (System.nanoTime() - began) / 1e9;
                between = Math.max(between, (call.accepted() - read) / MEGABYTE);
                double ahead = read / MEGABYTE / arguments.number("rate") - seconds;
                if (ahead > 0.01) {
                    Thread.sleep((long) (ahead * 1000));
                }
            }
            verdict.say(
                    between <= BETWEEN_MEGABYTES,
                    "a reader of %d MB/s has read %.1f MB; never more than %.1f MB more taken from the sender; %d calls for %d lines"
                            .formatted(
                                    arguments.number("rate"),
                                    read / MEGABYTE,
                                    between,
                                    service.came() - called,
                                    lines));
        }
    }

    private void leave(TimedService service) throws IOException, InterruptedException {
        try (StreamCall call = call("quick", EventForm.LINES, true)) {
            for (int lines = 0; lines < Math.min(1_000, arguments.number("events")); lines++) {
                call.read(lines);
            }
        }
        Thread.sleep(1_000);
        int called = service.came();
        Thread.sleep(1_000);
        verdict.say(
                service.came() == called && service.underWay() == 0,
                "a reader that left: %d calls begin between 1 and 2 s after, %d are under way"
                        .formatted(service.came() - called, service.underWay()));
    }

    private void leaveWhileCallsWait(TimedService service) throws IOException, InterruptedException {
        int waiting;
        try (StreamCall call = new StreamCall(standalone.server().port(), "slow", EventForm.LINES, 32, false)) {
            while (service.underWay() < 16) {
                Thread.sleep(10);
            }
            waiting = service.underWay();
        }
        Thread.sleep(1_000);
        verdict.say(
                service.underWay() == 0,
                "a reader that left while %d calls waited: %d wait 1 s after".formatted(waiting, service.underWay()));
    }

    private StreamCall call(String pipeline, EventForm form, boolean ends) throws IOException {
        return new StreamCall(standalone.server().port(), pipeline, form, arguments.number("events"), ends);
    }
}
