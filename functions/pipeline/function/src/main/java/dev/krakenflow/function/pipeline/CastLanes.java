package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.Room;
import dev.krakenflow.engine.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Who of what is cast may run: of each pipeline as many deliveries at once as it says, all of them together at most so
 * many. What was taken before its pipeline had said so waits for its turn here. Thread-safe.
 */
final class CastLanes {

    /** How many of a pipeline are taken of which nobody knows how many may run. */
    private static final int UNKNOWN = 16;

    /** How many pipelines are remembered of which nothing runs. */
    private static final int MOST_IDLE = 1_000;

    private final Map<String, Lane> lanes = new HashMap<>();
    private final int most;
    private final Scheduler scheduler;
    private final Executor turns;
    private int held;
    private boolean full;

    /** The deliveries of one pipeline that are here. */
    private static final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int limit = UNKNOWN;
        private boolean known;
        private int running;
        private boolean full;
        private long closedUntil;
        private boolean closed;

        private int here() {
            return running + waiting.size();
        }
    }

    /**
     * Empty lanes.
     *
     * @param most deliveries that may be here
     * @param turns where a delivery runs; must not run it at once
     */
    CastLanes(int most, Scheduler scheduler, Executor turns) {
        this.most = most;
        this.scheduler = scheduler;
        this.turns = turns;
    }

    /** What more can be taken now. */
    synchronized Room room() {
        if (lanes.size() > MOST_IDLE) {
            lanes.values().removeIf(lane -> lane.here() == 0 && !isClosed(lane));
        }
        Map<String, Integer> byPipeline = new HashMap<>();
        lanes.forEach((pipeline, lane) -> {
            int room = isClosed(lane) ? 0 : Math.max(0, lane.limit - lane.here());
            lane.full = room == 0;
            byPipeline.put(pipeline, room);
        });
        full = held >= most;
        return new Room(Math.max(0, most - held), byPipeline, UNKNOWN);
    }

    /** Runs a delivery when it is its turn. Whoever runs it must {@link #leave} the lane, and {@link #settle} it. */
    synchronized void enter(String pipeline, Runnable run) {
        Lane lane = lanes.computeIfAbsent(pipeline, name -> new Lane());
        held++;
        lane.waiting.add(run);
        runNext(lane);
    }

    /** A pipeline says how many of its events may run at once; gives whether somebody may wait for that. */
    synchronized boolean limit(String pipeline, int limit) {
        Lane lane = lanes.computeIfAbsent(pipeline, name -> new Lane());
        boolean wider = !lane.known || limit > lane.limit;
        lane.known = true;
        lane.limit = limit;
        runNext(lane);
        return wider && lane.full;
    }

    /** For a while nothing of a pipeline is taken. */
    synchronized void close(String pipeline, Duration pause) {
        Lane lane = lanes.computeIfAbsent(pipeline, name -> new Lane());
        lane.closed = true;
        lane.closedUntil = scheduler.nanoTime() + pause.toNanos();
    }

    /** A delivery runs no more; gives whether somebody may wait for its place. */
    synchronized boolean leave(String pipeline) {
        Lane lane = lanes.get(pipeline);
        if (lane == null) {
            return false;
        }
        lane.running--;
        runNext(lane);
        // The pipeline may be another one when something comes again.
        lane.known = lane.known && lane.running > 0;
        boolean awaited = lane.full;
        lane.full = false;
        return awaited;
    }

    /** A delivery is settled; gives whether somebody may wait for its place. */
    synchronized boolean settle() {
        held--;
        notifyAll();
        boolean awaited = full;
        full = false;
        return awaited;
    }

    /** Waits until all that is here is settled; gives whether it is. Blocks; for the end of the process. */
    synchronized boolean awaitEmpty(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (held > 0 && System.nanoTime() < end) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        return held == 0;
    }

    /** Of a pipeline that has not said how many, one: it says so when that has begun. */
    private void runNext(Lane lane) {
        int places = lane.known ? lane.limit : 1;
        while (lane.running < places && !lane.waiting.isEmpty()) {
            lane.running++;
            turns.execute(lane.waiting.remove());
        }
    }

    private boolean isClosed(Lane lane) {
        lane.closed = lane.closed && lane.closedUntil - scheduler.nanoTime() > 0;
        return lane.closed;
    }
}
