package dev.krakenflow.aws.secrets;

import dev.krakenflow.aws.AwsClients;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Reads secrets by AWS' SDK. */
final class SdkSecretReader implements SecretReader, AutoCloseable {

    private final SecretsManagerClient client;

    /** With a client for the function that this process is. */
    SdkSecretReader() {
        this(AwsClients.configure(SecretsManagerClient.builder()).build());
    }

    SdkSecretReader(SecretsManagerClient client) {
        this.client = client;
    }

    @Override
    public String read(SecretArn arn) {
        try {
            String text = client.getSecretValue(request -> request.secretId(arn.text()))
                    .secretString();
            if (text == null) {
                throw new SecretUnavailableException(arn, "it is binary, and a text is expected", null);
            }
            return text;
        } catch (AwsServiceException refusal) {
            throw new SecretUnavailableException(
                    arn,
                    code(refusal) + "; the function's role needs secretsmanager:GetSecretValue for it,"
                            + " and kms:Decrypt where it has a key of its own",
                    null);
        } catch (SdkException away) {
            throw new SecretUnavailableException(
                    arn,
                    "no answer (" + away.getClass().getSimpleName()
                            + "); a function in a network needs a way to Secrets Manager, an endpoint or a NAT",
                    null);
        }
    }

    private static String code(AwsServiceException refusal) {
        return refusal.awsErrorDetails() == null
                ? "status " + refusal.statusCode()
                : refusal.awsErrorDetails().errorCode();
    }

    @Override
    public void close() {
        client.close();
    }
}
