package dev.krakenflow.infra.terraform;

import dev.krakenflow.infra.hcl.Body;
import dev.krakenflow.infra.hcl.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of Terraform's.
 *
 * @param path where it is
 * @param body what it says
 * @param lines as they are written, with comments
 */
record TerraformFile(Path path, Body body, List<String> lines) {

    static TerraformFile read(Path path) {
        try {
            String text = Files.readString(path);
            return new TerraformFile(path, Parser.file(text), text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of it as messages name it. */
    String place(int line) {
        return path.getParent().getFileName() + "/" + path.getFileName() + ":" + line;
    }

    /** Whether a comment stands behind what is in a line, or in the line before. */
    boolean hasComment(int line) {
        return lines.get(line - 1).contains("# ")
                || (line >= 2 && lines.get(line - 2).strip().startsWith("# "));
    }
}
