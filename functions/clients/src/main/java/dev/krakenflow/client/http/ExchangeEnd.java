package dev.krakenflow.client.http;

/** Is told the end of an exchange, once, on its loop; nothing when it was cancelled. */
interface ExchangeEnd {

    /** @param request the one that was answered: the last one, when redirects were followed */
    void answered(PreparedRequest request, Answer answer);

    /** @param thrown see {@link CallFailures} */
    void failed(PreparedRequest request, Throwable thrown);

    /** Nothing was sent, because of what {@code entry} says. */
    void refused(PreparedRequest request, Admission.Entry entry);
}
