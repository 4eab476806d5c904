package dev.krakenflow.store.redis;

import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** The index of users: members {@code used user} in the order of their bytes, so that the users of one are a range. */
final class UsersRange {

    /** Stands between used and user; no encoded word holds it or anything before it. */
    private static final String SEPARATOR = " ";

    private static final String BEHIND_SEPARATOR = "!";

    /** Comes after the colon that ends the word of a kind. */
    private static final String BEHIND_COLON = ";";

    private UsersRange() {}

    /** Asks for the users of one. */
    static Request request(RecordKey used) {
        String member = RedisKeys.member(used);
        return request(member + SEPARATOR, member + BEHIND_SEPARATOR);
    }

    /** Asks for the users of everything of a kind. */
    static Request request(Kind used) {
        return request(used.word() + ":", used.word() + BEHIND_COLON);
    }

    static RecordKey used(String member) {
        return RedisKeys.recordKey(member.substring(0, member.indexOf(SEPARATOR)));
    }

    static RecordKey user(String member) {
        return RedisKeys.recordKey(member.substring(member.indexOf(SEPARATOR) + 1));
    }

    private static Request request(String from, String behind) {
        return Request.cmd(Command.ZRANGE)
                .arg(RedisKeys.USERS)
                .arg("[" + from)
                .arg("(" + behind)
                .arg("BYLEX");
    }
}
