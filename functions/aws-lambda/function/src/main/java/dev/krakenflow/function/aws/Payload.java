package dev.krakenflow.function.aws;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an invocation brings, by the kind of its trigger; JSON values of {@code dev.krakenflow.json}. */
public sealed interface Payload {

    /** A request of an HTTP API of API Gateway or of a function URL, payload format 2.0. */
    record Http(Map<?, ?> request) implements Payload {
        public Http {
            requireNonNull(request);
        }
    }

    /** Messages of an SQS queue. */
    record Messages(List<?> records) implements Payload {
        public Messages {
            records = List.copyOf(records);
        }
    }

    /** Notifications of SNS topics. */
    record Notifications(List<?> records) implements Payload {
        public Notifications {
            records = List.copyOf(records);
        }
    }

    /** An event of EventBridge. */
    record BusEvent(Map<?, ?> envelope) implements Payload {
        public BusEvent {
            requireNonNull(envelope);
        }
    }

    /** What somebody invokes the function with directly. */
    record Direct(Map<?, ?> message) implements Payload {
        public Direct {
            requireNonNull(message);
        }
    }

    /**
     * The payload that a JSON value is, by its shape.
     *
     * @throws UnknownPayloadException when it is none
     */
    static Payload of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new UnknownPayloadException("it is no JSON object");
        }
        if (map.get("requestContext") instanceof Map<?, ?> context && context.get("http") instanceof Map<?, ?>) {
            return new Http(map);
        }
        if (map.get("Records") instanceof List<?> records && !records.isEmpty()) {
            return records(records);
        }
        if (map.containsKey("detail-type") && map.containsKey("source")) {
            return new BusEvent(map);
        }
        if (map.containsKey("event") || map.containsKey("events") || map.containsKey("operation")) {
            return new Direct(map);
        }
        throw new UnknownPayloadException("its keys are " + UnknownPayloadException.names(map.keySet()));
    }

    private static Payload records(List<?> records) {
        TreeSet<String> sources = records.stream().map(Payload::source).collect(Collectors.toCollection(TreeSet::new));
        if (sources.equals(new TreeSet<>(List.of("aws:sqs")))) {
            return new Messages(records);
        }
        if (sources.equals(new TreeSet<>(List.of("aws:sns")))) {
            return new Notifications(records);
        }
        throw new UnknownPayloadException("its records are of " + UnknownPayloadException.names(sources));
    }

    /** SQS writes the first, SNS the second. */
    private static String source(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return "no objects";
        }
        Object source = map.containsKey("eventSource") ? map.get("eventSource") : map.get("EventSource");
        return source instanceof String name ? name : "no source";
    }
}
