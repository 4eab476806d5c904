package dev.krakenflow.client.http.testing.faults;

import static java.util.Objects.requireNonNull;

/**
 * One way to break the rules, or to keep them.
 *
 * @param name what it is called in paths
 * @param outcome what a client should make of it: the code of a failure, or {@link #WELL}
 * @param reply what the server does
 */
public record Fault(String name, String outcome, Reply reply) {

    /** The outcome of what is no fault. */
    public static final String WELL = "well";

    public Fault {
        requireNonNull(name);
        requireNonNull(outcome);
        requireNonNull(reply);
    }

    static Fault well(String name, Reply reply) {
        return new Fault(name, WELL, reply);
    }

    static Fault communication(String name, Reply reply) {
        return new Fault(name, "communication", reply);
    }

    static Fault badResponse(String name, Reply reply) {
        return new Fault(name, "bad-response", reply);
    }

    static Fault timeout(String name, Reply reply) {
        return new Fault(name, "timeout", reply);
    }

    /** Whether a client has to give up by itself. */
    public boolean isEndedByTime() {
        return outcome.equals("timeout");
    }

    boolean isRefusal() {
        return outcome.startsWith("http.4");
    }

    boolean isWell() {
        return outcome.equals(WELL);
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return name;
    }
}
