package dev.krakenflow.client.http.testing;

import dev.krakenflow.client.egress.Names;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A resolver that knows the names it was told, and the answers to each time it is asked. */
public final class ScriptedNames implements Names {
    private final Map<String, List<List<InetAddress>>> answers = new HashMap<>();

    /** Adds an answer to a name: addresses as text. The last answer stays. */
    public ScriptedNames add(String name, String... addresses) {
        List<InetAddress> found = new ArrayList<>();
        for (String address : addresses) {
            found.add(address(address));
        }
        answers.computeIfAbsent(name, first -> new ArrayList<>()).add(found);
        return this;
    }

    @Override
    public synchronized Future<List<InetAddress>> resolve(String name) {
        List<List<InetAddress>> known = answers.get(name);
        if (known == null) {
            return Future.failedFuture(new UnknownHostException(name));
        }
        return Future.succeededFuture(known.size() > 1 ? known.removeFirst() : known.getFirst());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
