/**
 * JSON values as they go through a run: {@code Map<String, Object>} in the order of the text, {@code List<Object>},
 * {@code String}, {@code Boolean}, numbers ({@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal},
 * {@code Double}) and {@link dev.krakenflow.json.JsonNull#VALUE} for null; reading and writing them within bounds.
 * Java's {@code null} always means that a value is missing. Knows nothing of expressions or definitions.
 */
@NullMarked
package dev.krakenflow.json;

import org.jspecify.annotations.NullMarked;
