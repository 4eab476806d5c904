package dev.krakenflow.benchmarks.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer of HTTP/1.1 in chunks: ends where the body does. For one thread. */
final class ChunkedInput extends InputStream {
    private final InputStream in;
    private int left;
    private boolean begun;
    private boolean ended;

    /**
     * Reads the head of an answer first.
     *
     * @param in buffered
     * @throws IOException also when the answer is not 200 in chunks
     */
    ChunkedInput(InputStream in) throws IOException {
        this.in = in;
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        if (!head.toString().startsWith("HTTP/1.1 200") || head.indexOf("chunked") < 0) {
            throw new IOException("the answer is " + head);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(bytes, from, Math.min(most, left));
        if (read < 0) {
            throw new EOFException("the answer is cut");
        }
        left -= read;
        return read;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            line();
        }
        begun = true;
        left = Integer.parseInt(line(), 16);
        ended = left == 0;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the answer is cut");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(US_ASCII);
    }
}
