package dev.krakenflow.aws.sqs;

import dev.krakenflow.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Messages that go nowhere; of each call as many are to be sent again as a test says. Thread-safe. */
final class RecordingMessages implements SqsMessages {

    final List<List<String>> sent = new ArrayList<>();
    private int failing;
    private boolean away;

    /** So many more entries are to be sent again, the first of each call. */
    synchronized void fails(int entries) {
        failing = entries;
    }

    synchronized void isAway() {
        away = true;
    }

    @Override
    public synchronized Set<Integer> send(String queue, List<String> bodies) {
        if (away) {
            throw new StoreUnavailableException("away", null);
        }
        sent.add(bodies);
        Set<Integer> left = new HashSet<>();
        for (int i = 0; i < bodies.size() && failing > 0; i++) {
            left.add(i);
            failing--;
        }
        return left;
    }

    @Override
    public List<Received> receive(String queue) {
        return List.of();
    }

    @Override
    public void delete(String queue, List<String> handles) {}

    @Override
    public void release(String queue, List<String> handles) {}
}
