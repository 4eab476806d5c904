package dev.krakenflow.function.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** A path as it could have been sent. Function URLs bring it so, HTTP APIs may have decoded what stood in it. */
final class SentPath {

    private static final String LITERAL = "-._~!$&'()*+,;=:@/";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private SentPath() {}

    /** The path, with what cannot stand in one encoded; what is encoded stays. */
    static String encoded(String path) {
        StringBuilder sent = new StringBuilder(path.length());
        byte[] bytes = path.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char letter = (char) (bytes[i] & 0xFF);
            if (isLiteral(letter) || (letter == '%' && isEncoding(bytes, i))) {
                sent.append(letter);
            } else {
                sent.append('%').append(HEX.toHexDigits(bytes[i]));
            }
        }
        return sent.toString();
    }

    private static boolean isLiteral(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || LITERAL.indexOf(letter) >= 0;
    }

    private static boolean isEncoding(byte[] bytes, int percent) {
        return percent + 2 < bytes.length
                && HexFormat.isHexDigit(bytes[percent + 1])
                && HexFormat.isHexDigit(bytes[percent + 2]);
    }
}
