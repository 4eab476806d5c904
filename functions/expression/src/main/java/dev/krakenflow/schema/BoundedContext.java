package dev.krakenflow.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;

/** One validation, which stops after so many steps or so much time, and keeps no more than so many findings. */
final class BoundedContext extends ExecutionContext {

    private static final int STEPS = 5_000_000;
    private static final long NANOS = 1_000_000_000L;
    private static final int STEPS_BETWEEN_LOOKS = 64;

    private static final ExecutionConfig CONFIG =
            ExecutionConfig.builder().formatAssertionsEnabled(true).build();

    private final long deadline = System.nanoTime() + NANOS;
    private int steps;

    BoundedContext() {
        super(CONFIG);
    }

    @Override
    public void evaluationPathAddLast(String token) {
        step();
        super.evaluationPathAddLast(token);
    }

    @Override
    public void evaluationPathAddLast(int token) {
        step();
        super.evaluationPathAddLast(token);
    }

    @Override
    public void addError(Error error) {
        if (getErrors().size() < Schema.MAX_FINDINGS) {
            super.addError(error);
        }
    }

    private void step() {
        boolean look = ++steps % STEPS_BETWEEN_LOOKS == 0;
        if (steps > STEPS || (look && System.nanoTime() - deadline > 0)) {
            throw new ValidationAbortedException("takes too long to check against the schema");
        }
    }
}
