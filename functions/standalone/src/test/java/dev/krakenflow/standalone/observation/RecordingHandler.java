package dev.krakenflow.standalone.observation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Keeps what is logged as text, with the stacks. */
final class RecordingHandler extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord logged) {
        lines.add(formatter.format(logged) + " " + List.of(orNone(logged.getParameters())));
    }

    private static Object[] orNone(Object[] parameters) {
        return parameters == null ? new Object[0] : parameters;
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
