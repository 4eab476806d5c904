package dev.krakenflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentedCodesTest {

    private static final Path INTERFACES = Path.of("..", "..", "docs", "interfaces.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{3}) \\| (.+) \\|$");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`(\\*?)");

    @Test
    void tellsEveryCodeWithItsStatusAndWhetherItMayGoBetterLater() throws IOException {
        Set<String> documented = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(INTERFACES));
        while (row.find()) {
            Matcher code = CODE.matcher(row.group(2));
            while (code.find()) {
                documented.add(row.group(1) + " " + code.group(1) + code.group(2));
            }
        }

        assertThat(documented)
                .isEqualTo(Arrays.stream(FailureCode.values())
                        .map(code -> code.status() + " " + code.code() + (code.later() ? "*" : ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
