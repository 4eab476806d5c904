package dev.krakenflow.function.admin;

import static java.util.Objects.requireNonNull;

/**
 * What shall be applied, however it came here.
 *
 * @param body the set of definitions
 * @param dryRun whether it is only told what would happen
 * @param prune whether what is not in the set is deleted
 */
public record ApplyRequest(OperationBody body, boolean dryRun, boolean prune) {
    public ApplyRequest {
        requireNonNull(body);
    }
}
