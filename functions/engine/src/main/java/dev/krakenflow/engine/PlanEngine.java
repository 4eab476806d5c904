package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** The engine. Everything from outside comes in by its constructor. */
public final class PlanEngine implements Engine {
    private final Ports ports;
    private final ServiceClients clients;

    /**
     * @param providers those of the clients that this process has, one for a module
     * @param log is told of failures {@code internal}
     * @throws IllegalArgumentException when two providers have one module
     */
    public PlanEngine(
            Expressions expressions,
            Scheduler scheduler,
            Collection<? extends ServiceClientProvider> providers,
            EventIds eventIds,
            FailureLog log) {
        this.ports = new Ports(expressions, scheduler, eventIds, log);
        this.clients = new ServiceClients(providers, scheduler, log);
    }

    @Override
    public PlanRunner load(Plan plan) {
        ClientUse use = new ClientUse(clients);
        try {
            FunctionLoader functions = new FunctionLoader(plan.services(), ports, use);
            ProgramRunner program =
                    new ProgramLoader(ports.expressions(), functions).load(plan.pipeline(), plan.program());
            return new LoadedPlan(plan, ports, program, use);
        } catch (RuntimeException refused) {
            use.release();
            throw refused;
        }
    }

    @Override
    public Uni<Object> callService(Service service, String function, Object args, RunOptions options) {
        return Uni.createFrom().deferred(() -> {
            ClientUse use = new ClientUse(clients);
            return new DirectCall(service, function, ports, use)
                    .call(args, options)
                    .onTermination()
                    .invoke(use::release);
        });
    }

    @Override
    public Uni<Void> close() {
        return clients.close();
    }
}
