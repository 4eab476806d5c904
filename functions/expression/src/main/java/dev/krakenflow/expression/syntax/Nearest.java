package dev.krakenflow.expression.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The known name that is nearest to an unknown one: by the fewest letters to add, drop or change (Levenshtein). */
public final class Nearest {

    private static final int LETTERS_PER_MISTAKE = 3;

    private Nearest() {}

    /** Empty when none is near enough to have been meant. */
    public static Optional<String> to(String unknown, Collection<String> known) {
        return to(unknown, known.stream());
    }

    /** Empty when none is near enough to have been meant; the first of those that are equally near. */
    public static Optional<String> to(String unknown, Stream<String> known) {
        int allowed = 1 + unknown.length() / LETTERS_PER_MISTAKE;
        return known.filter(name -> Math.abs(name.length() - unknown.length()) <= allowed)
                .filter(name -> distance(unknown, name) <= allowed)
                .min(Comparator.comparingInt(name -> distance(unknown, name)));
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[other.length()];
    }
}
