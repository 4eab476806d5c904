package dev.krakenflow.function.runtime.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes what a class logs in one test, in place of the console. */
public final class RecordingLog extends Handler implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger;
    private final List<LogRecord> records = new ArrayList<>();

    public RecordingLog(Class<?> logs) {
        this.logger = Logger.getLogger(logs.getName());
    }

    /** What was logged so far. */
    public List<LogRecord> records() {
        return records;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
