package dev.krakenflow.benchmarks.versions;

import dev.krakenflow.benchmarks.calls.AnswerCheck;
import dev.krakenflow.benchmarks.http.Answer;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the versions that an answer shows. What was applied is told by any thread; the counts are read when the calls
 * have ended.
 */
final class VersionCheck implements AnswerCheck {
    private static final Pattern MARKS = Pattern.compile(
            "\\{\"first\":(\\d+),\"client\":(\\d+),\"interface\":(\\d+),\"plugged\":(\\d+),\"last\":(\\d+)}");

    private final AtomicLongArray appliedAt;
    private final long grace;
    private final BitSet seen = new BitSet();
    private int failed;
    private int mixed;
    private int stale;

    /**
     * A check of so many versions, from 1.
     *
     * @param grace how long an older version may still be seen by calls that are sent after a newer one was applied
     */
    VersionCheck(int versions, Duration grace) {
        this.appliedAt = new AtomicLongArray(versions + 2);
        this.grace = grace.toNanos();
    }

    /** A version was answered to have been applied. */
    void applied(int version) {
        appliedAt.set(version, System.nanoTime());
    }

    @Override
    public boolean isRight(Answer answer, long sentAt) {
        Matcher marks = MARKS.matcher(answer.body().toString());
        if (answer.status() != 200 || !marks.matches()) {
            failed++;
            return false;
        }
        for (int group = 2; group <= marks.groupCount(); group++) {
            if (!marks.group(group).equals(marks.group(1))) {
                mixed++;
                return false;
            }
        }
        return isFresh(Integer.parseInt(marks.group(1)), sentAt);
    }

    private boolean isFresh(int version, long sentAt) {
        seen.set(version);
        long replacedAt = appliedAt.get(version + 1);
        boolean fresh = replacedAt == 0 || sentAt - replacedAt <= grace;
        if (!fresh) {
            stale++;
        }
        return fresh;
    }

    /** Answers that were no event. */
    int failed() {
        return failed;
    }

    /** Answers that show two versions. */
    int mixed() {
        return mixed;
    }

    /** Answers of a version that was replaced too long before. */
    int stale() {
        return stale;
    }

    /** How many versions were seen. */
    int seen() {
        return seen.cardinality();
    }

    /** Whether this version was seen. */
    boolean saw(int version) {
        return seen.get(version);
    }
}
