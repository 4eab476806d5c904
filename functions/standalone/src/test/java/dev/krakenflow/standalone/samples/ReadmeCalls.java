package dev.krakenflow.standalone.samples;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls that a README pastes in one block, and the bodies that it says they answer, one a line; an answer without a body
 * has no line.
 *
 * @param readme the file
 * @param calls in their order
 * @param answers as they are written
 */
record ReadmeCalls(Path readme, List<Call> calls, List<String> answers) {

    private static final Pattern BLOCKS = Pattern.compile("```sh\\n(curl .*?)```.*?```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CURL = Pattern.compile(
            "curl -s (?:-i )?http://127\\.0\\.0\\.1(:\\d+\\S+)(?: [^']*'[^']*'\\s+(?:\\\\\\n\\s+)?-d '([^']*)')?");
    private static final String KRAKEN = ":8080";

    /**
     * One request.
     *
     * @param address the port and the path with its query
     * @param body JSON; null where it is a GET
     */
    record Call(String address, @Nullable String body) {

        /** Whether Kraken is called, not a program of the sample. */
        boolean isOfKraken() {
            return address.startsWith(KRAKEN);
        }

        /** The path with its query. */
        String path() {
            return address.substring(address.indexOf('/'));
        }
    }

    /** All of the samples' READMEs. */
    static List<ReadmeCalls> all() {
        return SampleCase.readmes().stream().flatMap(file -> of(file).stream()).toList();
    }

    private static List<ReadmeCalls> of(Path readme) {
        List<ReadmeCalls> all = new ArrayList<>();
        Matcher block = BLOCKS.matcher(new String(SampleCase.bytes(readme), StandardCharsets.UTF_8));
        while (block.find()) {
            List<Call> calls = new ArrayList<>();
            Matcher curl = CURL.matcher(block.group(1));
            while (curl.find()) {
                calls.add(new Call(curl.group(1), curl.group(2)));
            }
            all.add(new ReadmeCalls(readme, calls, block.group(2).lines().toList()));
        }
        return all;
    }

    @Override
    public String toString() {
        return readme.getParent().getFileName() + ": " + calls.get(0).body();
    }
}
