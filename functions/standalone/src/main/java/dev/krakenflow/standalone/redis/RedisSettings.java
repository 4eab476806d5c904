package dev.krakenflow.standalone.redis;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * How a server is set up: on a free port of the loopback address, with a password that nobody else knows. The settings
 * are handed over in a file that only this user can read, because everybody can read a process's arguments.
 *
 * @param port the port it listens on
 * @param password what clients have to show
 */
record RedisSettings(int port, String password) {

    private static final String FILE = "redis.conf";

    /** Settings with a port that is free at this moment, and a new password. */
    static RedisSettings fresh() {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new RedisSettings(probe.getLocalPort(), HexFormat.of().formatHex(secret));
        } catch (IOException none) {
            throw new RedisStartException("no port of the loopback address is free: " + none.getMessage(), none);
        }
    }

    String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    /** Writes the settings into a folder, in which the server then works. */
    Path writeTo(RedisFolder folder) {
        Path file = folder.path().resolve(FILE);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(text(folder).getBytes(StandardCharsets.UTF_8));
            }
            return file.toAbsolutePath();
        } catch (IOException failed) {
            throw new RedisStartException("cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** What is written is appended to a file always: a server that dies starts again with its data, ephemeral or not. */
    private String text(RedisFolder folder) {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                daemonize no
                dir "%s"
                pidfile "%s"
                loglevel warning
                save ""
                appendonly yes
                """.formatted(
                        port,
                        password,
                        folder.path().toAbsolutePath(),
                        folder.path().resolve("redis.pid").toAbsolutePath());
    }
}
