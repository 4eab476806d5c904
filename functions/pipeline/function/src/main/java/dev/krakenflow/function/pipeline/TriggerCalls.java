package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunException;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.TriggerResponse;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.Request;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls pipelines by their HTTP triggers. Thread-safe. */
final class TriggerCalls {

    /** Statuses that never have a body. */
    private static final Set<Integer> EMPTY = Set.of(204, 205, 304);

    private static final String CONTENT_TYPE = "content-type";

    private final RoutedPlans plans;
    private final Runs runs;
    private final CallReader reader;

    TriggerCalls(RoutedPlans plans, Runs runs, CallReader reader) {
        this.plans = plans;
        this.runs = runs;
        this.reader = reader;
    }

    /**
     * Calls the pipeline that claims the address of a request.
     *
     * @param table the routing that has the claim
     * @param segments of the address, decoded
     */
    Uni<Answer> call(TriggerClaim claim, RoutingTable table, List<String> segments, Request request) {
        Object event = request.body().length == 0 ? Map.of() : JsonBody.read(request.headers(), request.body());
        return plans.find(claim, table, request.method(), segments)
                .chain(claimed -> Ending.once(call(claimed, segments, event, request), claimed.shared()::release));
    }

    private Uni<Answer> call(ClaimedPlan claimed, List<String> segments, Object event, Request request) {
        return Uni.createFrom().deferred(() -> {
            PlanTrigger trigger = claimed.trigger();
            PlanRunner runner = claimed.shared().runner();
            Map<String, Object> context = CallTrigger.of(request, trigger.values(segments), trigger.headers());
            RunOptions options = runs.options(reader.readTriggered(request, event, context));
            return event instanceof List<?> events
                    ? runs.ofList(runner, events, options)
                    : runs.ofOne(runner, event, options)
                            .map(outcomes -> answer(runner, trigger.index(), outcomes, options));
        });
    }

    /** What is not exactly one result is answered as that of any call, without a history. */
    private static Answer answer(PlanRunner runner, int trigger, List<Outcome> outcomes, RunOptions options) {
        Outcome.Completed result = onlyResult(outcomes);
        if (result == null) {
            return Results.ofOne(outcomes, false);
        }
        try {
            return Results.replayed(answer(runner.response(trigger, result.event(), options)), result.replayed());
        } catch (RunException failed) {
            return Results.ofOne(List.of(new Outcome.Failed(failed.failure(), result.history())), false);
        }
    }

    private static Outcome.@Nullable Completed onlyResult(List<Outcome> outcomes) {
        List<Outcome> left = outcomes.stream()
                .filter(outcome -> !(outcome instanceof Outcome.Ended))
                .toList();
        return left.size() == 1 && left.get(0) instanceof Outcome.Completed completed ? completed : null;
    }

    private static Answer answer(TriggerResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        if (response.body() == null || EMPTY.contains(response.status())) {
            return new Answer(response.status(), headers, null);
        }
        headers.putIfAbsent(CONTENT_TYPE, "application/json");
        return new Answer(response.status(), headers, response.body());
    }
}
