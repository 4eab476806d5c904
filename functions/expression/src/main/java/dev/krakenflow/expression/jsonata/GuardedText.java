package dev.krakenflow.expression.jsonata;

/** A string for a regular expression to read: matching can take longer than anybody lives, so it looks at the clock. */
final class GuardedText implements CharSequence {

    private static final int CHARACTERS_PER_CHECK = 4096;

    private final String text;
    private final Meter meter;
    private int read;

    GuardedText(String text, Meter meter) {
        this.text = text;
        this.meter = meter;
    }

    @Override
    public char charAt(int index) {
        if (++read >= CHARACTERS_PER_CHECK) {
            read = 0;
            meter.checkTime();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
