package dev.krakenflow.function.aws.proof;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native part of the runtime interface client, unpacked for this build alone. By itself every process of it unpacks to one
 * and the same file for the machine, and one that starts while another does so loads half of it and crashes.
 */
final class NativeLibrary {

    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path FOLDER = Path.of("target", "native").toAbsolutePath();

    private NativeLibrary() {}

    /** What tells the runtime interface client to load it. */
    static String option() throws IOException {
        String name = "libaws-lambda-jni.linux-" + processor() + ".so";
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(FOLDER);
            Path part = Files.createTempFile(FOLDER, name, ".part");
            try (InputStream bytes = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
                Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return "-D" + PROPERTY + "=" + file;
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    }
}
