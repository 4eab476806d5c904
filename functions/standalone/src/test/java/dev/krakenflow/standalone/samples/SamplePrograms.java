package dev.krakenflow.standalone.samples;

import java.util.ArrayList;
import java.util.List;

/** The programs of all samples, running. */
record SamplePrograms(List<SampleProgram> programs) implements AutoCloseable {

    static SamplePrograms start() {
        SamplePrograms started = new SamplePrograms(new ArrayList<>());
        try {
            SampleCase.programs().forEach(source -> started.programs().add(SampleProgram.start(source)));
            return started;
        } catch (RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        programs.forEach(SampleProgram::close);
    }
}
