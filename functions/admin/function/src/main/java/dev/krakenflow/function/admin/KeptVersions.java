package dev.krakenflow.function.admin;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.RecordKey;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the version that somebody wants to go back to. */
final class KeptVersions {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private KeptVersions() {}

    /**
     * The version of this number.
     *
     * @param to the number, as it was written
     * @throws RequestException {@code invalid-request} when it is no number, {@code version-undefined} when it is not kept
     */
    static DefinitionVersion find(RecordKey key, String to, List<DefinitionVersion> kept) {
        List<Long> numbers = kept.stream().map(DefinitionVersion::version).toList();
        if (!NUMBER.matcher(to).matches()) {
            throw RequestException.invalid("\"to\" must be the number of a version; " + key + " has " + numbers);
        }
        long number = Long.parseLong(to);
        return kept.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> RequestException.of(
                        FailureCode.VERSION_UNDEFINED,
                        "the version " + number + " of " + key + " is not kept, but " + numbers + " are"));
    }
}
