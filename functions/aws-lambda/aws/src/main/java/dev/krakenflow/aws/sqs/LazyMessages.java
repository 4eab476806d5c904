package dev.krakenflow.aws.sqs;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages whose client is made when it is needed for the first time. Thread-safe. */
final class LazyMessages implements SqsMessages {

    private final Supplier<SqsMessages> maker;
    private @Nullable SqsMessages made;

    LazyMessages(Supplier<SqsMessages> maker) {
        this.maker = maker;
    }

    private synchronized SqsMessages made() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    @Override
    public Set<Integer> send(String queue, List<String> bodies) {
        return made().send(queue, bodies);
    }

    @Override
    public List<Received> receive(String queue) {
        return made().receive(queue);
    }

    @Override
    public void delete(String queue, List<String> handles) {
        made().delete(queue, handles);
    }

    @Override
    public void release(String queue, List<String> handles) {
        made().release(queue, handles);
    }
}
