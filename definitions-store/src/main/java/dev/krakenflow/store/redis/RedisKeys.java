package dev.krakenflow.store.redis;

import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.plan.PlanHash;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Every key that we use in Redis. Parts are separated by {@code :}; users' words are percent-encoded. What a flip
 * touches carries the tag {@code {kraken}}, so that it stands in one slot of a cluster; everything else is one key per
 * operation.
 *
 * <pre>
 * {kraken}:epoch                  string: random id of the store, another one when it lost what it had
 * {kraken}:server                 string: run_id of the server that made the last flip
 * {kraken}:revision               string: number of flips
 * {kraken}:live                   hash: pipeline → {@link LiveEntry}
 * {kraken}:changes                sorted set: pipelines:name, or routes:routes for a change of routing, by the revision of
 *                                 its last change
 * {kraken}:definitions:kind       hash: name → {@link StoredRecord}
 * {kraken}:versions:kind          hash: name → its {@link StoredVersion}s
 * {kraken}:users                  sorted set, all scores 0: "used user", so that the users of one are a range
 * {kraken}:users:revisions        hash: used → revision of the last change of its users
 * {kraken}:unreferenced           sorted set: keys of blobs that nothing points to, by the second since when; 0: doomed
 * plan:sha256:id                  string: a plan, immutable
 * definition:sha256:id            string: a definition, immutable
 * memo:pipeline:composer[:key]    hash: version, JSON text, until when the index knows it; ends with its ttl
 * memos:pipeline                  sorted set: keys of its memos, by the millisecond until when they may be there
 * lease:pipeline:composer[:key]   string: token of who holds the lease on the memo; ends with its time
 * kv:service:key                  string: JSON text
 * call:pipeline:key               hash: fingerprint, token of who runs or ran it, its answer if there is one; ends with the
 *                                 time of the mark or of the answer
 * limit:limiter                   string: number of calls in the window; ends with it
 * cache:key                       string: a result; ends with its ttl
 * </pre>
 *
 * The queue of casts has the tag {@code {casts}}, so that its scripts work out the names of keys by themselves:
 *
 * <pre>
 * {casts}:stream:pipeline         stream of one group: deliveries that wait or run, as references of events, how often they
 *                                 were delivered before, the tracing of the caller; there as long as it has some
 * {casts}:later:pipeline          sorted set: "before tracing references" of those that failed, by the millisecond when
 *                                 they come again
 * {casts}:dead:pipeline           list: "tracing references"
 * {casts}:event:reference         hash: status, the event's JSON text, key and once as long as it is not done, the answer;
 *                                 ends a while after it is done
 * {casts}:once:pipeline:key       hash: the reference for which the key stands, fingerprint; ends with its ttl
 * {casts}:pipelines               set: those that have a stream
 * {casts}:ready                   sorted set: those of which something may wait, by the microsecond of their last turn
 * {casts}:due                     sorted set: those that have a later, by its first millisecond
 * {casts}:pending, {casts}:dead   hashes: pipeline → number of events
 * {casts}:consumers               sorted set: consumers, by the millisecond when they were heard of
 * {casts}:since                   sorted set: the same, by the millisecond since when there was no break
 * {casts}:wake                    stream: its last entry is new when something came
 * </pre>
 *
 * What is known of casts whose queue is elsewhere has the same tag:
 *
 * <pre>
 * {casts}:state:reference         hash: status, the answer; as long as the event is not done whether the queue has it, how
 *                                 often it was delivered, the key of its once; ends with its time
 * {casts}:known:pipeline:key      hash: as once
 * {casts}:kept:pipeline           list: dead deliveries, as JSON
 * </pre>
 */
final class RedisKeys {

    static final String EPOCH = "{kraken}:epoch";
    static final String SERVER = "{kraken}:server";
    static final String REVISION = "{kraken}:revision";
    static final String LIVE = "{kraken}:live";
    static final String CHANGES = "{kraken}:changes";
    static final String USERS = "{kraken}:users";
    static final String USERS_REVISIONS = "{kraken}:users:revisions";
    static final String UNREFERENCED = "{kraken}:unreferenced";

    /** What all keys of the queue of casts begin with. */
    static final String CASTS = "{casts}:";

    static final String CASTS_WAKE = CASTS + "wake";

    private static final String MEMO = "memo:";
    private static final int MAX_WORD = 128;

    private RedisKeys() {}

    static String definitions(Kind kind) {
        return "{kraken}:definitions:" + kind.word();
    }

    static String versions(Kind kind) {
        return "{kraken}:versions:" + kind.word();
    }

    /** A blob's key: its hash names the bytes, the id this one writing of them; see {@link BlobWriter}. */
    static String blob(String family, String sha256, String id) {
        return family + ":" + sha256 + ":" + id;
    }

    /** A memo's key. */
    static String memo(MemoKey memo) {
        String composer = MEMO + word(memo.pipeline()) + ":" + word(memo.composer());
        return memo.key() == null ? composer : composer + ":" + boundedWord(memo.key());
    }

    /** The index of a pipeline's memos. */
    static String memos(String pipeline) {
        return "memos:" + word(pipeline);
    }

    /** The lease on the memo of this key. */
    static String lease(String memo) {
        return "lease:" + memo.substring(MEMO.length());
    }

    static String value(String service, String key) {
        return "kv:" + word(service) + ":" + boundedWord(key);
    }

    /** What is known of a call that may come again. */
    static String call(IdempotencyKey call) {
        return "call:" + word(call.pipeline()) + ":" + boundedWord(call.key());
    }

    static String limit(String limiter) {
        return "limit:" + boundedWord(limiter);
    }

    static String cached(String key) {
        return "cache:" + boundedWord(key);
    }

    static String castEvent(String reference) {
        return CASTS + "event:" + reference;
    }

    static String castOnce(String pipeline, String key) {
        return CASTS + "once:" + word(pipeline) + ":" + boundedWord(key);
    }

    /** What is known of an event whose queue is elsewhere. */
    static String castState(String reference) {
        return CASTS + "state:" + reference;
    }

    static String castKnown(String pipeline, String key) {
        return CASTS + "known:" + word(pipeline) + ":" + boundedWord(key);
    }

    static String castsKept(String pipeline) {
        return CASTS + "kept:" + word(pipeline);
    }

    /** As {@link #word}, for words of any length: {@code sha256:…} stands for a long one. */
    private static String boundedWord(String text) {
        if (text.length() <= MAX_WORD) {
            return word(text);
        }
        return "sha256:" + PlanHash.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** A user's word as a part of a key or of a value: never holds a separator. */
    static String word(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    static String name(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }

    /** {@code kind:name}. */
    static String member(RecordKey key) {
        return key.kind().word() + ":" + word(key.name());
    }

    static RecordKey recordKey(String member) {
        int colon = member.indexOf(':');
        for (Kind kind : Kind.values()) {
            if (kind.word().length() == colon && member.startsWith(kind.word())) {
                return new RecordKey(kind, name(member.substring(colon + 1)));
            }
        }
        throw new IllegalArgumentException("not a kind and a name: " + member);
    }
}
