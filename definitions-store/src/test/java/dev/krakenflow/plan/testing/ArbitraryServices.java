package dev.krakenflow.plan.testing;

import static dev.krakenflow.plan.testing.ArbitraryJson.durations;
import static dev.krakenflow.plan.testing.ArbitraryJson.names;
import static dev.krakenflow.plan.testing.ArbitraryJson.objects;
import static dev.krakenflow.plan.testing.ArbitraryJson.optional;
import static dev.krakenflow.plan.testing.ArbitraryJson.someNames;

import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any services, with all that can stand before their calls. */
final class ArbitraryServices {

    private ArbitraryServices() {}

    static Arbitrary<Map<String, Service>> services() {
        return service().list().ofMaxSize(3).map(ArbitraryServices::byName);
    }

    private static Map<String, Service> byName(List<Service> list) {
        Map<String, Service> services = new LinkedHashMap<>();
        list.forEach(service -> services.put(service.name(), service));
        return services;
    }

    private static Arbitrary<Service> service() {
        return Combinators.combine(
                        names(),
                        Arbitraries.of(Service.State.class),
                        names(),
                        objects(),
                        Arbitraries.maps(names(), functions()).ofMaxSize(3),
                        someNames(),
                        ArbitraryPolicies.calls())
                .as(Service::new);
    }

    private static Arbitrary<ServiceFunction> functions() {
        Arbitrary<ServiceFunction> plain = Combinators.combine(
                        optional(), optional(), objects(), optional(), optional(), optional(), durations())
                .as(ServiceFunction::new);
        return Combinators.combine(
                        plain,
                        optional(),
                        ArbitraryPolicies.retries(),
                        ArbitraryPolicies.calls(),
                        ArbitraryPolicies.caches())
                .as((it, key, retry, policies, cache) -> new ServiceFunction(
                        it.input(),
                        it.prepare(),
                        it.call(),
                        it.transform(),
                        it.output(),
                        it.error(),
                        it.timeout(),
                        key,
                        retry,
                        policies,
                        cache));
    }
}
