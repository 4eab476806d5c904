package dev.krakenflow.engine;

/** What the cache of a function does for a call. */
public enum CacheUse {
    /** Answers it with what it keeps. */
    HIT,
    /** Has nothing that is fresh: the service is called. */
    MISS,
    /** The service failed, and what is kept stands in though it is not fresh any more; behind a {@link #MISS}. */
    STALE,
    /** The same is being asked for already: the answer to that is for this call too. */
    SHARED
}
