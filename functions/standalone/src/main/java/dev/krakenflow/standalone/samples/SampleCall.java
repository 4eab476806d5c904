package dev.krakenflow.standalone.samples;

/**
 * A call to try.
 *
 * @param pipeline its name
 * @param event one line of JSON
 */
public record SampleCall(String pipeline, String event) {

    /** The command line that makes the call. */
    public String command(String address) {
        return "curl -s " + address + "/pipelines/call/" + pipeline + " -H 'content-type: application/json' -d '"
                + event.replace("'", "'\\''") + "'";
    }
}
