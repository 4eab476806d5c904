package dev.krakenflow.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.cast.CastMessage;

/** Deliveries as the text of messages. */
final class MessageText {

    /** By what a delivery is told from other messages of the queue. */
    static final String ATTRIBUTE = "kraken-cast";

    private static final int ATTRIBUTE_BYTES = ATTRIBUTE.length() + "String".length() + 1;

    private MessageText() {}

    /** SQS takes the characters of XML, which JSON has two more of; in JSON those can only stand in strings. */
    static String of(CastMessage message) {
        return new String(message.write(), UTF_8).replace("\uFFFE", "\\uFFFE").replace("\uFFFF", "\\uFFFF");
    }

    /** What SQS counts of a message with this text. */
    static int size(String text) {
        return text.getBytes(UTF_8).length + ATTRIBUTE_BYTES;
    }
}
