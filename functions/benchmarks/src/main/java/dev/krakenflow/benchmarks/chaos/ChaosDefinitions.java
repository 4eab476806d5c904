package dev.krakenflow.benchmarks.chaos;

import dev.krakenflow.benchmarks.http.Exchange;
import java.util.List;

/** What is called while Redis comes and goes: a pipeline that does not need it, and one with a memory. */
final class ChaosDefinitions {

    /** Needs no Redis once its plan is loaded. */
    static final String PLAIN = "plain";

    /** Has a memo that counts. */
    static final String COUNTED = "counted";

    /** What is to be applied. */
    static final String SET = """
            {"pipelines": [
              {"name": "plain", "triggers": [{"http": {"method": "POST", "path": "/plain-events"}}],
               "components": [{"type": "stage", "name": "double", "transform": {"y": "{% x * 2 %}"}}]},
              {"name": "counted", "components": [{"type": "composer", "name": "counter", "memo": 0,
                "compose": {"events": [{"n": "{% $memo + 1 %}"}], "memo": "{% $memo + 1 %}"}}]}],
             "routes": {"plain-event": "plain"}}""";

    /** An event of the plain pipeline. */
    static final String EVENT = "{\"type\":\"plain-event\",\"x\":4}";

    private static final String ANSWER = "{\"type\":\"plain-event\",\"x\":4,\"y\":8}";

    private ChaosDefinitions() {}

    /** The three ways to call the plain pipeline: by its name, by the type of the event, by its trigger. */
    static List<Exchange> plainCalls() {
        return List.of(call("/pipelines/call/" + PLAIN), call("/call"), call("/plain-events"));
    }

    private static Exchange call(String path) {
        return Exchange.post(path, EVENT, answer -> true);
    }

    /** Whether an answer is that of the plain pipeline. */
    static boolean isAnswer(String body) {
        return body.equals(ANSWER);
    }
}
