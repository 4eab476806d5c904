package dev.krakenflow.benchmarks.shop;

import dev.krakenflow.benchmarks.http.Answer;

/** What an order can be answered while a service is slow. */
enum AnswerKind {
    /** It was taken. */
    ORDERED("orders taken/s"),

    /** There are too many events at once; with the time after which to come back. */
    OVERLOADED("503 overloaded/s"),

    /** Too many bills are waiting already; with the time after which to come back. */
    FULL("503 bulkhead-full/s"),

    /** Its time was over. */
    LATE("504/s"),

    /** Anything else, a 503 that does not say when to come back too. */
    WRONG("anything else/s");

    private final String title;

    AnswerKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static AnswerKind of(Answer answer) {
        return switch (answer.status()) {
            case 201 -> ORDERED;
            case 503 -> refusal(answer);
            case 504 -> LATE;
            default -> WRONG;
        };
    }

    private static AnswerKind refusal(Answer answer) {
        if (!answer.has("retry-after")) {
            return WRONG;
        }
        String problem = answer.body().toString();
        if (problem.contains("\"overloaded\"")) {
            return OVERLOADED;
        }
        return problem.contains("\"bulkhead-full\"") ? FULL : WRONG;
    }
}
