package dev.krakenflow.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the definitions that a name has, or had.
 *
 * @param version its number
 * @param definition as the user wrote it
 * @param definedAt when it was written, to the second, by the store's clock; null where the store does not know, because
 *     it did not keep versions then
 */
public record DefinitionVersion(
        long version, JsonNode definition, @Nullable Instant definedAt) {

    /** How many versions of a name are kept: the newest ones. */
    public static final int KEPT = 20;

    public DefinitionVersion {
        requireNonNull(definition);
    }
}
