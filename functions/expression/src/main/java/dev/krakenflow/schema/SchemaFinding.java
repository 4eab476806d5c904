package dev.krakenflow.schema;

/**
 * One thing that does not match: of a value that was validated, or of a schema that was compiled.
 *
 * @param pointer JSON pointer into the value (or the schema); {@code ""} is the whole
 * @param message what was expected; names types, keys and parts of the schema, never the offending value
 */
public record SchemaFinding(String pointer, String message) {}
