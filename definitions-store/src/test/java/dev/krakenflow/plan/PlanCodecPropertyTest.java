package dev.krakenflow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanCodecPropertyTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final PlanCodec codec = new PlanCodec();

    @Property(seed = "1", tries = 300)
    void everyPlanIsReadAsItWasWritten(@ForAll("plans") Plan plan) {
        byte[] encoded = codec.encode(plan);

        assertThat(codec.decode(encoded)).isEqualTo(plan);
        assertThat(codec.encode(codec.decode(encoded))).isEqualTo(encoded);
    }

    @Provide
    Arbitrary<Plan> plans() {
        Arbitrary<Map<String, Service>> services = Combinators.combine(names(), services())
                .as((name, service) -> Map.entry(name, service))
                .list()
                .ofMaxSize(3)
                .map(PlanCodecPropertyTest::byName);
        Arbitrary<JsonNode> optional = json().injectNull(0.5);
        Arbitrary<PluggedPipeline> plugged =
                Combinators.combine(programs(), optional, optional, durations()).as(PluggedPipeline::new);
        Arbitrary<Map<String, String>> libraries =
                Arbitraries.maps(names(), names()).ofMaxSize(2);
        return Combinators.combine(
                        Combinators.combine(names(), programs(), optional, optional, limits(), services)
                                .as(Plan::new),
                        triggers().list().ofMaxSize(2),
                        Arbitraries.maps(names(), plugged).ofMaxSize(2),
                        Arbitraries.maps(names(), libraries).ofMaxSize(2))
                .as(PlanCodecPropertyTest::with);
    }

    private static Plan with(
            Plan plan,
            List<HttpTrigger> triggers,
            Map<String, PluggedPipeline> plugged,
            Map<String, Map<String, String>> helpers) {
        return new Plan(
                plan.pipeline(),
                plan.program(),
                plan.input(),
                plan.output(),
                plan.limits(),
                triggers,
                plan.services(),
                plugged,
                helpers);
    }

    private static Arbitrary<HttpTrigger> triggers() {
        Arbitrary<JsonNode> optional = json().injectNull(0.3);
        Arbitrary<List<String>> lists = names().list().ofMaxSize(2);
        return Combinators.combine(names(), names(), lists, lists, optional, optional, optional)
                .as(HttpTrigger::new);
    }

    private static Map<String, Service> byName(List<Map.Entry<String, Service>> entries) {
        Map<String, Service> services = new LinkedHashMap<>();
        entries.forEach(it -> {
            Service service = it.getValue();
            services.put(
                    it.getKey(),
                    new Service(
                            it.getKey(),
                            service.state(),
                            service.module(),
                            service.start(),
                            service.functions(),
                            service.helpers()));
        });
        return services;
    }

    private static Arbitrary<Limits> limits() {
        return Combinators.combine(
                        durations(),
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.longs().between(1, Long.MAX_VALUE),
                        Arbitraries.longs().between(1, Long.MAX_VALUE),
                        Arbitraries.integers().between(1, 1_000_000))
                .as(Limits::new);
    }

    private static Arbitrary<Program> programs() {
        return Arbitraries.integers()
                .between(0, 6)
                .flatMap(size -> components(size).list().ofSize(size).map(Program::new));
    }

    private static Arbitrary<Component> components(int size) {
        Arbitrary<Place> places = Combinators.combine(
                        names(), names(), names().list().ofMaxSize(2))
                .as(Place::new);
        Arbitrary<Integer> indexes = Arbitraries.integers().between(-1, size - 1);
        Arbitrary<JsonNode> optional = json().injectNull(0.3);
        Arbitrary<Component> points = Combinators.combine(places, indexes).as(GotoPoint::new);
        Arbitrary<Component> deadEnds = Combinators.combine(places, indexes).as(DeadEnd::new);
        Arbitrary<Component> placeholders = Combinators.combine(places, indexes).as(Tbd::new);
        Arbitrary<Component> dones =
                Combinators.combine(places, indexes, optional).as(Done::new);
        Arbitrary<Component> jumps =
                Combinators.combine(places, indexes, optional, indexes).as(Goto::new);
        Arbitrary<Component> switches = Combinators.combine(
                        places,
                        indexes,
                        json(),
                        optional,
                        Arbitraries.maps(names(), indexes).ofMaxSize(3))
                .as(Switch::new);
        Arbitrary<Component> stages = Combinators.combine(
                        places,
                        indexes,
                        optional,
                        optional,
                        calls(),
                        optional,
                        names().list().ofMaxSize(3),
                        durations().injectNull(0.5))
                .as(Stage::new);
        Arbitrary<Component> plugs = Combinators.combine(
                        places,
                        indexes,
                        optional,
                        names(),
                        optional,
                        optional,
                        durations().injectNull(0.5))
                .as(Plug::new);
        return Arbitraries.oneOf(List.of(
                points, deadEnds, placeholders, dones, jumps, switches, stages, plugs, composers(places, indexes)));
    }

    private static Arbitrary<Component> composers(Arbitrary<Place> places, Arbitrary<Integer> indexes) {
        Arbitrary<JsonNode> optional = json().injectNull(0.3);
        Arbitrary<Memo> memos = Combinators.combine(
                        json(),
                        optional,
                        durations().injectNull(0.5),
                        Arbitraries.of(Memo.Scope.class),
                        Arbitraries.of(true, false))
                .as(Memo::new);
        return Combinators.combine(
                        places, indexes, optional, optional, calls(), json(), optional, memos.injectNull(0.3))
                .as(Composer::new);
    }

    private static Arbitrary<FunctionCall> calls() {
        return Combinators.combine(names(), names()).as(FunctionCall::new).injectNull(0.3);
    }

    private static Arbitrary<Service> services() {
        Arbitrary<JsonNode> optional = json().injectNull(0.3);
        Arbitrary<ServiceFunction> functions = Combinators.combine(
                        optional, optional, objects(), optional, optional, optional, durations())
                .as(ServiceFunction::new);
        return Combinators.combine(
                        names(),
                        Arbitraries.of(Service.State.class),
                        names(),
                        objects(),
                        Arbitraries.maps(names(), functions).ofMaxSize(3),
                        names().list().ofMaxSize(2))
                .as(Service::new);
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(1, 100_000_000_000_000L).map(Duration::ofNanos);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().all().ofMaxLength(12).filter(PlanCodecPropertyTest::hasWholeCharacters);
    }

    private static boolean hasWholeCharacters(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Arbitrary<ObjectNode> objects() {
        return Arbitraries.maps(names(), json()).ofMaxSize(3).map(members -> {
            ObjectNode object = NODES.objectNode();
            members.forEach(object::set);
            return object;
        });
    }

    private static Arbitrary<JsonNode> json() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.bigIntegers().map(PlanCodecPropertyTest::integer),
                () -> Arbitraries.bigDecimals()
                        .ofScale(3)
                        .map(NODES::numberNode)
                        .map(JsonNode.class::cast),
                () -> Arbitraries.of(true, false).map(NODES::booleanNode),
                () -> Arbitraries.just(NODES.nullNode()),
                () -> names().map(NODES::textNode),
                () -> json().list().ofMaxSize(2).map(PlanCodecPropertyTest::array),
                () -> objects().map(JsonNode.class::cast));
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    private static JsonNode array(List<JsonNode> elements) {
        ArrayNode array = NODES.arrayNode();
        new ArrayList<>(elements).forEach(array::add);
        return array;
    }
}
