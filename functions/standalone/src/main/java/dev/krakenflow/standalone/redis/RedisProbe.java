package dev.krakenflow.standalone.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a server, on a connection of its own, whether it takes commands. */
final class RedisProbe {

    private static final int TIMEOUT_MILLIS = 500;

    private RedisProbe() {}

    /** False while the server is not there yet, or still reads its data. */
    static boolean answers(RedisSettings settings) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(("AUTH " + settings.password() + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return answer(socket.getInputStream()).equals("+OK")
                    && answer(socket.getInputStream()).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
