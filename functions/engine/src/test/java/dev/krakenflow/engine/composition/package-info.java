/**
 * What features of the engine do to each other, pair by pair, seen only through what callers of the engine see. After each
 * test nothing may be left: no timer, no call, no lease, no client. Where the tests of a pair stand:
 *
 * <pre>
 *                     st bu re br rl bk ca sf ct ra pa ma pl sw go co oe fi cp id li hi cn
 * attempt timeout  at  T  T  T  B  L  K  u  u  E  -  E  E  E  E  E  E  E  E  E  E  E  E  X
 * stage timeout    st     T  T  u  L  K  C  C  E  -  E  E  E  E  E  E  E  E  E  I  E  E  X
 * budget           bu        T  u  L  K  u  C  E  -  E  E  E  E  E  O  E  E  E  I  S  E  E
 * retry            re           B  L  K  C  C  M  -  E  T  T  E  E  O  H  H  P  I  S  E  X
 * circuit breaker  br              L  K  C  C  B  -  B  B  E  E  B  O  B  E  B  I  B  E  X
 * rate limit       rl                 K  C  L  E  -  E  L  E  E  L  E  L  E  L  I  L  E  X
 * bulkhead         bk                    C  u  E  -  K  K  E  E  E  O  E  E  K  E  K  E  X
 * cache            ca                       C  C  -  E  C  E  E  C  O  H  E  C  E  E  E  X
 * single flight    sf                          S  -  C  C  E  E  E  E  E  E  E  I  S  E  X
 * catch            ct                             M  M  M  M  W  M  M  H  H  P  I  S  E  X
 * raise            ra                                M  M  M  E  E  O  H  H  P  I  S  E  E
 * parallel         pa                                   F  F  F  F  F  H  H  P  I  E  E  X
 * map              ma                                      F  F  F  O  H  X  P  I  S  E  X
 * plug             pl                                         E  O  O  H  H  P  I  E  E  X
 * switch           sw                                            S  W  W  W  P  W  S  W  E
 * goto loop        go                                               O  H  u  u  I  S  u  u
 * composer         co                                                  H  H  u  O  O  u  X
 * on_error         oe                                                     H  H  I  H  u  X
 * finally          fi                                                        H  I  H  u  X
 * compensate       cp                                                           I  P  P  X
 * idempotency      id                                                              u  u  X
 * list             li                                                                 S  P
 * history          hi                                                                    u
 * </pre>
 *
 * <ul>
 *   <li>B: {@link BreakerInRetryTest}
 *   <li>C: {@link CacheWithBreakerTest}
 *   <li>E: {@link EveryPairTest}
 *   <li>F: {@link FanOutInFanOutTest} and {@link TimeoutAroundFanOutTest}
 *   <li>H: {@link OnErrorWithOthersTest}
 *   <li>I: {@link IdempotencyWithOthersTest} and {@link IdempotencyWithPoliciesTest}
 *   <li>K: {@link BulkheadWithOthersTest}
 *   <li>L: {@link RateLimitWithOthersTest}
 *   <li>M: {@link CatchInMapTest}
 *   <li>O: {@link ComposerWithOthersTest}
 *   <li>P: {@link CompensateWithParallelTest}
 *   <li>S: {@link ListWithOthersTest}
 *   <li>T: {@link RetryInStageTimeoutTest}
 *   <li>W: {@link SwitchWithOthersTest}
 *   <li>X: {@link CancelInEachStateTest}
 *   <li>u: the tests of one of the two, in the package of the engine
 *   <li>-: they cannot meet, for a raise calls nothing
 * </ul>
 *
 * {@link EveryPairTest} has nearly all of them besides, {@link UndoneOnceTest} what is undone where many meet, and {@link
 * ReSubscriptionTest} what a second subscription does.
 */
@NullMarked
package dev.krakenflow.engine.composition;

import org.jspecify.annotations.NullMarked;
