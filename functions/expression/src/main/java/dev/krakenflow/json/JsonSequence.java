package dev.krakenflow.json;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values one after the other out of bytes that come in chunks, each exactly as {@link JsonReader} reads a whole
 * text. Holds one chunk and, where a value goes over the end of one, what came of it so far. Asked for the next value
 * until there is none, it is given the next chunk. After it has thrown it is good for nothing more. For one thread at a
 * time.
 */
public final class JsonSequence {

    /** What may stand at the next byte that is not white space. */
    private enum Place {
        BEGINNING,
        VALUE,
        FIRST_ELEMENT,
        ELEMENT,
        COMMA,
        BEHIND_THE_LIST
    }

    private static final byte RECORD_SEPARATOR = 0x1E;

    private static final byte[] NOTHING = {};

    private final JsonSequenceForm form;
    private final int mostBytes;
    private final ValueScan scan = new ValueScan();
    private ByteArrayOutputStream carried = new ByteArrayOutputStream(0);
    private Place place = Place.BEGINNING;
    private byte[] chunk = NOTHING;
    private int at;
    private boolean ended;
    private long read;

    /** @param mostBytes how many one value may have */
    public JsonSequence(JsonSequenceForm form, int mostBytes) {
        this.form = form;
        this.mostBytes = mostBytes;
    }

    /** Gives it the next bytes, which nobody changes any more. */
    public void add(byte[] next) {
        if (at < chunk.length || ended) {
            throw new IllegalStateException("there are bytes left, or there will be no more");
        }
        chunk = next;
        at = 0;
    }

    /** Says that there are no more bytes. */
    public void end() {
        ended = true;
    }

    /**
     * The next value.
     *
     * @return null when it needs more bytes, or, after {@link #end}, when there are no more values
     * @throws MalformedJsonException when what follows is no JSON, or not in this form
     * @throws OversizedValueException when the value has too many bytes
     */
    public @Nullable Object next() {
        while (at < chunk.length) {
            if (scan.isInside() || beginsValue(chunk[at])) {
                Object value = value();
                if (value != null) {
                    return value;
                }
            } else {
                at++;
            }
        }
        chunk = NOTHING;
        at = 0;
        return ended ? last() : null;
    }

    /** Whether a byte outside of values begins one, or what is to be refused as one. */
    private boolean beginsValue(byte b) {
        if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            return false;
        }
        return switch (place) {
            case BEGINNING -> !beginsList(b) && beginsOneOfMany(b);
            case VALUE -> beginsOneOfMany(b);
            case FIRST_ELEMENT -> !endsList(b);
            case ELEMENT -> true;
            case COMMA -> {
                if (b != ',' && !endsList(b)) {
                    throw refused("expected a comma or the end of the list before it");
                }
                place = b == ',' ? Place.ELEMENT : Place.BEHIND_THE_LIST;
                yield false;
            }
            case BEHIND_THE_LIST -> throw refused("expected the end behind the list");
        };
    }

    private boolean beginsList(byte b) {
        boolean begins = b == '[' && form == JsonSequenceForm.LIST_OR_VALUES;
        place = begins ? Place.FIRST_ELEMENT : Place.VALUE;
        return begins;
    }

    private boolean beginsOneOfMany(byte b) {
        return b != RECORD_SEPARATOR || form != JsonSequenceForm.RECORDS;
    }

    private boolean endsList(byte b) {
        if (b == ']') {
            place = Place.BEHIND_THE_LIST;
            return true;
        }
        return false;
    }

    /** The value that begins or goes on here; null when it goes on behind the chunk. */
    private @Nullable Object value() {
        int from = at;
        int end = scan.end(chunk, from);
        at = end < 0 ? chunk.length : end;
        if (carried.size() + at - from > mostBytes) {
            throw new OversizedValueException(read + 1, mostBytes);
        }
        if (end >= 0 && carried.size() == 0) {
            return read(chunk, from, end);
        }
        carried.write(chunk, from, at - from);
        return end < 0 ? null : carriedValue();
    }

    private @Nullable Object last() {
        if (carried.size() > 0) {
            return carriedValue();
        }
        return switch (place) {
            case BEGINNING, VALUE, BEHIND_THE_LIST -> null;
            case FIRST_ELEMENT, ELEMENT, COMMA -> throw refused("the text ends too early");
        };
    }

    private Object carriedValue() {
        byte[] bytes = carried.toByteArray();
        carried = new ByteArrayOutputStream(0);
        return read(bytes, 0, bytes.length);
    }

    private Object read(byte[] bytes, int from, int to) {
        try {
            Object value = JsonReader.read(bytes, from, to);
            read++;
            place = place == Place.VALUE ? Place.VALUE : Place.COMMA;
            return value;
        } catch (MalformedJsonException malformed) {
            throw MalformedJsonException.ofValue(read + 1, malformed);
        }
    }

    private MalformedJsonException refused(String reason) {
        return MalformedJsonException.ofValue(read + 1, new MalformedJsonException(reason, 1, 1, null));
    }
}
