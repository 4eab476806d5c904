package dev.krakenflow.store.memory;

import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Users;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who uses which definition, with the revision of the last change of each set. Not thread-safe. */
final class UsersIndex {

    private static final Users NOBODY = new Users(Set.of(), 0);

    private final Map<RecordKey, Users> users = new HashMap<>();

    Users of(RecordKey used) {
        return users.getOrDefault(used, NOBODY);
    }

    /** The shape of each trigger that somebody uses → its pipeline. */
    Map<String, String> triggers() {
        Map<String, String> triggers = new HashMap<>();
        users.forEach((used, by) -> {
            if (used.kind() == Kind.TRIGGERS) {
                by.names().stream().min(RecordKey::compareTo).ifPresent(user -> triggers.put(used.name(), user.name()));
            }
        });
        return triggers;
    }

    /** Follows from what {@code user} used before and uses from now on; a set that stays as it was keeps its revision. */
    void move(RecordKey user, Set<RecordKey> before, Set<RecordKey> after, long revision) {
        for (RecordKey used : before) {
            if (!after.contains(used)) {
                Set<RecordKey> names = new HashSet<>(of(used).names());
                names.remove(user);
                users.put(used, new Users(names, revision));
            }
        }
        for (RecordKey used : after) {
            if (!before.contains(used)) {
                Set<RecordKey> names = new HashSet<>(of(used).names());
                names.add(user);
                users.put(used, new Users(names, revision));
            }
        }
    }
}
