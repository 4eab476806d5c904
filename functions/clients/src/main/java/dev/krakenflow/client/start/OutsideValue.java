package dev.krakenflow.client.start;

/**
 * A value from outside of the definitions that an expression asks for.
 *
 * @param kind where it comes from
 * @param name the secret's or the variable's
 */
record OutsideValue(Kind kind, String name) {

    /** The functions that give values from outside, and how failures call what they give. */
    enum Kind {
        SECRET("secret", "the secret"),
        ENV("env", "the environment variable");

        private final String function;
        private final String words;

        Kind(String function, String words) {
            this.function = function;
            this.words = words;
        }

        String function() {
            return function;
        }
    }

    /** For failures; names the value and never shows it. */
    @Override
    public String toString() {
        return kind.words + " '" + name + "'";
    }
}
