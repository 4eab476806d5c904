package dev.krakenflow.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxFormatTest {

    private static final String LONGEST_DOMAIN = ("d".repeat(63) + ".").repeat(3) + "d".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joe@svc.internal",
                "a@b.c",
                "joe@localhost",
                "joe.bloggs+orders@example.com",
                "~!#$%&'*+/=?^_`{|}-@example.com",
                "joe@xn--bcher-kva.example",
                "joe@1a--b.9",
                "\"joe bloggs\"@example.com",
                "\"joe..\\\"@bloggs\"@example.com",
                "joe@[127.0.0.1]",
                "joe@[IPv6:::1]",
                "joe@[IPv6:2001:db8::25:1]",
            })
    void takesMailboxesUnderAnyDomain(String address) {
        assertThat(matches("email", address)).isTrue();
        assertThat(matches("idn-email", address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2962",
                "joe",
                "@example.com",
                "joe@",
                ".joe@example.com",
                "joe.@example.com",
                "jo..e@example.com",
                "joe@example.com.",
                "joe@.com",
                "joe@-example.com",
                "joe@example-.com",
                "joe@exam_ple.com",
                "joe bloggs@example.com",
                "joe@bloggs@example.com",
                "\"joe\"bloggs\"@example.com",
                "joe@[127.0.0.300]",
                "joe@[127.0.1]",
                "joe@[127.0.0.1.]",
                "joe@[IPv6:12345::]",
                "joe@[IPv6:127.0.0.1.5]",
                "joe@[example.com]",
                "Joe <joe@example.com>",
                "joe@example.com\n",
            })
    void refusesWhatIsNoMailbox(String address) {
        assertThat(matches("email", address)).isFalse();
        assertThat(matches("idn-email", address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"실례@실례.테스트", "jörg@bücher.example", "joe@bücher.example", "\"jörg müller\"@example.com"})
    void takesCharactersOfAllLanguagesOnlyWhereTheFormatSaysSo(String address) {
        assertThat(matches("email", address)).isFalse();
        assertThat(matches("idn-email", address)).isTrue();
    }

    @Test
    void boundsTheLengthOfEachPart() {
        assertThat(matches("email", "j".repeat(64) + "@" + LONGEST_DOMAIN)).isTrue();
        assertThat(matches("email", "j".repeat(65) + "@example.com")).isFalse();
        assertThat(matches("email", "joe@" + LONGEST_DOMAIN + ".x")).isFalse();
        assertThat(matches("email", "joe@" + "d".repeat(64))).isFalse();
        assertThat(matches("idn-email", "ö".repeat(33) + "@example.com")).isFalse();
    }

    @Test
    void saysNothingOfWhatIsNoText() {
        JsonNode schema = JsonNodeFactory.instance.objectNode().put("format", "email");

        assertThat(Schema.compile(schema).validate(5)).isEmpty();
    }

    private static boolean matches(String format, String value) {
        JsonNode schema = JsonNodeFactory.instance.objectNode().put("format", format);
        return Schema.compile(schema).validate(value).isEmpty();
    }
}
