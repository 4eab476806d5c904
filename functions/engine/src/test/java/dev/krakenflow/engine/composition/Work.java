package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;

import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.FailureCode;
import java.util.Map;

/** What one component does, and the policies that have a part in it: as a whole one of the two sides of a pair. */
enum Work {
    ANSWERS("{}", End.OK),
    TAKES_TIME("{}", End.OK) {
        @Override
        void script(EngineBench bench) {
            bench.clients.does("f", bench.after(700, OK));
        }
    },
    FAILS("{}", End.failed("http.500")) {
        @Override
        void script(EngineBench bench) {
            bench.clients.fails("f", ScriptedFailures.http(500));
        }
    },
    FAILS_LATER("{}", End.failed("http.404")) {
        @Override
        void script(EngineBench bench) {
            bench.clients.does("f", bench.after(700, ScriptedFailures.http(404)));
        }
    },
    FAILS_AS_NOBODY_EXPECTS("{}", End.failed("internal")) {
        @Override
        void script(EngineBench bench) {
            bench.clients.fails("f", new IllegalStateException());
        }
    },
    HAS_AN_ERROR_SECTION("{error: {v: 'ok'}}", End.OK) {
        @Override
        void script(EngineBench bench) {
            bench.clients.fails("f", ScriptedFailures.http(500));
        }
    },
    ATTEMPT_TIMES_OUT("{timeout: 'PT0.7S'}", End.failed("timeout")) {
        @Override
        void script(EngineBench bench) {
            bench.clients.hangs("f");
        }
    },
    STAGE_TIMES_OUT("{}", End.failed("timeout"), ", timeout: 'PT0.7S'") {
        @Override
        void script(EngineBench bench) {
            bench.clients.hangs("f");
        }
    },
    NEVER_ENDS("{timeout: 'PT1M'}", End.failed("budget-exhausted")) {
        @Override
        void script(EngineBench bench) {
            bench.clients.hangs("f");
        }
    },
    RETRY_SUCCEEDS("{retry: {}}", End.OK) {
        @Override
        void script(EngineBench bench) {
            bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503), ScriptedFailures.http(503)));
        }
    },
    RETRY_GIVES_UP("{retry: {max_attempts: 2}}", End.failed("http.503")) {
        @Override
        void script(EngineBench bench) {
            bench.clients.fails("f", ScriptedFailures.http(503));
        }
    },
    RETRY_OF_THE_STAGE("{}", End.OK, ", retry: {on: ['timeout']}, timeout: 'PT2S'") {
        @Override
        void script(EngineBench bench) {
            bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.of(TIMEOUT)));
        }
    },
    RETRY_HAS_NO_TIME_LEFT("{retry: {delay: 'PT1S'}}", End.failed("timeout"), ", timeout: 'PT0.7S'") {
        @Override
        void script(EngineBench bench) {
            bench.clients.fails("f", ScriptedFailures.http(503));
        }
    },
    CIRCUIT_IS_OPEN("{circuit_breaker: {request_volume_threshold: 1, delay: 'PT1H'}}", End.failed("circuit-open")) {
        @Override
        void script(EngineBench bench) {
            bench.clients.fails("f", ScriptedFailures.http(500));
            before(bench);
            bench.clients.answers("f", OK);
        }
    },
    CIRCUIT_CLOSES_AGAIN("{circuit_breaker: {request_volume_threshold: 1, delay: 'PT5S'}}", End.OK) {
        @Override
        void script(EngineBench bench) {
            bench.clients.fails("f", ScriptedFailures.http(500));
            before(bench);
            bench.pass(5_001);
            bench.clients.answers("f", OK);
        }
    },
    LIMIT_IS_REACHED("{rate_limit: {limit: 1, window: 'PT1H'}}", End.failed("rate-limited")) {
        @Override
        void script(EngineBench bench) {
            super.script(bench);
            before(bench);
        }
    },
    BULKHEAD_IS_FULL("{bulkhead: {max_concurrent: 1}}", End.failed("bulkhead-full")) {
        @Override
        void script(EngineBench bench) {
            bench.clients.does("f", bench.after(700, OK));
            before(bench);
        }
    },
    WAITS_FOR_A_PLACE("{bulkhead: {max_concurrent: 1, queue: 1}}", End.OK) {
        @Override
        void script(EngineBench bench) {
            bench.clients.does("f", bench.after(700, OK));
            before(bench);
        }
    },
    IS_KEPT("{cache: {}}", End.OK) {
        @Override
        void script(EngineBench bench) {
            keeps(bench);
        }
    },
    IS_KEPT_FOR_ALL_PROCESSES("{cache: {scope: 'shared'}}", End.OK) {
        @Override
        void script(EngineBench bench) {
            keeps(bench);
        }
    },
    IS_STALE("{cache: {ttl: 'PT1S', stale_if_error: 'PT1H'}}", End.OK) {
        @Override
        void script(EngineBench bench) {
            keeps(bench);
            bench.pass(2_000);
        }
    },
    WAITS_FOR_THE_CALL_OF_ANOTHER("{cache: {}}", End.OK) {
        @Override
        void script(EngineBench bench) {
            bench.clients.does("f", bench.after(700, OK));
            before(bench);
            bench.clients.fails("f", ScriptedFailures.http(500));
        }
    },
    CATCHES("{}", new End(true, "http.500"), ", catch: [{transform: {r: '{% $error.code %}'}}]") {
        @Override
        void script(EngineBench bench) {
            bench.clients.fails("f", ScriptedFailures.http(500));
        }
    },
    CANNOT_TRANSFORM("{transform: '{% 5 %}'}", End.failed("invalid-output")),
    RAISES(End.failed("no-way")) {
        @Override
        String component() {
            return "{name: 'x', type: 'raise', error: {type: 'no-way', status: 409}}";
        }
    };

    private static final Object OK = event("{v: 'ok'}");
    private static final FailureCode TIMEOUT = FailureCode.TIMEOUT;

    private final String function;
    private final boolean completed;
    private final String r;
    private final String more;

    Work(End end) {
        this("{}", end);
    }

    Work(String function, End end) {
        this(function, end, "");
    }

    /**
     * @param function the entry of the interface that the component calls
     * @param more keys of the stage
     */
    Work(String function, End end, String more) {
        this.function = function;
        this.completed = end.completed();
        this.r = end.r();
        this.more = more;
    }

    /** How the component ends where nothing is around it. */
    End end() {
        return new End(completed, r);
    }

    /** Called {@code x}; gives {@code r}. */
    String component() {
        return "{name: 'x', service: 's.f', prepare: {k: 1}, transform: {r: '{% v %}'}" + more + "}";
    }

    /** The service that it calls, which has {@code other} as well. */
    String services() {
        return "{s: {interface: {f: " + function + ", other: {}}}}";
    }

    /** Makes the clients do their part, and lets happen what is to happen before. */
    void script(EngineBench bench) {
        bench.clients.answers("f", OK);
    }

    /** Makes the same call in a run that nobody waits for. */
    final void before(EngineBench bench) {
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', prepare: {k: 1}}").services(services());
        bench.load(plan).run(Map.of(), RunOptions.NONE, outcomes -> {});
    }

    /** Only the first call succeeds. */
    final void keeps(EngineBench bench) {
        bench.clients.answers("f", OK);
        before(bench);
        bench.clients.fails("f", ScriptedFailures.http(503));
    }
}
