package dev.krakenflow.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** The options of a command: {@code --name value} pairs with whole numbers as values, over defaults. Immutable. */
public final class Arguments {
    private final Map<String, Integer> values;

    private Arguments(Map<String, Integer> values) {
        this.values = values;
    }

    /**
     * Reads a command line.
     *
     * @param defaults every option that there is, by its name without dashes
     * @throws IllegalArgumentException on anything else; the message is for the user
     */
    public static Arguments parse(String[] line, Map<String, Integer> defaults) {
        Map<String, Integer> values = new LinkedHashMap<>(defaults);
        for (int i = 0; i < line.length; i += 2) {
            String name = line[i].startsWith("--") ? line[i].substring(2) : "";
            if (!defaults.containsKey(name)) {
                throw new IllegalArgumentException("unknown option " + line[i] + "; there are: " + defaults);
            }
            if (i + 1 == line.length || !line[i + 1].matches("[1-9][0-9]{0,6}")) {
                throw new IllegalArgumentException(line[i] + " needs a whole number from 1 to 9999999");
            }
            values.put(name, Integer.valueOf(line[i + 1]));
        }
        return new Arguments(values);
    }

    /** As {@link #parse}, for a {@code main}: what is wrong goes to standard error, and the process ends with 2. */
    public static Arguments orExit(String[] line, Map<String, Integer> defaults) {
        try {
            return parse(line, defaults);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }

    /** The value of an option that the defaults name. */
    public int number(String name) {
        Integer value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no default for " + name);
        }
        return value;
    }

    /** All options as they would be written on a command line. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        values.forEach(
                (name, value) -> line.append(" --").append(name).append(' ').append(value));
        return line.toString().strip();
    }
}
