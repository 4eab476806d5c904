package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.Address;
import dev.krakenflow.function.http.MovingAddresses;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** The addresses that the triggers of the pipelines of this process claim at the moment. Thread-safe. */
final class TriggerAddresses implements MovingAddresses {

    /** Who asks for something and goes does not need it any more; what others ask for is to be done. */
    private static final Set<String> ASKING = Set.of("GET", "HEAD");

    private final PlanCache plans;
    private final Binding binding;
    private final TriggerCalls calls;

    TriggerAddresses(PlanCache plans, Binding binding, TriggerCalls calls) {
        this.plans = plans;
        this.binding = binding;
        this.calls = calls;
    }

    @Override
    public Uni<Address> find(String method, List<String> segments) {
        return plans.routing().map(table -> address(table, method, segments));
    }

    private Address address(RoutingTable table, String method, List<String> segments) {
        TriggerTree triggers = table.triggers();
        TriggerClaim claim = triggers.find(method, segments);
        if (claim != null && !binding.serves(claim.pipeline())) {
            return new Address.Nothing();
        }
        if (claim != null) {
            return new Address.Served(request -> calls.call(claim, table, segments, request), ASKING.contains(method));
        }
        SortedSet<String> others = triggers.methods(segments);
        return others.isEmpty() ? new Address.Nothing() : new Address.OtherMethods(others);
    }
}
