package dev.krakenflow.engine.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.engine.client.ServiceClientProvider;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Clients of the module {@code scripted}, whose functions do what a test says; remembers everything it is asked. */
public final class ScriptedClients implements ServiceClientProvider {

    /** The module that plans name. */
    public static final String MODULE = "scripted";

    /** What was opened, oldest first. */
    public final List<ClientStart> opened = new ArrayList<>();

    /** The names of the services whose clients were closed. */
    public final List<String> closed = new ArrayList<>();

    /** The args of all calls, in their order. */
    public final List<Object> calls = new ArrayList<>();

    /** The functions of all calls, in their order. */
    public final List<String> called = new ArrayList<>();

    /** The contexts of all calls, in their order. */
    public final List<CallContext> contexts = new ArrayList<>();

    /** How many calls were cancelled. */
    public int cancelled;

    /** How many calls are not answered yet and not cancelled. */
    public int underWay;

    private final Map<String, BiFunction<Object, CallContext, Uni<Object>>> functions = new HashMap<>();
    private @Nullable RuntimeException refusal;
    private boolean repeatable;

    /** A function answers at once. */
    public ScriptedClients answers(String function, Object answer) {
        return does(function, args -> Uni.createFrom().item(answer));
    }

    /** A function fails at once. */
    public ScriptedClients fails(String function, Throwable failure) {
        return does(function, args -> Uni.createFrom().failure(failure));
    }

    /** A function does this with its args. */
    public ScriptedClients does(String function, Function<Object, Uni<Object>> work) {
        functions.put(function, (args, context) -> work.apply(args));
        return this;
    }

    /** A function that never answers by itself. */
    public ScriptedClients hangs(String function) {
        return does(function, args -> Uni.createFrom().nothing());
    }

    /** Calls of all functions are safe to make again. */
    public ScriptedClients repeatable() {
        repeatable = true;
        return this;
    }

    /** No client can be opened, until this is called with null. */
    public void refuses(@Nullable RuntimeException why) {
        refusal = why;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public ServiceClient open(ClientStart start) {
        opened.add(start);
        if (refusal != null) {
            throw refusal;
        }
        return new Client(start.service());
    }

    private final class Client implements ServiceClient {
        private final String service;

        Client(String service) {
            this.service = service;
        }

        @Override
        public ClientFunction function(String name, ObjectNode call) {
            return new Scripted(name);
        }

        @Override
        public Uni<Void> close() {
            return Uni.createFrom().voidItem().invoke(() -> closed.add(service));
        }
    }

    private final class Scripted implements ClientFunction {
        private final String name;

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public Uni<Object> call(Object args, CallContext context) {
            return Uni.createFrom()
                    .deferred(() -> {
                        calls.add(args);
                        called.add(name);
                        contexts.add(context);
                        return counted(functions.get(name).apply(args, context));
                    })
                    .onCancellation()
                    .invoke(() -> cancelled++);
        }

        private Uni<Object> counted(Uni<Object> answer) {
            underWay++;
            return answer.onItemOrFailure()
                    .invoke((item, failure) -> underWay--)
                    .onCancellation()
                    .invoke(() -> underWay--);
        }

        @Override
        public boolean repeatable(Object args) {
            return repeatable;
        }
    }
}
