package dev.krakenflow.client.start;

import dev.krakenflow.engine.client.SecretValues;
import java.util.Optional;

/** Where secrets are kept. Asked when a client opens; may read a small file. Thread-safe. */
@FunctionalInterface
public interface Secrets {

    /**
     * The secret of this name, or empty when there is none.
     *
     * @param name as written in a definition; not checked
     */
    Optional<String> find(String name);

    /** These secrets, and where they lack one, those of another. */
    default Secrets orElse(Secrets other) {
        return name -> find(name).or(() -> other.find(name));
    }

    /** These secrets, which tell of each that they give, so that it can be hidden. */
    default Secrets telling(SecretValues values) {
        return name -> {
            Optional<String> found = find(name);
            found.ifPresent(values::add);
            return found;
        };
    }
}
