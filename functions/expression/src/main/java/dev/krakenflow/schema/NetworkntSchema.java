package dev.krakenflow.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.krakenflow.json.JsonNodes;
import java.util.List;

/** A schema of the library by networknt, every validation in a {@link BoundedContext}. */
final class NetworkntSchema implements Schema {

    private static final int MAX_MESSAGE = 300;

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .losslessNarrowing(true)
            .regularExpressionFactory(BoundedRegularExpression::new)
            .build();

    /**
     * JSON Schema 2020-12 with mailboxes of our own. Unknown keywords are annotations, as the specification says; the
     * library's own factory would warn of each in the log, and keep its name for ever.
     */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .format(MailboxFormat.ascii())
            .format(MailboxFormat.international())
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();

    /** Ends what the library puts before what it says of a format. */
    private static final String MUST_BE = "must be ";

    private final com.networknt.schema.Schema schema;

    private NetworkntSchema(com.networknt.schema.Schema schema) {
        this.schema = schema;
    }

    static NetworkntSchema compile(JsonNode json) {
        try {
            com.networknt.schema.Schema schema = registry().getSchema(json);
            schema.initializeValidators();
            return new NetworkntSchema(schema);
        } catch (SchemaException | IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be compiled: " + firstLine(e), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("refers to itself without end", e);
        }
    }

    static NetworkntSchema ofDialect(String dialect) {
        return new NetworkntSchema(registry().getSchema(SchemaLocation.of(dialect)));
    }

    /** One for each schema: a shared one would keep what it resolved of schemas that are long gone. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(DIALECT, builder -> builder.schemaRegistryConfig(CONFIG));
    }

    @Override
    public List<SchemaFinding> validate(Object value) {
        return findings(JsonNodes.toNode(value));
    }

    List<SchemaFinding> findings(JsonNode value) {
        BoundedContext context = new BoundedContext();
        try {
            schema.validate(context, value);
        } catch (ValidationAbortedException e) {
            return List.of(new SchemaFinding("", String.valueOf(e.getMessage())));
        } catch (SchemaException e) {
            return List.of(new SchemaFinding("", "cannot be checked against the schema: " + firstLine(e)));
        } catch (StackOverflowError e) {
            return List.of(new SchemaFinding("", "is nested too deeply to check against the schema"));
        }
        return context.getErrors().stream()
                .map(NetworkntSchema::finding)
                .distinct()
                .toList();
    }

    private static SchemaFinding finding(Error error) {
        String message = message(error);
        return new SchemaFinding(
                pointer(error.getInstanceLocation()),
                message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…");
    }

    private static String message(Error error) {
        if ("false".equals(error.getMessageKey())) {
            return "is not allowed here";
        }
        String message = error.getMessage();
        // It says the same thing twice: "does not match the email pattern must be a valid RFC 5321 Mailbox".
        int mustBe = "format".equals(error.getKeyword()) ? message.indexOf(MUST_BE) : -1;
        return mustBe < 0 ? message : message.substring(mustBe);
    }

    private static String pointer(NodePath path) {
        return path.getNameCount() == 0 ? "" : path.toString();
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
