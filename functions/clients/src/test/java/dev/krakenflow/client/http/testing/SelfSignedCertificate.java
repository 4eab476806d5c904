package dev.krakenflow.client.http.testing;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A certificate for one name, made by the JDK's own tool. */
public final class SelfSignedCertificate {
    private static final String PASSWORD = "changeit";

    private SelfSignedCertificate() {}

    /** Makes a key store with a key and its certificate; it serves as a trust store too. */
    public static PfxOptions create(Path folder, String name) throws IOException, InterruptedException {
        Path store = folder.resolve("store.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed");
        }
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    }
}
