package dev.krakenflow.json;

/** How the values of a {@link JsonSequence} stand in its text. */
public enum JsonSequenceForm {
    /** As the elements of one list, or, where the text does not begin with a list, one behind the other. */
    LIST_OR_VALUES,

    /** One behind the other, as in NDJSON: a list is a value like any other. */
    VALUES,

    /** As values are, with a record separator before each (RFC 7464). */
    RECORDS
}
