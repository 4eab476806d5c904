package dev.krakenflow.engine;

/**
 * How much the histories of the branches and items of one event may still tell: together as much as fits into an answer,
 * because each of a hundred thousand items has a history of its own. For use in {@link Turns}.
 */
final class BranchRoom {

    /** An answer has room for about so many entries of the smallest kind. */
    static final int WHOLE = 25_000;

    private int left = WHOLE;

    /** @return false: no more */
    boolean take() {
        return left > 0 && left-- > 0;
    }
}
