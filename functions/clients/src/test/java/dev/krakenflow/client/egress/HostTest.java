package dev.krakenflow.client.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.1, 127.0.0.1",
        "127.0.1, 127.0.0.1",
        "2130706433, 127.0.0.1",
        "0x7f000001, 127.0.0.1",
        "0X7F.1, 127.0.0.1",
        "0x7f.0x0.0x0.0x1, 127.0.0.1",
        "0177.0.0.1, 127.0.0.1",
        "017700000001, 127.0.0.1",
        "127.0.0.1., 127.0.0.1",
        "0, 0.0.0.0",
        "0x, 0.0.0.0",
        "2852039166, 169.254.169.254",
        "0xa9fea9fe, 169.254.169.254",
        "0251.0376.0251.0376, 169.254.169.254",
        "169.254.43518, 169.254.169.254",
        "127。0。0。1, 127.0.0.1",
        "１２７.0.0.1, 127.0.0.1",
        "8.8.8.8, 8.8.8.8",
        "[::1], 0:0:0:0:0:0:0:1",
        "[::ffff:127.0.0.1], 127.0.0.1",
        "[::FFFF:7f00:1], 127.0.0.1",
        "[0:0:0:0:0:ffff:a9fe:a9fe], 169.254.169.254",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1"
    })
    void readsEverySpellingOfAnAddress(String written, String address) {
        assertThat(Host.parse(written)).isInstanceOf(Host.Address.class);
        assertThat(Host.parse(written).text()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "Api.Example.COM, api.example.com",
        "api.example.com., api.example.com",
        "user_service, user_service",
        "bücher.example, xn--bcher-kva.example",
        "1.2.3.4.example, 1.2.3.4.example",
        "0x7f.example, 0x7f.example"
    })
    void readsNames(String written, String name) {
        assertThat(Host.parse(written)).isEqualTo(new Host.Name(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a..b",
                "256.0.0.1",
                "1.2.3.4.5",
                "1.2.3.0x100",
                "08.1.1.1",
                "4294967296",
                "99999999999999999999999",
                "api.1",
                "a b",
                "a%2eb",
                "a\\b",
                "a@b",
                "[::1",
                "[::1%lo]",
                "[fe80::1%25eth0]",
                "[1.2.3.4]",
                "[gg::]",
                "::1]x"
            })
    void refusesWhatIsNeitherAnAddressNorAName(String written) {
        assertThatThrownBy(() -> Host.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotRepeatAHostThatIsNone() {
        assertThatThrownBy(() -> Host.parse("user:secret@x")).message().doesNotContain("secret");
    }
}
