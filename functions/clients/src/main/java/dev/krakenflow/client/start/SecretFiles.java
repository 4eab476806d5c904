package dev.krakenflow.client.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secrets as files of one folder, as Kubernetes and Docker mount them: the file's name is the secret's, its content in
 * UTF-8 the value, without the line break that editors leave at the end.
 *
 * @param folder where they are
 */
public record SecretFiles(Path folder) implements Secrets {

    /** A name that stays inside the folder, and is not one of the hidden files of mounted volumes. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,252}");

    private static final int LARGEST = 64 * 1024;

    @Override
    public Optional<String> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", ""));
        } catch (IOException e) {
            // A file that cannot be read is a secret that is not there: the client says which one is missing.
            return Optional.empty();
        }
    }
}
