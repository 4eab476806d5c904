package dev.krakenflow.store;

import static java.util.Objects.requireNonNull;

/** Names one definition. */
public record RecordKey(Kind kind, String name) implements Comparable<RecordKey> {

    /** The one table of routes. */
    public static final RecordKey ROUTES = new RecordKey(Kind.ROUTES, "routes");

    public RecordKey {
        requireNonNull(kind);
        requireNonNull(name);
    }

    public static RecordKey service(String name) {
        return new RecordKey(Kind.SERVICES, name);
    }

    public static RecordKey pipeline(String name) {
        return new RecordKey(Kind.PIPELINES, name);
    }

    public static RecordKey helper(String name) {
        return new RecordKey(Kind.HELPERS, name);
    }

    public static RecordKey startArguments(String service) {
        return new RecordKey(Kind.START_ARGUMENTS, service);
    }

    /** @param shape {@code "GET /orders/{}"}, see {@link dev.krakenflow.plan.HttpTrigger#shape} */
    public static RecordKey trigger(String shape) {
        return new RecordKey(Kind.TRIGGERS, shape);
    }

    @Override
    public int compareTo(RecordKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind.word() + "/" + name;
    }
}
