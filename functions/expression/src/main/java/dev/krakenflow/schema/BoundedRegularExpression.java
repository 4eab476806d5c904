package dev.krakenflow.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/** A pattern of the JDK that gives up after so many characters read: backtracking can read the same one for years. */
final class BoundedRegularExpression implements RegularExpression {

    private static final long LEAST_BOUND = 1_000_000;
    private static final long READS_PER_CHARACTER = 50;

    private final Pattern pattern;

    BoundedRegularExpression(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    @Override
    public boolean matches(String value) {
        long reads = Math.min(quadratic(value.length()), LEAST_BOUND);
        return pattern.matcher(new Counted(value, new long[] {Math.max(reads, READS_PER_CHARACTER * value.length())}))
                .find();
    }

    /** What a harmless pattern without an anchor may need on a text of this length, and short texts no more. */
    private static long quadratic(long length) {
        return 1_000 + 100 * length + length * length;
    }

    /** Counts the characters that are read; the count is shared with the parts that the matcher takes of it. */
    private record Counted(CharSequence text, long[] left) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new ValidationAbortedException("takes too long to match a pattern of the schema");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
