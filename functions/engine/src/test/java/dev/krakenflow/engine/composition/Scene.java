package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where in a pipeline a part stands, and how the pipeline is called. */
enum Scene {
    ALONE,
    IN_A_SWITCH {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan(
                    "{type: 'switch', condition: 'b', branches: {b: 1, c: 2}}", "X", "{transform: {after: 1}}");
        }
    },
    IN_A_LOOP {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan(
                    "X",
                    "{transform: {again: '{% $exists(again) %}'}}",
                    "{type: 'goto', to: 0, condition: '{% again = false %}'}");
        }
    },
    BEHIND_A_COMPOSER {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan("{type: 'composer', events: '{% [$] %}'}", "X");
        }
    },
    BEHIND_A_COMPOSER_WITH_A_MEMO {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan("{name: 'c', type: 'composer', memo: 0, newMemo: 1, events: '{% [$] %}'}", "X");
        }

        @Override
        void check(EngineBench bench, Part part) {
            assertThat(bench.memos.memo("c", null)).isEqualTo(1);
        }
    },
    AMONG_THE_COMPONENTS_OF_A_CATCH {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan(BAD.replace("}}", "}, catch: [{components: [1, 2]}]}"), "X");
        }
    },
    BEHIND_A_CATCH_WITH_A_GOTO {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan(BAD.replace("}}", "}, catch: [{goto: 2}]}"), "{type: 'dead-end'}", "X");
        }
    },
    IN_ON_ERROR {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan(BAD).onError(part.component());
        }
    },
    WITH_ON_ERROR {
        @Override
        ScriptedPlan plan(Part part) {
            return super.plan(part).onError("{transform: {r: '{% $error.code %}'}}");
        }

        @Override
        End end(Part part) {
            return part.end().caught();
        }
    },
    IN_FINALLY {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan("{transform: {r: 'first'}}").lastly(Duration.ofSeconds(4), part.component());
        }

        @Override
        End end(Part part) {
            return new End(true, "first");
        }

        @Override
        void check(EngineBench bench, Part part) {
            End end = part.end().timed();
            assertThat(bench.log.inFinally)
                    .extracting(it -> it.code())
                    .isEqualTo(end.completed() ? List.of() : List.of(end.r()));
        }
    },
    WITH_FINALLY {
        @Override
        ScriptedPlan plan(Part part) {
            return super.plan(part).lastly("{service: 's.other', prepare: {last: '{% $error.code %}'}}");
        }

        @Override
        void check(EngineBench bench, Part part) {
            assertThat(bench.clients.calls)
                    .contains(
                            part.end().completed()
                                    ? Map.of()
                                    : Map.of("last", part.end().r()));
        }
    },
    WITH_SOMETHING_TO_UNDO {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan("{name: 'done', compensate: {service: 's.other', prepare: {undo: 1}}}", "X");
        }

        @Override
        void check(EngineBench bench, Part part) {
            boolean failed = !part.end().completed();
            assertThat(bench.clients.calls.stream().filter(event("{undo: 1}")::equals))
                    .hasSize(failed ? 1 : 0);
            if (failed) {
                assertThat(EngineBench.failed(bench.outcomes.get(0)).members())
                        .containsEntry("compensated", List.of("done"));
            }
        }
    },
    ONE_OF_A_LIST {
        @Override
        ScriptedPlan plan(Part part) {
            return part.plan("{type: 'done', condition: '{% done %}'}", "X").concurrency(1);
        }

        @Override
        void start(EngineBench bench, ScriptedPlan plan) {
            List<Object> events = List.of(event("{done: true}"), event("{}"), event("{done: true, last: 1}"));
            bench.load(plan).call(events, RunOptions.NONE).subscribe().with(all -> {
                assertThat(EngineBench.results(all.get(0))).isEqualTo(events.subList(0, 1));
                assertThat(EngineBench.results(all.get(2))).isEqualTo(events.subList(2, 3));
                bench.outcomes.addAll(all.get(1));
            });
        }
    },
    IDEMPOTENT {
        @Override
        ScriptedPlan plan(Part part) {
            return super.plan(part).idempotency("{key: 1}");
        }

        @Override
        void check(EngineBench bench, Part part) {
            boolean kept = part.end().completed() || part.end().r().equals("no-way");
            assertThat(bench.claims.asked).containsExactly("claim", kept ? "finish" : "release");
            if (kept) {
                List<Object> first = EngineBench.results(bench.outcomes);
                int calls = bench.clients.calls.size();
                List<Outcome> again = new ArrayList<>();
                bench.load(plan(part)).run(Map.of(), RunOptions.NONE, again::addAll);
                assertThat(again).allMatch(Outcome::replayed);
                assertThat(EngineBench.results(again)).isEqualTo(first);
                assertThat(bench.clients.calls).hasSize(calls);
            }
        }
    },
    DEBUGGED {
        @Override
        void start(EngineBench bench, ScriptedPlan plan) {
            bench.start(plan.build(), Map.of(), new RunOptions(true, Long.MAX_VALUE, Map.of(), null));
        }

        @Override
        void check(EngineBench bench, Part part) {
            List<Map<String, Object>> history = bench.outcomes.get(0).history();
            assertThat(history).isNotEmpty().allMatch(entry -> entry.containsKey("duration"));
            assertThat(history.toString()).contains("component=x");
        }
    };

    private static final String BAD = "{name: 'bad', transform: {x: '{% 1 + \\\"a\\\" %}'}}";

    ScriptedPlan plan(Part part) {
        return part.plan("X");
    }

    /** How a run ends that begins with {@link #start}. */
    End end(Part part) {
        return part.end();
    }

    /** Starts a run. */
    void start(EngineBench bench, ScriptedPlan plan) {
        bench.start(plan, "{}");
    }

    /** What else holds after the run. */
    void check(EngineBench bench, Part part) {}
}
