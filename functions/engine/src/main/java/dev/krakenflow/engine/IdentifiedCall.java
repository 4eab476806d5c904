package dev.krakenflow.engine;

import dev.krakenflow.json.NumberText;
import io.smallrye.mutiny.Uni;

/** Gives a call the key by which the service knows all its attempts as one call. */
record IdentifiedCall(TemplateField key, Call call) implements Call {
    static final String KEY = "idempotency_key";

    private static final int LONGEST = 255;

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return Uni.createFrom().deferred(() -> {
            frame.identified(keyOf(frame));
            return call.call(frame, deadline);
        });
    }

    /** @throws RunException {@code expression} when it is no text that identifies anything */
    private String keyOf(CallFrame frame) {
        Object value = key.value(frame.site().args(), frame.evaluation());
        String text = switch (value) {
            case String it -> it;
            case Number it -> NumberText.of(it);
            case Boolean it -> it.toString();
            case null, default ->
                throw key.failure("must give a string, a number or a boolean, it is " + JsonKind.of(value));
        };
        if (text.isBlank() || text.length() > LONGEST) {
            throw key.failure("must give 1 to " + LONGEST + " characters");
        }
        return text;
    }
}
