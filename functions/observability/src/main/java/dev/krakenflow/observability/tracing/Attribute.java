package dev.krakenflow.observability.tracing;

import io.opentelemetry.api.common.AttributeKey;

/** What spans tell: names of what is defined, numbers and words of ours. */
final class Attribute {
    static final AttributeKey<String> PIPELINE = AttributeKey.stringKey("kraken.pipeline");
    static final AttributeKey<Long> VERSION = AttributeKey.longKey("kraken.version");
    static final AttributeKey<String> EVENT_ID = AttributeKey.stringKey("kraken.event_id");
    static final AttributeKey<String> COMPONENT = AttributeKey.stringKey("kraken.component");
    static final AttributeKey<String> TYPE = AttributeKey.stringKey("kraken.type");

    static final AttributeKey<Boolean> SKIPPED = AttributeKey.booleanKey("kraken.skipped");
    static final AttributeKey<String> SERVICE = AttributeKey.stringKey("kraken.service");
    static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("kraken.function");
    static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("kraken.attempt");
    static final AttributeKey<String> COMPENSATES = AttributeKey.stringKey("kraken.compensates");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("kraken.outcome");
    static final AttributeKey<Long> LEFT_OUT = AttributeKey.longKey("kraken.spans_left_out");

    /** The code of a failure. */
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private Attribute() {}
}
