package dev.krakenflow.store;

import static dev.krakenflow.store.testing.SamplePlans.definition;
import static dev.krakenflow.store.testing.SamplePlans.mark;
import static dev.krakenflow.store.testing.SamplePlans.plan;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.krakenflow.plan.Plan;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link DefinitionStore} does. An adapter's test extends this and makes an empty store for each test. */
public abstract class DefinitionStoreContract extends VersionsContract {

    private static final RecordKey ORDERS = RecordKey.pipeline("orders");
    private static final RecordKey USERS = RecordKey.service("users");
    private static final RecordKey MAIL = RecordKey.service("mail");

    private static final RecordKey POST_ORDERS = RecordKey.trigger("POST /orders");
    private static final RecordKey GET_ORDER = RecordKey.trigger("GET /orders/{}");

    @Test
    public void anEmptyStoreHasNothing() {
        assertThat(await(store().read(List.of(ORDERS)))).isEmpty();
        assertThat(await(store().names(Kind.PIPELINES))).isEmpty();
        assertThat(await(store().users(List.of(USERS)))).containsExactly(Map.entry(USERS, new Users(Set.of(), 0)));
        LivePlan live = await(store().load("orders"));
        assertThat(live.plan()).isNull();
        assertThat(live.started()).isFalse();
        assertThat(live.position().revision()).isZero();
        await(store().ping());
    }

    @Test
    public void readsWhatWasPut() {
        commit(put(ORDERS, "first", true, 1, USERS, MAIL));
        DefinitionRecord stored = record(ORDERS);
        assertThat(stored)
                .isEqualTo(
                        new DefinitionRecord(ORDERS, definition("orders", "first"), true, 1, Set.of(USERS, MAIL), 1));
    }

    @Test
    public void readsOnlyWhatIsThere() {
        commit(put(ORDERS, "first", false, 1));
        assertThat(await(store().read(List.of(ORDERS, USERS, ORDERS)))).containsOnlyKeys(ORDERS);
    }

    @Test
    public void keepsDefinitionsExactly() {
        JsonNode definition = JsonNodeFactory.instance
                .objectNode()
                .put("text", "käse {% $ %} \u0000 😀")
                .put("decimal", new BigDecimal("0.10"))
                .put("integer", new BigInteger("123456789012345678901234567890"))
                .putNull("nothing");
        commit(new Change.Put(ORDERS, definition, false, 1, Set.of()));
        assertThat(record(ORDERS).definition()).isEqualTo(definition);
    }

    @Test
    public void namesWithForeignCharactersAreKeptApart() {
        List<String> names = List.of("A", "a", "a b", "a!", "a%20b", "a+b", "a.b", "a:b", "ä", "😀");
        names.forEach(name -> commit(put(RecordKey.pipeline(name), name, false, 1, RecordKey.service(name))));
        assertThat(await(store().names(Kind.PIPELINES)))
                .isEqualTo(names.stream().sorted().toList());
        for (String name : names) {
            assertThat(record(RecordKey.pipeline(name))
                            .definition()
                            .path("mark")
                            .textValue())
                    .isEqualTo(name);
            assertThat(users(RecordKey.service(name)).names()).containsExactly(RecordKey.pipeline(name));
        }
    }

    @Test
    public void namesAreSortedAndOfOneKind() {
        commit(put(RecordKey.service("b"), "", false, 1));
        commit(put(RecordKey.service("a"), "", false, 1));
        commit(put(RecordKey.pipeline("c"), "", false, 1));
        commit(put(RecordKey.helper("d"), "", true, 1));
        assertThat(await(store().names(Kind.SERVICES))).containsExactly("a", "b");
        assertThat(await(store().names(Kind.PIPELINES))).containsExactly("c");
        assertThat(await(store().names(Kind.HELPERS))).containsExactly("d");
    }

    @Test
    public void eachCommitRaisesTheRevisionByOne() {
        assertThat(commit(put(ORDERS, "first", false, 1))).isEqualTo(new Commit.Committed(1));
        assertThat(commit(put(USERS, "first", false, 1))).isEqualTo(new Commit.Committed(2));
        assertThat(commit(new Change(Map.of(), Map.of(), List.of(), List.of(), Map.of())))
                .isEqualTo(new Commit.Committed(3));
        assertThat(record(ORDERS).revision()).isEqualTo(1);
        assertThat(record(USERS).revision()).isEqualTo(2);
        assertThat(position().revision()).isEqualTo(3);
    }

    @Test
    public void puttingTheSameAgainIsFine() {
        commit(putWithPlan(ORDERS, "first", true, 1));
        commit(putWithPlan(ORDERS, "first", true, 1));
        assertThat(record(ORDERS).definition()).isEqualTo(definition("orders", "first"));
        assertThat(record(ORDERS).revision()).isEqualTo(2);
        assertThat(mark(live("orders"))).isEqualTo("first");
    }

    @Test
    public void aPlanIsLiveWithTheStatusOfItsRecord() {
        commit(putWithPlan(ORDERS, "first", true, 7));
        LivePlan live = await(store().load("orders"));
        assertThat(live.plan()).isEqualTo(plan("orders", "first"));
        assertThat(live.started()).isTrue();
        assertThat(live.version()).isEqualTo(7);
        assertThat(live.position()).isEqualTo(position());
    }

    @Test
    public void aPutWithoutAPlanChangesTheStatusOnly() {
        commit(putWithPlan(ORDERS, "first", false, 1));
        commit(put(ORDERS, "first", true, 1));
        LivePlan live = await(store().load("orders"));
        assertThat(live.started()).isTrue();
        assertThat(live.plan()).isEqualTo(plan("orders", "first"));
    }

    @Test
    public void aPlanWithoutAPutRelinks() {
        commit(putWithPlan(ORDERS, "first", true, 3));
        long revision = record(ORDERS).revision();
        commit(relink("orders", "second"));
        LivePlan live = await(store().load("orders"));
        assertThat(mark(live.plan())).isEqualTo("second");
        assertThat(live.started()).isTrue();
        assertThat(live.version()).isEqualTo(3);
        assertThat(record(ORDERS).revision()).isEqualTo(revision);
    }

    @Test
    public void aPlanOfAPipelineThatIsNotDefinedIsNotKept() {
        commit(relink("orders", "lost"));
        assertThat(await(store().load("orders")).plan()).isNull();
        commit(put(ORDERS, "first", true, 1));
        assertThat(await(store().load("orders")).plan()).isNull();
    }

    @Test
    public void deletingForgetsRecordPlanAndUsers() {
        commit(putWithPlan(ORDERS, "first", true, 1, USERS));
        commit(delete(ORDERS));
        assertThat(await(store().read(List.of(ORDERS)))).isEmpty();
        assertThat(await(store().names(Kind.PIPELINES))).isEmpty();
        assertThat(await(store().load("orders")).plan()).isNull();
        assertThat(await(store().load("orders")).started()).isFalse();
        assertThat(users(USERS)).isEqualTo(new Users(Set.of(), 2));
    }

    @Test
    public void deletingWhatIsNotThereIsNoError() {
        assertThat(commit(delete(ORDERS))).isEqualTo(new Commit.Committed(1));
        assertThat(await(store().changesSince(new Position(position().epoch(), 0)))
                        .pipelines())
                .isEmpty();
    }

    @Test
    public void usersFollowFromPuts() {
        commit(put(ORDERS, "first", false, 1, USERS, MAIL));
        commit(put(RecordKey.pipeline("bills"), "first", false, 1, MAIL));
        commit(put(ORDERS, "second", false, 2, USERS));
        assertThat(users(USERS)).isEqualTo(new Users(Set.of(ORDERS), 1));
        assertThat(users(MAIL)).isEqualTo(new Users(Set.of(RecordKey.pipeline("bills")), 3));
    }

    @Test
    public void usersKeepTheirRevisionWhenNothingChanges() {
        commit(put(ORDERS, "first", false, 1, USERS));
        commit(put(ORDERS, "second", false, 2, USERS));
        assertThat(users(USERS).revision()).isEqualTo(1);
    }

    @Test
    public void aNameThatBeginsWithAnotherHasItsOwnUsers() {
        RecordKey longer = RecordKey.service("users-of-mail");
        commit(put(ORDERS, "first", false, 1, longer));
        assertThat(users(USERS).names()).isEmpty();
        assertThat(users(longer).names()).containsExactly(ORDERS);
    }

    @Test
    public void refusesWhenARecordChangedSince() {
        commit(put(ORDERS, "first", false, 1));
        commit(put(ORDERS, "second", false, 2));
        assertThat(commit(expecting(Map.of(ORDERS, 1L), Map.of(), putWithPlan(ORDERS, "third", true, 3, USERS))))
                .isEqualTo(new Commit.Refused(Set.of(ORDERS)));
        assertThat(record(ORDERS).definition()).isEqualTo(definition("orders", "second"));
        assertThat(await(store().load("orders")).plan()).isNull();
        assertThat(users(USERS).names()).isEmpty();
        assertThat(position().revision()).isEqualTo(2);
    }

    @Test
    public void refusesWhenARecordCameOrWentSince() {
        commit(put(ORDERS, "first", false, 1));
        commit(put(USERS, "first", false, 1));
        commit(delete(USERS));
        assertThat(commit(expecting(Map.of(ORDERS, 0L, USERS, 2L, MAIL, 0L), Map.of(), put(MAIL, "", false, 1))))
                .isEqualTo(new Commit.Refused(Set.of(ORDERS, USERS)));
    }

    @Test
    public void refusesWhenTheUsersChangedSince() {
        commit(put(ORDERS, "first", false, 1, USERS));
        assertThat(commit(expecting(Map.of(), Map.of(USERS, 0L, MAIL, 0L), put(MAIL, "", false, 1))))
                .isEqualTo(new Commit.Refused(Set.of(USERS)));
    }

    @Test
    public void commitsWhenEverythingIsAsExpected() {
        commit(put(ORDERS, "first", false, 1, USERS));
        assertThat(commit(expecting(
                        Map.of(ORDERS, 1L, MAIL, 0L), Map.of(USERS, 1L, MAIL, 0L), put(ORDERS, "second", false, 2))))
                .isEqualTo(new Commit.Committed(2));
    }

    @Test
    public void aCommitCanBeSubscribedAgain() {
        Uni<Commit> commit = store().commit(putWithPlan(ORDERS, "first", true, 1));
        assertThat(await(commit)).isEqualTo(new Commit.Committed(1));
        assertThat(await(commit)).isEqualTo(new Commit.Committed(2));
        assertThat(mark(live("orders"))).isEqualTo("first");
    }

    @Test
    public void nothingHappensBeforeSubscription() {
        store().commit(putWithPlan(ORDERS, "first", true, 1));
        assertThat(position().revision()).isZero();
    }

    @Test
    public void tellsThePipelinesThatChangedSince() {
        commit(putWithPlan(ORDERS, "first", true, 1));
        commit(putWithPlan(RecordKey.pipeline("bills"), "first", true, 1));
        Position before = position();
        commit(put(USERS, "first", true, 1));
        commit(relink("orders", "second"));
        PipelineChanges changes = await(store().changesSince(before));
        assertThat(changes.everything()).isFalse();
        assertThat(changes.pipelines()).containsExactly("orders");
        assertThat(changes.position()).isEqualTo(position());
        assertThat(await(store().changesSince(changes.position())).pipelines()).isEmpty();
    }

    @Test
    public void aDeletedPipelineAndAStoppedOneHaveChanged() {
        commit(putWithPlan(ORDERS, "first", true, 1));
        commit(putWithPlan(RecordKey.pipeline("bills"), "first", true, 1));
        Position before = position();
        commit(put(ORDERS, "first", false, 1));
        commit(delete(RecordKey.pipeline("bills")));
        assertThat(await(store().changesSince(before)).pipelines()).containsExactlyInAnyOrder("orders", "bills");
    }

    @Test
    public void anotherEpochOrALaterRevisionMeansEverything() {
        commit(putWithPlan(ORDERS, "first", true, 1));
        Position now = position();
        assertThat(await(store().changesSince(new Position("another", 1))).everything())
                .isTrue();
        assertThat(await(store().changesSince(new Position(now.epoch(), 2))).everything())
                .isTrue();
        assertThat(await(store().changesSince(now)).everything()).isFalse();
    }

    @Test
    public void anEmptyStoreRoutesNothing() {
        assertThat(await(store().routing())).isEqualTo(new Routing(position(), Map.of(), Map.of()));
    }

    @Test
    public void routesAreOneRecord() {
        commit(putRoutes("order", "orders"));
        Routing routing = await(store().routing());
        assertThat(routing.routes()).containsExactly(Map.entry("order", "orders"));
        assertThat(routing.position()).isEqualTo(position());
        assertThat(record(RecordKey.ROUTES).uses()).containsExactly(ORDERS);
        assertThat(await(store().names(Kind.ROUTES))).containsExactly("routes");
        commit(delete(RecordKey.ROUTES));
        assertThat(await(store().routing()).routes()).isEmpty();
    }

    @Test
    public void triggersAreTheUsesOfPipelines() {
        commit(put(ORDERS, "first", true, 1, POST_ORDERS, GET_ORDER, USERS));
        commit(put(RecordKey.pipeline("bills"), "first", false, 1, RecordKey.trigger("GET /bills")));
        commit(put(ORDERS, "second", true, 2, POST_ORDERS, USERS));
        assertThat(await(store().routing()).triggers())
                .containsOnly(Map.entry("POST /orders", "orders"), Map.entry("GET /bills", "bills"));
        commit(delete(ORDERS));
        assertThat(await(store().routing()).triggers()).containsOnly(Map.entry("GET /bills", "bills"));
    }

    @Test
    public void nothingIsDefinedUnderATrigger() {
        assertThatThrownBy(() -> put(POST_ORDERS, "first", true, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(await(store().read(List.of(POST_ORDERS)))).isEmpty();
        assertThat(commit(expecting(Map.of(POST_ORDERS, 0L), Map.of(), put(USERS, "", true, 1))))
                .isInstanceOf(Commit.Committed.class);
    }

    @Test
    public void onlyOneOfTwoPipelinesGetsATrigger() {
        Change.Put first = put(ORDERS, "first", true, 1, POST_ORDERS);
        Change.Put second = put(RecordKey.pipeline("bills"), "first", true, 1, POST_ORDERS);
        Map<RecordKey, Long> free = Map.of(POST_ORDERS, users(POST_ORDERS).revision());
        List<Commit> commits = await(Uni.join()
                .all(
                        store().commit(expecting(Map.of(), free, first)),
                        store().commit(expecting(Map.of(), free, second)))
                .andFailFast());
        assertThat(commits).containsExactlyInAnyOrder(new Commit.Committed(1), new Commit.Refused(Set.of(POST_ORDERS)));
        assertThat(await(store().routing()).triggers()).hasSize(1);
        assertThat(users(POST_ORDERS).names()).hasSize(1);
    }

    @Test
    public void tellsThatRoutesChangedSince() {
        assertThat(routingChanges(putRoutes("order", "orders"))).isTrue();
        assertThat(routingChanges(putRoutes("order", "bills"))).isTrue();
        assertThat(routingChanges(putRoutes("order", "bills"))).isFalse();
        assertThat(routingChanges(delete(RecordKey.ROUTES))).isTrue();
        assertThat(routingChanges(delete(RecordKey.ROUTES))).isFalse();
    }

    @Test
    public void tellsThatTriggersChangedSince() {
        assertThat(routingChanges(putWithPlan(ORDERS, "first", true, 1, POST_ORDERS)))
                .isTrue();
        assertThat(routingChanges(putWithPlan(ORDERS, "second", true, 2, POST_ORDERS, USERS)))
                .isFalse();
        assertThat(routingChanges(putWithPlan(ORDERS, "second", false, 2, POST_ORDERS, USERS)))
                .isFalse();
        assertThat(routingChanges(relink("orders", "third"))).isFalse();
        assertThat(routingChanges(putWithPlan(ORDERS, "second", false, 3, GET_ORDER)))
                .isTrue();
        assertThat(routingChanges(delete(ORDERS))).isTrue();
    }

    @Test
    public void whatHasNoTriggersChangesNoRouting() {
        assertThat(routingChanges(putWithPlan(ORDERS, "first", true, 1, USERS))).isFalse();
        assertThat(routingChanges(change(put(USERS, "first", true, 1, RecordKey.helper("triggers")))))
                .isFalse();
        assertThat(routingChanges(delete(ORDERS))).isFalse();
    }

    @Test
    public void whoKnowsNothingLoadsRoutingToo() {
        commit(put(USERS, "first", true, 1));
        assertThat(await(store().changesSince(new Position("another", 1))).routing())
                .isTrue();
    }

    @Test
    public void manyThingsInOneChange() {
        List<String> names = IntStream.range(0, 1_200).mapToObj(i -> "p" + i).toList();
        commit(new Change(
                Map.of(),
                Map.of(),
                names.stream()
                        .map(name ->
                                new Change.Put(RecordKey.pipeline(name), definition(name, "m"), true, 1, Set.of(USERS)))
                        .toList(),
                List.of(),
                names.stream().collect(toMap(name -> name, name -> plan(name, "m")))));
        List<RecordKey> keys = names.stream().map(RecordKey::pipeline).toList();
        assertThat(await(store().read(keys))).hasSize(1_200);
        assertThat(users(USERS).names()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(await(store().changesSince(new Position(position().epoch(), 0)))
                        .pipelines())
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(mark(live("p1199"))).isEqualTo("m");
    }

    @Test
    public void keepsWhatAServiceWasStartedWithBesideIt() {
        RecordKey arguments = RecordKey.startArguments("users");
        commit(put(USERS, "service", true, 1));
        commit(put(arguments, "arguments", true, 1));
        assertThat(await(store().read(List.of(USERS, arguments)))).containsOnlyKeys(USERS, arguments);
        assertThat(await(store().names(Kind.SERVICES))).containsExactly("users");
        Map<RecordKey, Long> old = Map.of(arguments, 0L);
        assertThat(commit(expecting(old, Map.of(), delete(arguments)))).isInstanceOf(Commit.Refused.class);
        commit(delete(arguments));
        assertThat(await(store().read(List.of(USERS, arguments)))).containsOnlyKeys(USERS);
    }

    protected final Commit commit(Change change) {
        return await(store().commit(change));
    }

    protected final Commit commit(Change.Put put) {
        return commit(change(put));
    }

    protected final DefinitionRecord record(RecordKey key) {
        return await(store().read(List.of(key))).get(key);
    }

    protected final Position position() {
        return await(store().load("none")).position();
    }

    protected static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private boolean routingChanges(Change change) {
        commit(put(RecordKey.service("something-else"), "", true, 1));
        Position before = position();
        commit(change);
        PipelineChanges changes = await(store().changesSince(before));
        assertThat(changes.everything()).isFalse();
        assertThat(changes.pipelines()).doesNotContain("routes");
        return changes.routing();
    }

    private static Change putRoutes(String type, String pipeline) {
        JsonNode routes = JsonNodeFactory.instance.objectNode().put(type, pipeline);
        return change(new Change.Put(RecordKey.ROUTES, routes, true, 1, Set.of(RecordKey.pipeline(pipeline))));
    }

    private Users users(RecordKey key) {
        return await(store().users(List.of(key))).get(key);
    }

    private Plan live(String pipeline) {
        return await(store().load(pipeline)).plan();
    }

    protected static Change.Put put(RecordKey key, String mark, boolean started, long version, RecordKey... uses) {
        return new Change.Put(key, definition(key.name(), mark), started, version, Set.of(uses));
    }

    protected static Change change(Change.Put put) {
        return new Change(Map.of(), Map.of(), List.of(put), List.of(), Map.of());
    }

    protected static Change putWithPlan(RecordKey key, String mark, boolean started, long version, RecordKey... uses) {
        return new Change(
                Map.of(),
                Map.of(),
                List.of(put(key, mark, started, version, uses)),
                List.of(),
                Map.of(key.name(), plan(key.name(), mark)));
    }

    protected static Change relink(String pipeline, String mark) {
        return new Change(Map.of(), Map.of(), List.of(), List.of(), Map.of(pipeline, plan(pipeline, mark)));
    }

    protected static Change delete(RecordKey key) {
        return new Change(Map.of(), Map.of(), List.of(), List.of(key), Map.of());
    }

    private static Change expecting(Map<RecordKey, Long> records, Map<RecordKey, Long> users, Change.Put put) {
        return expecting(records, users, change(put));
    }

    private static Change expecting(Map<RecordKey, Long> records, Map<RecordKey, Long> users, Change change) {
        return new Change(records, users, change.puts(), change.deletes(), change.plans());
    }
}
