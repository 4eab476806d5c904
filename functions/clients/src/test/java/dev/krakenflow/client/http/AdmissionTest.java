package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.Admission.Entry;
import dev.krakenflow.client.http.Admission.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
    private final Admission admission = new Admission(1, 2);
    private final List<String> begun = new ArrayList<>();

    @Test
    void letsInWhoWaitedLongest() {
        Turn first = enter("first", Entry.INSIDE);
        Turn second = enter("second", Entry.WAITING);
        enter("third", Entry.WAITING);
        enter("fourth", Entry.FULL);
        admission.leave(first);
        assertThat(begun).containsExactly("second");
        admission.leave(second);
        assertThat(begun).containsExactly("second", "third");
    }

    @Test
    void forgetsWhoLeavesWhileWaiting() {
        Turn first = enter("first", Entry.INSIDE);
        Turn second = enter("second", Entry.WAITING);
        enter("third", Entry.WAITING);
        admission.leave(second);
        admission.leave(first);
        assertThat(begun).containsExactly("third");
    }

    @Test
    void givesATurnBackOnce() {
        Turn first = enter("first", Entry.INSIDE);
        enter("second", Entry.WAITING);
        enter("third", Entry.WAITING);
        admission.leave(first);
        admission.leave(first);
        assertThat(begun).containsExactly("second");
    }

    @Test
    void closesBehindThoseWhoAreHere() {
        Turn first = enter("first", Entry.INSIDE);
        Turn second = enter("second", Entry.WAITING);
        admission.close(() -> begun.add("closed"));
        enter("third", Entry.CLOSED);
        admission.leave(first);
        admission.leave(second);
        assertThat(begun).containsExactly("second", "closed");
    }

    private Turn enter(String name, Entry expected) {
        Turn turn = new Turn(() -> begun.add(name));
        assertThat(admission.enter(turn)).isEqualTo(expected);
        return turn;
    }
}
