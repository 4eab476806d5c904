package dev.krakenflow.function.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentPathTest {

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/a%2Fb, /a%2Fb",
        "/a b, /a%20b",
        "/ä, /%C3%A4",
        "/100%, /100%25",
        "/100%zz, /100%25zz",
        "/a?b#c, /a%3Fb%23c",
        "/(a)~b@c, /(a)~b@c"
    })
    void what_cannot_stand_in_a_path_is_encoded_and_what_is_encoded_stays(String brought, String sent) {
        assertThat(SentPath.encoded(brought)).isEqualTo(sent);
    }
}
