package dev.krakenflow.benchmarks.versions;

/**
 * A pipeline of two stages around a service and a plug, each of which puts the version into the event by itself: of the
 * service both its interface and the client, by a header that it starts with.
 *
 * @param url of the service
 */
record MarkedDefinitions(String url) {

    /** The pipeline that is called. */
    static final String NAME = "marked";

    private static final String SET = """
            {"services": [
              {"name": "marks", "client": {"module": "http", "start": {"base_url": "%2$s", "headers": {"%3$s": "%1$d"}}},
               "interface": {"read": {"prepare": {"path": "/"},
                 "transform": {"client": "{%% body.mark %%}", "interface": %1$d}}}}],
             "pipelines": [
              {"name": "plugged", "components": [{"type": "stage", "name": "mark", "transform": {"plugged": %1$d}}]},
              {"name": "marked", "components": [
                {"type": "stage", "name": "first", "transform": {"first": %1$d}},
                {"type": "stage", "name": "served", "service": {"name": "marks", "function": "read"},
                  "transform": {"client": "{%% client %%}", "interface": "{%% interface %%}"}},
                {"type": "plug", "name": "plug", "pipeline": "plugged", "prepare": {}, "transform": {"plugged": "{%% plugged %%}"}},
                {"type": "stage", "name": "last", "transform": {"last": %1$d}}]}]}""";

    /** What is to be applied, all of it marked with this version. */
    String version(int version) {
        return SET.formatted(version, url, MarkService.HEADER);
    }
}
