package dev.krakenflow.benchmarks.stream;

/** How the events of a stream are written. */
enum EventForm {
    LIST("application/json", "[", ",", "]"),
    LINES("application/x-ndjson", "", "\n", "\n");

    private static final String PAD = "x".repeat(180);

    private final String contentType;
    private final String begin;
    private final String between;
    private final String end;

    EventForm(String contentType, String begin, String between, String end) {
        this.contentType = contentType;
        this.begin = begin;
        this.between = between;
        this.end = end;
    }

    String contentType() {
        return contentType;
    }

    String end() {
        return end;
    }

    /** An event of about 200 bytes with its number, counted from 0, and what stands before it. */
    String event(int number) {
        return (number == 0 ? begin : between) + "{\"n\":" + number + ",\"pad\":\"" + PAD + "\"}";
    }
}
