package dev.krakenflow.function.pipeline.stream;

/** How lines are written. */
public enum LineFormat {
    /** Each as it is. */
    NDJSON("application/x-ndjson") {
        @Override
        void append(StringBuilder out, long number, Line line) {
            out.append(line.json()).append('\n');
        }

        @Override
        String nothing() {
            return " ";
        }
    },

    /** Each as an event of a browser's {@code EventSource}, which tells results from problems. */
    EVENTS("text/event-stream") {
        @Override
        void append(StringBuilder out, long number, Line line) {
            out.append("id: ").append(number);
            out.append("\nevent: ").append(line.problem() ? "problem" : "result");
            out.append("\ndata: ").append(line.json()).append("\n\n");
        }

        @Override
        String nothing() {
            return ":\n\n";
        }
    };

    private final String contentType;

    LineFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The media type of the lines. */
    public String contentType() {
        return contentType;
    }

    /** Appends a line, the one of this number, counted from 1. */
    abstract void append(StringBuilder out, long number, Line line);

    /** What can stand before any line and means nothing to who reads them: white space of JSON, or a comment. */
    abstract String nothing();
}
