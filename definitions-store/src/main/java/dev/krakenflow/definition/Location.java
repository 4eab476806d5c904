package dev.krakenflow.definition;

/**
 * A place in the text of a definition.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Location(int line, int column) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
