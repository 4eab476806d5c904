package dev.krakenflow.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name that was probably meant: small slips of the keyboard (a letter too many, too few, another, two
 * swapped), and other ways to write the same words ({@code maxHops}, {@code Max-Hops} for {@code max_hops}).
 */
public final class Nearest {
    private static final int LONGEST_NAME = 128;
    private static final int LETTERS_PER_SLIP = 3;

    private Nearest() {}

    /** The nearest of the known names, unless all are too different. */
    public static Optional<String> to(String name, Collection<String> known) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String bare = bare(name);
        return known.stream()
                .filter(candidate -> candidate.length() <= LONGEST_NAME)
                .map(candidate -> new Candidate(candidate, distance(bare, bare(candidate))))
                .filter(candidate -> candidate.distance() <= slips(bare, bare(candidate.name())))
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    private static int slips(String one, String other) {
        return Math.max(one.length(), other.length()) / LETTERS_PER_SLIP;
    }

    /** The optimal string alignment distance: edits, where swapping two neighbours is one. */
    private static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && swapped(one, other, i, j)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }

    private static boolean swapped(String one, String other, int i, int j) {
        return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
