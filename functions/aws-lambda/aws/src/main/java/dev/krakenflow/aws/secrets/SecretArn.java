package dev.krakenflow.aws.secrets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a secret for all of AWS, {@code arn:aws:secretsmanager:<region>:<account>:secret:<name>-<six characters>}.
 *
 * @param text the whole of it
 */
record SecretArn(String text) {

    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\\d{12}:secret:([A-Za-z0-9/_+=.@-]{1,512})");
    private static final Pattern SUFFIX = Pattern.compile("-[A-Za-z0-9]{6}\\z");

    SecretArn {
        if (!ARN.matcher(text).matches()) {
            throw new IllegalArgumentException("not the ARN of a secret of Secrets Manager");
        }
    }

    /** The secret's own name, without what AWS adds. */
    String name() {
        Matcher matcher = ARN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("it was checked");
        }
        return SUFFIX.matcher(matcher.group(1)).replaceFirst("");
    }
}
