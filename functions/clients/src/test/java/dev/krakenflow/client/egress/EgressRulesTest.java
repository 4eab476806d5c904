package dev.krakenflow.client.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EgressRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.0.1",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[fe80::1]",
                "[febf::1]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
                "[::ffff:10.0.0.1]",
                "[::127.0.0.1]",
                "[::a9fe:a9fe]",
                "[64:ff9b::169.254.169.254]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::]",
                "[2002:a9fe:a9fe::1]",
                "[2001:0:a00:1::]",
                "[2001:db8::1]",
                "[2606:4700::5efe:7f00:1]",
                "[2606:4700::200:5efe:a00:1]",
                "[100::1]",
                "2852039166",
                "0x7f.1"
            })
    void refusesWhatIsNotOnThePublicInternet(String address) {
        assertThat(permit(EgressRules.strict(), address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "223.255.255.255",
                "[2606:4700:4700::1111]",
                "[64:ff9b::8.8.8.8]",
                "[2002:808:808::1]"
            })
    void permitsThePublicInternet(String address) {
        assertThat(permit(EgressRules.strict(), address)).isTrue();
    }

    @Test
    void permitsLoopbackAloneInDevelopment() {
        EgressRules rules = EgressRules.of(List.of(), true);
        assertThat(permit(rules, "127.0.0.1")).isTrue();
        assertThat(permit(rules, "[::1]")).isTrue();
        assertThat(permit(rules, "[::ffff:127.0.0.1]")).isTrue();
        assertThat(permit(rules, "0.0.0.0")).isFalse();
        assertThat(permit(rules, "[::]")).isFalse();
        assertThat(permit(rules, "10.0.0.1")).isFalse();
        assertThat(permit(rules, "169.254.169.254")).isFalse();
    }

    @Test
    void permitsAllowedRangesAndAddresses() {
        EgressRules rules = EgressRules.of(List.of("10.1.0.0/16", " fd00::/8 ", "192.168.7.7", "[fe80::7]"), false);
        assertThat(permit(rules, "10.1.2.3")).isTrue();
        assertThat(permit(rules, "10.2.0.1")).isFalse();
        assertThat(permit(rules, "[fd12::1]")).isTrue();
        assertThat(permit(rules, "192.168.7.7")).isTrue();
        assertThat(permit(rules, "192.168.7.8")).isFalse();
        assertThat(permit(rules, "[fe80::7]")).isTrue();
        assertThat(permit(rules, "[::ffff:10.1.0.1]")).isTrue();
    }

    @Test
    void permitsAllowedHostsAtWhateverAddressTheyHave() throws Exception {
        EgressRules rules = EgressRules.of(List.of("User-Service.internal"), false);
        InetAddress inside = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        assertThat(rules.permit(Host.parse("user-service.INTERNAL."), inside)).isTrue();
        assertThat(rules.permit(Host.parse("other.internal"), inside)).isFalse();
        assertThat(rules.permit(Host.parse("x.user-service.internal"), inside)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "name/8", "*.example.com", ""})
    void refusesEntriesThatAreNeither(String entry) {
        assertThatThrownBy(() -> EgressRules.of(List.of(entry), false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean permit(EgressRules rules, String written) {
        Host host = Host.parse(written);
        assertThat(host).isInstanceOf(Host.Address.class);
        return rules.permit(host, ((Host.Address) host).address());
    }
}
