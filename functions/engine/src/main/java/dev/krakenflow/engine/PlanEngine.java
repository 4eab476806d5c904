package dev.krakenflow.engine;

import dev.krakenflow.engine.client.SecretValues;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The engine. Everything from outside comes in by its constructor. */
public final class PlanEngine implements Engine {
    private final Ports ports;
    private final ServiceClients clients;
    private final RunObservers observers;

    /**
     * An engine whose clients are given no secrets.
     *
     * @param providers those of the clients that this process has, one for a module
     * @param stores of what outlives a run
     * @param random for the pauses between tries, of calls and of writing a memo; may be shared by threads
     * @param log is told of failures {@code internal}
     * @throws IllegalArgumentException when two providers have one module
     */
    public PlanEngine(
            Expressions expressions,
            Scheduler scheduler,
            Collection<? extends ServiceClientProvider> providers,
            Stores stores,
            EventIds eventIds,
            RandomGenerator random,
            FailureLog log) {
        this(expressions, scheduler, providers, stores, eventIds, random, log, new SecretValues(), RunObservers.NONE);
    }

    /**
     * An engine that hides secrets in histories and failures.
     *
     * @param secrets told of by whoever gives one to a client
     * @throws IllegalArgumentException when two providers have one module
     */
    public PlanEngine(
            Expressions expressions,
            Scheduler scheduler,
            Collection<? extends ServiceClientProvider> providers,
            Stores stores,
            EventIds eventIds,
            RandomGenerator random,
            FailureLog log,
            SecretValues secrets) {
        this(expressions, scheduler, providers, stores, eventIds, random, log, secrets, RunObservers.NONE);
    }

    /**
     * An engine whose runs are watched.
     *
     * @param secrets told of by whoever gives one to a client
     * @param observers of all plans
     * @throws IllegalArgumentException when two providers have one module
     */
    public PlanEngine(
            Expressions expressions,
            Scheduler scheduler,
            Collection<? extends ServiceClientProvider> providers,
            Stores stores,
            EventIds eventIds,
            RandomGenerator random,
            FailureLog log,
            SecretValues secrets,
            RunObservers observers) {
        StoredMemos stored = new StoredMemos(stores.memos(), scheduler);
        KeptAnswers answers = new KeptAnswers(stores.answers(), log);
        PolicyStates states = PolicyStates.of(scheduler);
        this.ports = new Ports(expressions, scheduler, eventIds, log, stores, stored, answers, states, random, secrets);
        this.clients = new ServiceClients(providers, scheduler, log);
        this.observers = observers;
    }

    @Override
    public PlanRunner load(Plan plan) {
        return load(plan, 0);
    }

    @Override
    public PlanRunner load(Plan plan, long version) {
        ClientUse use = new ClientUse(clients);
        PlanObserver observer = observers.observe(plan, version);
        try {
            return new PlanLoader(plan, ports, observer, use).load();
        } catch (RuntimeException refused) {
            observer.closed();
            use.release();
            throw refused;
        }
    }

    @Override
    public Uni<Object> callService(
            Service service,
            Map<String, Map<String, String>> helpers,
            String function,
            Object args,
            RunOptions options) {
        return Uni.createFrom().deferred(() -> {
            ClientUse use = new ClientUse(clients);
            return new DirectCall(service, function, new HelperScopes(helpers), ports, use)
                    .call(args, options)
                    .onTermination()
                    .invoke(use::release);
        });
    }

    @Override
    public Optional<CircuitState> circuit(Service service) {
        return Optional.ofNullable(service.policies().breaker())
                .map(breaker -> ports.states().circuits().of(service.name(), null, breaker))
                .map(Circuit::state);
    }

    @Override
    public void forget(String service) {
        ports.states().forget(service);
    }

    @Override
    public Uni<Void> close() {
        return clients.close();
    }
}
