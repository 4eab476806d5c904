package dev.krakenflow.function.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Leaves it to the front door to check the addresses of requests. The platform would do it before, and answer what it
 * does not like with an empty body; its switch for that is a system property, which it reads before any bean exists, so
 * it is set where the configuration begins.
 */
public final class AddressChecks implements SmallRyeConfigBuilderCustomizer {

    private static final String NONE_BY_THE_PLATFORM = "vertx.disableURIValidation";

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty(NONE_BY_THE_PLATFORM, "true");
    }
}
