package dev.krakenflow.store;

import static dev.krakenflow.store.testing.SamplePlans.definition;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link DefinitionStore} does with versions; a part of {@link DefinitionStoreContract}. */
public abstract class VersionsContract {

    private static final RecordKey ORDERS = RecordKey.pipeline("orders of ä:b");

    /** The empty store of this test; the same one on each call. */
    protected abstract DefinitionStore store();

    @Test
    public void whatIsNotDefinedHasNoVersions() {
        assertThat(versions(ORDERS)).isEmpty();
    }

    @Test
    public void versionsAreKeptOldestFirst() {
        put(ORDERS, 1, "first");
        put(ORDERS, 2, "second");
        put(ORDERS, 3, "third");
        assertThat(versions(ORDERS)).extracting(DefinitionVersion::version).containsExactly(1L, 2L, 3L);
        assertThat(marks(ORDERS)).containsExactly("first", "second", "third");
    }

    @Test
    public void aVersionTellsWhenItWasWritten() {
        put(ORDERS, 1, "first");
        assertThat(versions(ORDERS).get(0).definedAt())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(versions(ORDERS).get(0).definedAt().getNano()).isZero();
    }

    @Test
    public void onlyTheNewestAreKept() {
        for (int version = 1; version <= 45; version++) {
            put(ORDERS, version, "mark-" + version);
        }
        assertThat(versions(ORDERS))
                .extracting(DefinitionVersion::version)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(26, 45).boxed().toList());
        assertThat(marks(ORDERS)).startsWith("mark-26").endsWith("mark-45");
    }

    @Test
    public void anotherDefinitionOfTheSameVersionReplacesIt() {
        put(ORDERS, 1, "first");
        put(ORDERS, 2, "second");
        put(ORDERS, 2, "corrected");
        assertThat(marks(ORDERS)).containsExactly("first", "corrected");
        put(ORDERS, 3, "third");
        assertThat(marks(ORDERS)).containsExactly("first", "corrected", "third");
    }

    @Test
    public void anotherStatusIsNoVersion() {
        put(ORDERS, 1, "first");
        commit(new Change.Put(ORDERS, definition("orders", "first"), true, 1, Set.of()));
        assertThat(marks(ORDERS)).containsExactly("first");
    }

    @Test
    public void theSameDefinitionCanBeSeveralVersions() {
        put(ORDERS, 1, "first");
        put(ORDERS, 2, "first");
        put(ORDERS, 3, "second");
        put(ORDERS, 4, "first");
        assertThat(marks(ORDERS)).containsExactly("first", "first", "second", "first");
    }

    @Test
    public void deletingForgetsTheVersions() {
        put(ORDERS, 1, "first");
        put(ORDERS, 2, "second");
        await(store().commit(new Change(Map.of(), Map.of(), List.of(), List.of(ORDERS), Map.of())));
        assertThat(versions(ORDERS)).isEmpty();
        put(ORDERS, 1, "another");
        assertThat(marks(ORDERS)).containsExactly("another");
    }

    @Test
    public void aRefusedChangeAddsNoVersion() {
        put(ORDERS, 1, "first");
        Change.Put second = new Change.Put(ORDERS, definition("orders", "second"), false, 2, Set.of());
        Change change = new Change(Map.of(ORDERS, 7L), Map.of(), List.of(second), List.of(), Map.of());
        assertThat(await(store().commit(change))).isInstanceOf(Commit.Refused.class);
        assertThat(marks(ORDERS)).containsExactly("first");
    }

    @Test
    public void servicesAndHelpersHaveVersionsOfTheirOwn() {
        RecordKey service = RecordKey.service("orders");
        RecordKey helper = RecordKey.helper("orders");
        put(service, 1, "service");
        put(helper, 1, "helper");
        put(service, 2, "changed");
        assertThat(marks(service)).containsExactly("service", "changed");
        assertThat(marks(helper)).containsExactly("helper");
        assertThat(versions(RecordKey.pipeline("orders"))).isEmpty();
    }

    @Test
    public void routesAndStartArgumentsHaveNone() {
        JsonNode routes = JsonNodeFactory.instance.objectNode().put("order", "orders");
        commit(new Change.Put(RecordKey.ROUTES, routes, true, 1, Set.of()));
        put(RecordKey.startArguments("users"), 1, "arguments");
        assertThat(versions(RecordKey.ROUTES)).isEmpty();
        assertThat(versions(RecordKey.startArguments("users"))).isEmpty();
    }

    private void put(RecordKey key, long version, String mark) {
        commit(new Change.Put(key, definition("orders", mark), false, version, Set.of()));
    }

    private void commit(Change.Put put) {
        Change change = new Change(Map.of(), Map.of(), List.of(put), List.of(), Map.of());
        assertThat(await(store().commit(change))).isInstanceOf(Commit.Committed.class);
    }

    private List<DefinitionVersion> versions(RecordKey key) {
        return await(store().versions(key));
    }

    private List<String> marks(RecordKey key) {
        return versions(key).stream()
                .map(it -> it.definition().path("mark").textValue())
                .toList();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
