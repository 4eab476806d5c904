package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.function;
import static dev.krakenflow.definition.WrittenText.service;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    @Test
    void hasNoneUnlessTheyAreWritten() {
        assertThat(function("{}").definition().policies()).isEqualTo(PoliciesDefinition.NONE);
        assertThat(function("{}").definition().functions().get("f").policies()).isEqualTo(PoliciesDefinition.NONE);
    }

    @Test
    void hasDefaultsForAllThatIsNotWritten() {
        ReadDefinition<ServiceDefinition> read = service("""
                {'name': 's', 'client': {'module': 'http'}, 'interface': {},
                 'circuit_breaker': {}, 'bulkhead': {}, 'rate_limit': {'limit': 1, 'window': '1s'}}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition().policies())
                .isEqualTo(new PoliciesDefinition(
                        new BreakerDefinition(0.5, 20, Duration.ofSeconds(5), 1),
                        new BulkheadDefinition(64, 0),
                        new RateLimitDefinition(1, Duration.ofSeconds(1), "instance")));
    }

    @Test
    void readsThoseOfAFunction() {
        ReadDefinition<ServiceDefinition> read = function("""
                {'circuit_breaker': {'failure_ratio': 1, 'request_volume_threshold': 10000, 'delay': '1m',
                                     'success_threshold': 1000},
                 'bulkhead': {'max_concurrent': 10000, 'queue': 10000},
                 'rate_limit': {'limit': 1000000, 'window': '1h', 'scope': 'shared'}}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition().functions().get("f").policies())
                .isEqualTo(new PoliciesDefinition(
                        new BreakerDefinition(1, 10_000, Duration.ofMinutes(1), 1_000),
                        new BulkheadDefinition(10_000, 10_000),
                        new RateLimitDefinition(1_000_000, Duration.ofHours(1), "shared")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'circuit_breaker': true                             | wrong-type /circuit_breaker",
                "'circuit_breaker': {'failure_ratio': 0}             | bad-value /circuit_breaker/failure_ratio",
                "'circuit_breaker': {'failure_ratio': 1.01}          | bad-value /circuit_breaker/failure_ratio",
                "'circuit_breaker': {'failure_ratio': '50%'}         | wrong-type /circuit_breaker/failure_ratio",
                "'circuit_breaker': {'request_volume_threshold': 0}  | bad-value /circuit_breaker/request_volume_threshold",
                "'circuit_breaker': {'request_volume_threshold': 10001} | bad-value /circuit_breaker/request_volume_threshold",
                "'circuit_breaker': {'delay': 5}                     | wrong-type /circuit_breaker/delay",
                "'circuit_breaker': {'success_threshold': 1001}      | bad-value /circuit_breaker/success_threshold",
                "'circuit_breaker': {'failure_rate': 1}              | unknown-key /circuit_breaker/failure_rate failure_ratio",
                "'bulkhead': 5                                       | wrong-type /bulkhead",
                "'bulkhead': {'max_concurrent': 0}                   | bad-value /bulkhead/max_concurrent",
                "'bulkhead': {'max_concurrent': 10001}               | bad-value /bulkhead/max_concurrent",
                "'bulkhead': {'queue': -1}                           | bad-value /bulkhead/queue",
                "'bulkhead': {'queue': 10001}                        | bad-value /bulkhead/queue",
                "'bulkhead': {'queu': 1}                             | unknown-key /bulkhead/queu queue",
                "'rate_limit': {'window': '1s'}                      | missing-key /rate_limit",
                "'rate_limit': {'limit': 5}                          | missing-key /rate_limit",
                "'rate_limit': {'limit': 0, 'window': '1s'}          | bad-value /rate_limit/limit",
                "'rate_limit': {'limit': 1000001, 'window': '1s'}    | bad-value /rate_limit/limit",
                "'rate_limit': {'limit': 5, 'window': 'PT25H'}       | bad-duration /rate_limit/window",
                "'rate_limit': {'limit': 5, 'window': '1s', 'scope': 'share'} | bad-value /rate_limit/scope shared",
                "'rate_limit': {'limit': 5, 'window': '1s', 'per': 1} | unknown-key /rate_limit/per",
                "'breaker': {}                                       | unknown-key /breaker",
                "'circuitBreaker': {}                                | unknown-key /circuitBreaker circuit_breaker",
            })
    void findsWhatIsWrongOnServicesAndFunctions(String policy, String problem) {
        String onService = "{'name': 's', 'client': {'module': 'http'}, 'interface': {}, " + policy + "}";

        assertThat(shown(service(onService).problems())).containsExactly(problem);
        assertThat(shown(function("{" + policy + "}").problems()))
                .containsExactly(problem.replaceFirst(" /", " /interface/f/"));
    }
}
