package dev.krakenflow.engine;

import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Idempotency;
import dev.krakenflow.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles a plan whole: its program, those that it plugs, and its triggers. */
final class PlanLoader {
    private final Plan plan;
    private final Ports ports;
    private final ClientUse clients;
    private final HelperScopes scopes;
    private final PlanObserver observer;

    /**
     * @param observer watches the runs
     * @param clients takes those of the plan's services
     */
    PlanLoader(Plan plan, Ports ports, PlanObserver observer, ClientUse clients) {
        this.plan = plan;
        this.ports = ports;
        this.observer = observer;
        this.clients = clients;
        this.scopes = new HelperScopes(plan.helpers());
    }

    /** @throws IllegalArgumentException when something in it cannot be compiled */
    LoadedPlan load() {
        Map<String, PluggedRunner> plugged = new HashMap<>();
        FunctionLoader functions =
                new FunctionLoader(plan.services(), scopes, ports, observer != PlanObserver.NONE, clients);
        ProgramLoader programs = new ProgramLoader(ports, scopes, functions, plugged);
        plan.plugged().forEach((name, it) -> {
            ProgramRunner program = programs.load(name, it.program(), it.input(), it.output(), it.handlers());
            plugged.put(name, new PluggedRunner(program, it.timeout()));
        });
        ProgramRunner program =
                programs.load(plan.pipeline(), plan.program(), plan.input(), plan.output(), plan.handlers());
        return new LoadedPlan(plan, ports, program, triggers(), idempotency(), watching(), clients);
    }

    private PlanObserver watching() {
        return Both.of(new Histories(ports.scheduler(), new Mask(ports.secrets())), observer);
    }

    private @Nullable IdempotencyField idempotency() {
        Idempotency policy = plan.idempotency();
        if (policy == null) {
            return null;
        }
        Fields fields = new Fields(ports.expressions(), scopes.scope(policy.helpers(), "event", "context"));
        return new IdempotencyField(fields.template(IdempotencyField.KEY, policy.key()), policy.ttl());
    }

    private List<TriggerRunner> triggers() {
        List<TriggerRunner> runners = new ArrayList<>();
        for (HttpTrigger trigger : plan.triggers()) {
            Fields fields = new Fields(ports.expressions(), scopes.scope(trigger.helpers(), "event", "context"));
            runners.add(TriggerRunner.of(trigger, fields));
        }
        return runners;
    }
}
