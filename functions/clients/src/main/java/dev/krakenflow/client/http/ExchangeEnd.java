package dev.krakenflow.client.http;

/** Is told the end of an exchange, once, on its loop; not when it was cancelled. */
interface ExchangeEnd {

    /**
     * Understands the answer. Asked while its connection is still the exchange's.
     *
     * @param request the one that was answered: the last one, when redirects were followed
     * @return tells what came of it; not run when the exchange is cancelled meanwhile
     * @throws AnswerException when the answer is of no use; {@link #failed} is told then
     */
    Runnable answered(PreparedRequest request, Answer answer);

    /**
     * @param thrown see {@link CallFailures}
     * @param sent whether a request was sent, this one or one that was redirected
     */
    void failed(PreparedRequest request, Throwable thrown, boolean sent);

    /** Nothing was sent, because of what {@code entry} says. */
    void refused(PreparedRequest request, Admission.Entry entry);
}
