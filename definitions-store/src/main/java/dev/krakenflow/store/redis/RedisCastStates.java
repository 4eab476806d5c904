package dev.krakenflow.store.redis;

import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastClaim;
import dev.krakenflow.cast.CastDelivery;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastOnce;
import dev.krakenflow.cast.CastReference;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@link CastStates} in Redis; {@link RedisKeys} has the layout. Each operation is one script. Items are given on an event
 * loop.
 */
public final class RedisCastStates implements CastStates {

    private final PipelinedConnection connection;
    private final CastBounds bounds;
    private final CastScript begin = new CastScript("cast-states-begin.lua");
    private final CastScript sent = new CastScript("cast-states-sent.lua");
    private final CastScript deliver = new CastScript("cast-states-deliver.lua");
    private final CastScript settle = new CastScript("cast-states-settle.lua");
    private final CastScript revive = new CastScript("cast-states-revive.lua");

    /** States that use this connection, alone or with others. */
    public RedisCastStates(PipelinedConnection connection, CastBounds bounds) {
        this.connection = connection;
        this.bounds = bounds;
    }

    @Override
    public Uni<CastClaim> begin(Cast cast) {
        return Uni.createFrom()
                .deferred(() -> begin.runRepeatably(connection, arguments(cast)))
                .onItem()
                .transform(answer -> beginning(cast, answer));
    }

    private static CastScript.Arguments arguments(Cast cast) {
        CastScript.Arguments arguments = open();
        for (CastEvent event : cast.events()) {
            CastOnce once = event.once();
            arguments
                    .add(event.reference())
                    .add(once == null ? "" : RedisKeys.castKnown(cast.pipeline(), once.key()))
                    .add(once == null ? "" : once.fingerprint())
                    .add(once == null ? "" : Milliseconds.text(once.ttl()));
        }
        return arguments;
    }

    private static CastClaim beginning(Cast cast, Response answer) {
        if (answer.get(0).toString().equals("mismatch")) {
            return new CastClaim.Mismatch((int) Answers.number(answer.get(1)));
        }
        List<String> references = new ArrayList<>();
        List<CastEvent> unsent = new ArrayList<>();
        for (int i = 0; i < cast.events().size(); i++) {
            String reference = answer.get(1 + 2 * i).toString();
            references.add(reference);
            if (Answers.number(answer.get(2 + 2 * i)) == 1) {
                CastEvent event = cast.events().get(i);
                unsent.add(new CastEvent(reference, event.json(), event.key(), event.once()));
            }
        }
        return new CastClaim.Begun(references, unsent);
    }

    @Override
    public Uni<Void> sent(Collection<String> references) {
        return Uni.createFrom()
                .deferred(() -> sent.runRepeatably(connection, with(CastScript.arguments(), references)))
                .replaceWithVoid();
    }

    @Override
    public Uni<CastDelivery> deliver(Collection<String> references) {
        List<String> ordered = List.copyOf(references);
        return Uni.createFrom()
                .deferred(() -> deliver.run(connection, with(open(), ordered)))
                .onItem()
                .transform(answer -> delivery(ordered, answer));
    }

    private static CastDelivery delivery(List<String> references, Response answer) {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> dead = new HashSet<>();
        for (int i = 0; i < references.size(); i++) {
            int number = (int) Answers.number(answer.get(i));
            if (number > 0) {
                numbers.put(references.get(i), number);
            } else if (number < 0) {
                dead.add(references.get(i));
            }
        }
        return new CastDelivery(numbers, dead);
    }

    @Override
    public Uni<Void> settle(Collection<String> references, Map<String, CastState> states) {
        return Uni.createFrom()
                .deferred(() -> settle.run(connection, arguments(references, states)))
                .replaceWithVoid();
    }

    private CastScript.Arguments arguments(Collection<String> references, Map<String, CastState> states) {
        CastScript.Arguments arguments = open().add(Milliseconds.of(bounds.kept()));
        for (String reference : references) {
            CastStatus status = CastStatus.of(states.get(reference));
            arguments.add(reference).add(status.word()).add(status.answer());
        }
        return arguments;
    }

    @Override
    public Uni<Set<String>> revive(Collection<String> references) {
        return Uni.createFrom()
                .deferred(() -> revive.runRepeatably(connection, with(open(), references)))
                .onItem()
                .transform(answer -> Answers.texts(answer).collect(Collectors.toSet()));
    }

    @Override
    public Uni<@Nullable CastState> find(String reference) {
        if (!CastReference.matches(reference)) {
            return Uni.createFrom().nullItem();
        }
        Request request = Request.cmd(Command.HMGET)
                .arg(RedisKeys.castState(reference))
                .arg("status")
                .arg("answer");
        return connection.read(List.of(request)).onItem().transform(answers -> CastStatus.state(answers.get(0)));
    }

    private static CastScript.Arguments open() {
        return CastScript.arguments().add(Milliseconds.of(OPEN));
    }

    private static CastScript.Arguments with(CastScript.Arguments arguments, Collection<String> references) {
        references.forEach(arguments::add);
        return arguments;
    }
}
