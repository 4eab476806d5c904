package dev.krakenflow.benchmarks.http;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.process.JsonClient;
import dev.krakenflow.benchmarks.process.RedisServer;
import dev.krakenflow.benchmarks.process.Standalone;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Shows that no update of a memo is lost: two processes on one Redis count with one memo, once by an expression and once
 * by a service that is not safe to call twice; and that a composer without a memo costs no command of Redis.
 */
public final class CountedMemo {

    private static final Map<String, Integer> DEFAULTS = Map.of("events", 10_000, "callers", 32, "service-millis", 5);

    private static final String PURE = """
            {"name": "pure", "components": [{"type": "composer", "name": "counter", "memo": 0,
              "compose": {"events": [{"n": "{% $memo + 1 %}"}], "memo": "{% $memo + 1 %}"}}]}""";

    private static final String SERVED = """
            {"name": "served", "components": [{"type": "composer", "name": "counter", "memo": 0,
              "service": {"name": "adder", "function": "add"}, "prepare": {"n": "{% $memo %}"},
              "compose": {"events": [{"n": "{% n %}"}], "memo": "{% n %}"}}]}""";

    private static final String FORGETFUL = """
            {"name": "forgetful", "components": [{"type": "composer", "name": "one",
              "compose": {"events": [{"n": 1}]}}]}""";

    private static final String SERVICE = """
            {"name": "adder", "client": {"module": "http", "start": {"base_url": "%s"}}, "interface": {"add": {
              "prepare": {"method": "POST", "path": "/add", "body": {"n": "{%% n %%}"}},
              "transform": {"n": "{%% body.n %%}"}}}}""";

    private final List<Standalone> servers;
    private final RedisServer redis;
    private final CountingService service;
    private final Arguments arguments;

    private CountedMemo(List<Standalone> servers, RedisServer redis, CountingService service, Arguments arguments) {
        this.servers = servers;
        this.redis = redis;
        this.service = service;
        this.arguments = arguments;
    }

    /** Prints what was counted; ends with 1 when it is not exact. */
    public static void main(String[] line) throws IOException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        long worst = arguments.number("events") * (arguments.number("service-millis") + 20L) / 1_000;
        TimeLimit.start(Duration.ofSeconds(240 + worst));
        System.out.println(Machine.describe());
        System.out.println("memo " + arguments + "\n");
        try (RedisServer redis = RedisServer.start();
                Standalone one = Standalone.start("standalone-1", redis.url());
                Standalone other = Standalone.start("standalone-2", redis.url());
                CountingService service = new CountingService(arguments.number("service-millis"))) {
            boolean exact = new CountedMemo(List.of(one, other), redis, service, arguments).show();
            System.out.println(exact ? "exact" : "NOT EXACT");
            System.exit(exact ? 0 : 1);
        }
    }

    private boolean show() throws IOException {
        JsonClient admin = servers.get(0).client();
        admin.defineService("adder", SERVICE.formatted(service.url()));
        admin.define("pure", PURE);
        admin.define("served", SERVED);
        admin.define("forgetful", FORGETFUL);
        Count pure = count("pure");
        System.out.println("one memo, no service: " + pure);
        Count served = count("served");
        System.out.println("one memo, a service of " + arguments.number("service-millis") + " ms: " + served + ", "
                + service.calls() + " calls of the service");
        return pure.isExact() && served.isExact() && service.calls() == served.events() && costsNothing();
    }

    /** The first calls load the plan; nothing else asks Redis here, because changes are looked for once in an hour. */
    private boolean costsNothing() throws IOException {
        for (Standalone server : servers) {
            server.client().post("/pipelines/call/forgetful", "{}");
        }
        long before = redis.commands();
        Count count = Count.of(servers, "forgetful", arguments.number("events"), arguments.number("callers"));
        long commands = redis.commands() - before;
        System.out.println("no memo: " + count.events() + " events, " + commands + " commands of Redis");
        return commands == 0;
    }

    private Count count(String pipeline) {
        return Count.of(servers, pipeline, arguments.number("events"), arguments.number("callers"));
    }
}
