package dev.krakenflow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.plan.testing.ArbitraryPlans;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanCodecPropertyTest {
    private final PlanCodec codec = new PlanCodec();

    @Property(seed = "1", tries = 300)
    void everyPlanIsReadAsItWasWritten(@ForAll("plans") Plan plan) {
        byte[] encoded = codec.encode(plan);

        assertThat(codec.decode(encoded)).isEqualTo(plan);
        assertThat(codec.encode(codec.decode(encoded))).isEqualTo(encoded);
    }

    @Provide
    Arbitrary<Plan> plans() {
        return ArbitraryPlans.plans();
    }
}
