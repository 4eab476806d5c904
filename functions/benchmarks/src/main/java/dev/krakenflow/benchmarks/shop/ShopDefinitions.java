package dev.krakenflow.benchmarks.shop;

import dev.krakenflow.benchmarks.process.JsonClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The definitions of the sample as they stand in its folder, but for the addresses of its services. */
record ShopDefinitions(Path folder) {
    private static final String ADDRESSES = "http://127\\.0\\.0\\.1:\\d+";

    /** Those of this checkout. */
    static ShopDefinitions ofTheSample() {
        return new ShopDefinitions(Path.of(System.getProperty("kraken.samples", "../../samples"), "online-shop"));
    }

    /** Defines and starts everything, with all services at one address. */
    void define(JsonClient admin, String services) throws IOException {
        for (Path file : files("helpers")) {
            admin.defineHelpers(Files.readString(file));
        }
        for (Path file : files("services")) {
            admin.defineService(name(file), Files.readString(file).replaceAll(ADDRESSES, services));
        }
        for (Path file : files("pipelines")) {
            admin.define(name(file), Files.readString(file));
        }
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("definitions").resolve(kind))) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }
}
