package dev.krakenflow.benchmarks.chaos;

import dev.krakenflow.benchmarks.Verdict;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** A caller of something that needs Redis. */
sealed interface Needy permits MemoCaller, OnceCaller, Caster {

    /** What it calls, in words. */
    String title();

    /** The status of its success. */
    int right();

    /** The code of its failure while Redis is away. */
    String code();

    /**
     * Calls.
     *
     * @param number another one for each call
     */
    HttpResponse<String> send(int number) throws IOException;

    /** Whether what its successes promised is so, when all is over. */
    void tellWhatWasKept(List<Probe> successes, List<Outage> outages, Verdict verdict) throws IOException;
}
