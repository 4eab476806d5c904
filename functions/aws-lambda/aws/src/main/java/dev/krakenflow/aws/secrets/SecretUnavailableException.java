package dev.krakenflow.aws.secrets;

import org.jspecify.annotations.Nullable;

/** A secret cannot be read. The message names it and says why, and nothing of what is in it. */
final class SecretUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretUnavailableException(SecretArn arn, String reason, @Nullable Throwable cause) {
        super("the secret " + arn.name() + " cannot be read from Secrets Manager: " + reason, cause);
    }
}
