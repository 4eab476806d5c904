package dev.krakenflow.aws.secrets;

/** A setting of the function that can stand in a secret, as a text or as a member of a JSON object. */
enum SecretSetting {
    /** The password of Redis. */
    REDIS_PASSWORD("quarkus.redis.password", "kraken.redis.secret.arn", "password"),

    /** The token of the admin side. */
    ADMIN_TOKEN("kraken.admin.token", "kraken.admin.secret.arn", "token"),

    /** The token of the data side. */
    DATA_TOKEN("kraken.data.token", "kraken.data.secret.arn", "token");

    private final String property;
    private final String arnProperty;
    private final String member;

    SecretSetting(String property, String arnProperty, String member) {
        this.property = property;
        this.arnProperty = arnProperty;
        this.member = member;
    }

    /** The setting itself. */
    String property() {
        return property;
    }

    /** The setting that names the secret. */
    String arnProperty() {
        return arnProperty;
    }

    String member() {
        return member;
    }
}
