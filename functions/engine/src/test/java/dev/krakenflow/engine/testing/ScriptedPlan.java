package dev.krakenflow.engine.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Idempotency;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Memo;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.PluggedPipeline;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans written as text: a list of components as in definitions, but flat. {@code next}, {@code to} and the branches of
 * a switch are indices; {@code next} is the one behind unless given. A service function is {@code "service.function"}. A
 * composer's {@code events} and {@code newMemo} are the members of {@code compose}; {@code leased} is the compiler's. The
 * branches of a parallel and the {@code components} of a map have indices of their own.
 */
public final class ScriptedPlan {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private final List<Component> components = new ArrayList<>();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, PluggedPipeline> plugged = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> helpers = new LinkedHashMap<>();
    private final List<HttpTrigger> triggers = new ArrayList<>();
    private Limits limits = Limits.DEFAULT;
    private @Nullable JsonNode input;
    private @Nullable JsonNode output;
    private @Nullable Idempotency idempotency;
    private Handlers handlers = Handlers.NONE;

    private ScriptedPlan() {}

    /** A pipeline called {@code pipe}; components are objects in JSON, single quotes allowed. */
    public static ScriptedPlan of(String... texts) {
        ScriptedPlan plan = new ScriptedPlan();
        for (int i = 0; i < texts.length; i++) {
            plan.components.add(component((ObjectNode) json(texts[i]), i, i + 1 == texts.length));
        }
        return plan;
    }

    /** JSON, with single quotes allowed. */
    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A JSON object, with single quotes allowed. */
    public static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }

    public ScriptedPlan limits(Limits bounds) {
        limits = bounds;
        return this;
    }

    public ScriptedPlan timeout(Duration timeout) {
        return limits(new Limits(
                timeout, limits.concurrency(), limits.maxHops(), limits.maxComponents(), limits.maxEvents()));
    }

    public ScriptedPlan concurrency(int events) {
        return limits(
                new Limits(limits.timeout(), events, limits.maxHops(), limits.maxComponents(), limits.maxEvents()));
    }

    public ScriptedPlan input(String schema) {
        input = json(schema);
        return this;
    }

    public ScriptedPlan output(String schema) {
        output = json(schema);
        return this;
    }

    /** What it does when a component fails; indices of their own. */
    public ScriptedPlan onError(String... texts) {
        Program program = new Program(of(texts).components);
        handlers = new Handlers(program, handlers.lastly(), handlers.finallyTimeout());
        return this;
    }

    /** What it does at last; indices of their own. */
    public ScriptedPlan lastly(String... texts) {
        return lastly(Handlers.DEFAULT_FINALLY_TIMEOUT, texts);
    }

    public ScriptedPlan lastly(Duration timeout, String... texts) {
        handlers = new Handlers(handlers.onError(), new Program(of(texts).components), timeout);
        return this;
    }

    /** A pipeline that this one, or one that it plugs, plugs. */
    public ScriptedPlan plugs(String name, ScriptedPlan other) {
        plugged.put(
                name,
                new PluggedPipeline(
                        new Program(other.components),
                        other.input,
                        other.output,
                        other.limits.timeout(),
                        other.handlers));
        services.putAll(other.services);
        return this;
    }

    /** A helper library with one function. */
    public ScriptedPlan helper(String library, String function, String source) {
        helpers.computeIfAbsent(library, name -> new LinkedHashMap<>()).put(function, source);
        return this;
    }

    /** A trigger with this {@code response}. */
    public ScriptedPlan response(String text) {
        JsonNode json = json(text);
        triggers.add(new HttpTrigger(
                "POST",
                "/",
                List.of(),
                texts(json.path("helpers")),
                json.get("status"),
                json.get("headers"),
                json.get("body")));
        return this;
    }

    /** A started service {@code s} with one function {@code f} of {@link ScriptedClients}. */
    public ScriptedPlan service(String function) {
        return service(service("s", Map.of("f", function(function))));
    }

    /** A started service {@code s} with these functions of {@link ScriptedClients}. */
    public ScriptedPlan functions(String... names) {
        Map<String, ServiceFunction> functions = new LinkedHashMap<>();
        for (String name : names) {
            functions.put(name, function("{}"));
        }
        return service(service("s", functions));
    }

    /**
     * Started services of {@link ScriptedClients} by their names, as in definitions: their policies, and their functions as
     * {@link #function} takes them under {@code interface}.
     */
    public ScriptedPlan services(String text) {
        json(text).properties().forEach(service -> {
            Map<String, ServiceFunction> functions = new LinkedHashMap<>();
            service.getValue()
                    .path("interface")
                    .properties()
                    .forEach(it ->
                            functions.put(it.getKey(), function(it.getValue().toString())));
            service(service(service.getKey(), service.getValue().toString(), functions));
        });
        return this;
    }

    public ScriptedPlan service(Service service) {
        services.put(service.name(), service);
        return this;
    }

    public static Service service(String name, Map<String, ServiceFunction> functions) {
        return new Service(name, Service.State.STARTED, ScriptedClients.MODULE, MAPPER.createObjectNode(), functions);
    }

    /** A started service with policies, as in definitions. */
    public static Service service(String name, String policies, Map<String, ServiceFunction> functions) {
        return new Service(
                name,
                Service.State.STARTED,
                ScriptedClients.MODULE,
                MAPPER.createObjectNode(),
                functions,
                List.of(),
                ScriptedPolicies.calls(json(policies)));
    }

    /** An entry of an interface, as in definitions, but {@code idempotency_key} stands beside {@code call}. */
    public static ServiceFunction function(String text) {
        JsonNode json = json(text);
        Duration timeout = duration(json.get("timeout"));
        return new ServiceFunction(
                json.get("input"),
                json.get("prepare"),
                MAPPER.createObjectNode(),
                json.get("transform"),
                json.get("output"),
                json.get("error"),
                timeout == null ? ServiceFunction.DEFAULT_TIMEOUT : timeout,
                json.get("idempotency_key"),
                ScriptedPolicies.retry(json.get("retry")),
                ScriptedPolicies.calls(json),
                ScriptedPolicies.cache(json.get("cache")));
    }

    /** With {@code key}, and {@code ttl} and {@code helpers} where they are given. */
    public ScriptedPlan idempotency(String text) {
        JsonNode json = json(text);
        Duration ttl = duration(json.get("ttl"));
        idempotency = new Idempotency(
                json.get("key"), ttl == null ? Idempotency.DEFAULT_TTL : ttl, texts(json.path("helpers")));
        return this;
    }

    public Plan build() {
        Program program = new Program(components);
        return new Plan(
                "pipe", program, input, output, limits, triggers, services, plugged, helpers, handlers, idempotency);
    }

    /** A list of components, or one, with indices of their own. */
    static Program program(JsonNode json) {
        List<String> texts = new ArrayList<>();
        (json.isArray() ? json : MAPPER.createArrayNode().add(json)).forEach(it -> texts.add(it.toString()));
        return new Program(of(texts.toArray(String[]::new)).components);
    }

    private static Component component(ObjectNode json, int index, boolean last) {
        Place place =
                new Place(json.path("name").asText("c" + index), "/components/" + index, texts(json.path("helpers")));
        int next = json.path("next").asInt(last ? Program.END : index + 1);
        JsonNode condition = json.get("condition");
        return switch (json.path("type").asText("stage")) {
            case "stage" -> stage(json, place, next);
            case "switch" -> choice(json, place, next);
            case "composer" -> composer(json, place, next);
            case "plug" -> plug(json, place, next);
            case "parallel" -> ScriptedFanOuts.parallel(json, place, next);
            case "map" -> ScriptedFanOuts.mapping(json, place, next);
            case "goto-point" -> new GotoPoint(place, next);
            case "goto" -> new Goto(place, next, condition, json.get("to").asInt());
            case "done" -> new Done(place, next, condition);
            case "dead-end" -> new DeadEnd(place, next);
            case "raise" -> ScriptedCatches.raise(json, place, next);
            case "tbd" -> new Tbd(place, next);
            default -> throw new IllegalArgumentException(json.toString());
        };
    }

    private static Composer composer(ObjectNode json, Place place, int next) {
        return new Composer(
                place,
                next,
                json.get("condition"),
                json.get("prepare"),
                call(json),
                json.get("events"),
                json.get("newMemo"),
                json.has("memo") ? memo(json) : null,
                ScriptedCatches.catches(json));
    }

    private static Memo memo(ObjectNode json) {
        return new Memo(
                json.get("memo"),
                json.get("memo_key"),
                duration(json.get("memo_ttl")),
                Memo.Scope.valueOf(json.path("memo_scope").asText("PIPELINE")),
                json.path("leased").asBoolean());
    }

    private static Plug plug(ObjectNode json, Place place, int next) {
        return new Plug(
                place,
                next,
                json.get("condition"),
                json.get("pipeline").asText(),
                json.get("prepare"),
                json.get("transform"),
                duration(json.get("timeout")),
                ScriptedCatches.catches(json));
    }

    private static Stage stage(ObjectNode json, Place place, int next) {
        return new Stage(
                place,
                next,
                json.get("condition"),
                json.get("prepare"),
                call(json),
                json.get("transform"),
                texts(json.path("remove")),
                duration(json.get("timeout")),
                ScriptedPolicies.retry(json.get("retry")),
                ScriptedCatches.catches(json),
                ScriptedCatches.compensation(json));
    }

    private static Switch choice(ObjectNode json, Place place, int next) {
        Map<String, Integer> branches = new LinkedHashMap<>();
        json.get("branches")
                .fields()
                .forEachRemaining(it -> branches.put(it.getKey(), it.getValue().asInt()));
        return new Switch(place, next, json.get("condition"), json.get("prepare"), branches);
    }

    static @Nullable FunctionCall call(JsonNode json) {
        String[] call = json.path("service").asText().split("\\.");
        return call.length == 2 ? new FunctionCall(call[0], call[1]) : null;
    }

    static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static @Nullable Duration duration(@Nullable JsonNode json) {
        return json == null ? null : Duration.parse(json.asText());
    }
}
