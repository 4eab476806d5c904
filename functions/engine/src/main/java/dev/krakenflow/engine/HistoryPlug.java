package dev.krakenflow.engine;

import org.jspecify.annotations.Nullable;

/**
 * How the stay in a component ended that was left after others were entered: a plug. In a chain, newest first.
 *
 * @param place that of its {@link HistoryEntry}
 * @param length how many there are in the chain, with this one
 */
record HistoryPlug(@Nullable HistoryPlug before, long place, HistoryStay stay, int length) {

    static HistoryPlug of(@Nullable HistoryPlug before, long place, HistoryStay stay) {
        return new HistoryPlug(before, place, stay, before == null ? 1 : before.length + 1);
    }

    /** Those of the entries that are still kept, of a history of so many. */
    static @Nullable HistoryPlug kept(@Nullable HistoryPlug plugs, long count) {
        HistoryPlug kept = null;
        for (HistoryPlug it = plugs; it != null; it = it.before) {
            if (it.place < History.KEPT || it.place >= count - History.KEPT) {
                kept = of(kept, it.place, it.stay);
            }
        }
        return kept;
    }
}
