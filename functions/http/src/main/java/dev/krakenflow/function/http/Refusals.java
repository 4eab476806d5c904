package dev.krakenflow.function.http;

import dev.krakenflow.failure.FailureCode;

/** What is said to whoever asks for what is not there, or not for them; the same whichever way the request came. */
final class Refusals {

    private Refusals() {}

    static RequestException nothing() {
        return RequestException.of(FailureCode.NOT_FOUND, "no such path");
    }

    static RequestException noToken() {
        return RequestException.of(FailureCode.UNAUTHORIZED, "send \"Authorization: Bearer <token>\"");
    }

    static RequestException ending() {
        return RequestException.of(FailureCode.OVERLOADED, "this process is about to end");
    }

    static RequestException undecodable() {
        return RequestException.invalid("the address cannot be decoded: % stands before two hexadecimal digits");
    }

    static Answer otherMethod(String allowed) {
        return Answer.problem(RequestException.of(FailureCode.METHOD_NOT_ALLOWED, "allowed here: " + allowed)
                        .failure())
                .with("allow", allowed);
    }
}
