package dev.krakenflow.standalone.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with a folder for each sample. */
record SampleFolder(Path root) {

    List<Sample> samples() {
        return Sample.list(root).stream()
                .filter(Files::isDirectory)
                .map(Sample::new)
                .toList();
    }

    /** The files that define things of a kind, over all samples. */
    List<Path> definitions(String kind) {
        return samples().stream()
                .flatMap(sample -> sample.definitions(kind).stream())
                .toList();
    }

    /** The programs of all samples. */
    List<Path> programs() {
        return samples().stream().flatMap(sample -> sample.programs().stream()).toList();
    }
}
