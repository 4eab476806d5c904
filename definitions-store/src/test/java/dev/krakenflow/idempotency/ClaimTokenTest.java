package dev.krakenflow.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ClaimTokenTest {

    @Property(seed = "1")
    void textsLeadBackToTheirTokens(@ForAll String fingerprint) {
        ClaimToken token = ClaimToken.random(fingerprint);
        assertThat(ClaimToken.of(token.text())).isEqualTo(token);
        assertThat(token.fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void noTwoClaimsHaveTheSameToken() {
        assertThat(ClaimToken.random("a")).isNotEqualTo(ClaimToken.random("a"));
    }

    @Test
    void whatIsNoTokenIsRefusedWithoutTellingIt() {
        assertThatThrownBy(() -> ClaimToken.of("hidden"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hidden");
    }
}
