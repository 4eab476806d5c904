package dev.krakenflow.benchmarks.http;

/**
 * What a load did.
 *
 * @param answers all answers that came, the last ones of each connection too
 * @param perSecond answers a second while requests were sent
 * @param p50 median latency in milliseconds
 * @param p99 99th percentile in milliseconds
 * @param longest in milliseconds
 */
record Load(long answers, double perSecond, double p50, double p99, double longest) {}
