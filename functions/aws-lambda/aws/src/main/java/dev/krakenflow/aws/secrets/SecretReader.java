package dev.krakenflow.aws.secrets;

/** Reads secrets by their ARNs. Blocks for some seconds at most. Thread-safe. */
@FunctionalInterface
interface SecretReader {

    /**
     * The text of a secret.
     *
     * @throws SecretUnavailableException when it cannot be read
     */
    String read(SecretArn arn);
}
