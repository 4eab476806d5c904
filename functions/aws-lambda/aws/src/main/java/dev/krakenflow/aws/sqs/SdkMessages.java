package dev.krakenflow.aws.sqs;

import dev.krakenflow.aws.AwsClients;
import dev.krakenflow.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Messages by AWS' SDK. What SQS refuses is logged with its code, never with a message. */
final class SdkMessages implements SqsMessages {

    private static final Logger LOG = Logger.getLogger(SdkMessages.class);
    private static final int WAIT_SECONDS = 1;
    private static final int HELD_SECONDS = 60;
    private static final Map<String, MessageAttributeValue> IS_CAST = Map.of(
            MessageText.ATTRIBUTE,
            MessageAttributeValue.builder().dataType("String").stringValue("1").build());

    private final SqsClient sqs;

    /** With a client for the function that this process is. */
    SdkMessages() {
        this(AwsClients.configure(SqsClient.builder()).build());
    }

    SdkMessages(SqsClient sqs) {
        this.sqs = sqs;
    }

    @Override
    public Set<Integer> send(String queue, List<String> bodies) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .messageBody(bodies.get(i))
                    .messageAttributes(IS_CAST)
                    .build());
        }
        return answered(() ->
                left(sqs.sendMessageBatch(request -> request.queueUrl(queue).entries(entries))
                        .failed()));
    }

    private static Set<Integer> left(List<BatchResultErrorEntry> failed) {
        Set<Integer> left = new HashSet<>();
        for (BatchResultErrorEntry entry : failed) {
            if (Boolean.TRUE.equals(entry.senderFault())) {
                throw refused(entry.code());
            }
            left.add(Integer.parseInt(entry.id()));
        }
        return left;
    }

    @Override
    public List<Received> receive(String queue) {
        return answered(() -> sqs
                .receiveMessage(request -> request.queueUrl(queue)
                        .maxNumberOfMessages(MOST)
                        .visibilityTimeout(HELD_SECONDS)
                        .waitTimeSeconds(WAIT_SECONDS))
                .messages()
                .stream()
                .map(message -> new Received(message.receiptHandle(), message.body()))
                .toList());
    }

    @Override
    public void delete(String queue, List<String> handles) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String handle : handles) {
            entries.add(DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(handle)
                    .build());
        }
        answered(() -> sqs.deleteMessageBatch(request -> request.queueUrl(queue).entries(entries)));
    }

    @Override
    public void release(String queue, List<String> handles) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
        for (String handle : handles) {
            entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(handle)
                    .visibilityTimeout(0)
                    .build());
        }
        answered(() -> sqs.changeMessageVisibilityBatch(
                request -> request.queueUrl(queue).entries(entries)));
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refusal) {
            String code = refusal.awsErrorDetails() == null
                    ? Integer.toString(refusal.statusCode())
                    : refusal.awsErrorDetails().errorCode();
            throw refused(code);
        } catch (SdkException away) {
            LOG.warnf("SQS does not answer: %s", away.getClass().getSimpleName());
            throw new StoreUnavailableException("SQS does not answer", away);
        }
    }

    private static StoreUnavailableException refused(String code) {
        LOG.warnf("SQS refuses what it is asked for: %s", code);
        return new StoreUnavailableException("SQS refuses: " + code, null);
    }
}
