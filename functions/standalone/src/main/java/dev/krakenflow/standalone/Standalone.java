package dev.krakenflow.standalone;

import dev.krakenflow.standalone.redis.RedisStartException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The process: starts both functions, says where they are, and waits for its end. */
@QuarkusMain
public final class Standalone implements QuarkusApplication {

    private final Greeting greeting;

    Standalone(Greeting greeting) {
        this.greeting = greeting;
    }

    /** Starts the process. Its configuration comes from properties and the environment, not from arguments. */
    public static void main(String... args) {
        Quarkus.run(Standalone.class, Standalone::exit, args);
    }

    @Override
    public int run(String... args) {
        greeting.print(System.out);
        Quarkus.waitForExit();
        return 0;
    }

    /** What the user can do something about is told in a line; the rest with all that is known. */
    private static void exit(int code, @Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedisStartException) {
                System.err.println(cause.getMessage());
                System.exit(1);
            }
            if (cause instanceof QuarkusBindException taken) {
                System.err.println("Port " + taken.getPort() + " is in use; stop what uses it, or choose another port");
                System.exit(1);
            }
        }
        if (failure != null) {
            Logger.getLogger(Standalone.class).error("The standalone does not start", failure);
        }
        System.exit(code);
    }
}
