package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When calls of a service that keeps failing are refused for a while.
 *
 * @param failureRatio above 0 to 1: it opens when so many of the last calls failed
 * @param requestVolume how many last calls are looked at; fewer never open it
 * @param delay how long it stays open
 * @param successThreshold how many calls must succeed then to close it
 */
public record Breaker(double failureRatio, int requestVolume, Duration delay, int successThreshold) {

    public Breaker {
        requireNonNull(delay);
        if (!(failureRatio > 0 && failureRatio <= 1) || requestVolume < 1 || successThreshold < 1) {
            throw new IllegalArgumentException("a breaker that never opens or never closes");
        }
    }
}
