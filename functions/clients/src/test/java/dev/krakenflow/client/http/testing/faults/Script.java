package dev.krakenflow.client.http.testing.faults;

import java.util.List;

/**
 * What a path asks for: {@code /<key>/<fault>}, or {@code /<key>/<fault>/<fault>…} for one request after another, where the
 * last one stays.
 *
 * @param key under which requests are counted
 * @param faults names, at least one
 */
record Script(String key, List<String> faults) {

    Script {
        faults = List.copyOf(faults);
    }

    static Script of(String target) {
        List<String> parts =
                List.of(target.replaceFirst("^/", "").replaceFirst("\\?.*", "").split("/"));
        return new Script(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /** @param request from 1 */
    Fault fault(int request) {
        return Faults.named(faults.get(Math.min(request, faults.size()) - 1));
    }
}
