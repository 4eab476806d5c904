package dev.krakenflow.infra.terraform;

import dev.krakenflow.infra.hcl.Body;
import dev.krakenflow.infra.hcl.Body.Attribute;
import dev.krakenflow.infra.hcl.Body.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What waits for what in a root and all that it calls, as Terraform sees it: resources, data sources, locals, variables and outputs, but not
 * modules as a whole. Addresses begin with the name of the call, which is empty in the root: {@code casts/aws_sqs_queue.this}.
 */
final class Dependencies {
    private final Map<String, TerraformModule> calls;
    private final Map<String, Set<String>> edges = new TreeMap<>();

    Dependencies(TerraformModule root) {
        this.calls = root.calls();
        read("", root);
        calls.forEach(this::read);
        root.blocks("module").forEach(this::connect);
    }

    /** The steps of a way from something back to itself; empty when there is none. */
    List<String> cycle() {
        Set<String> done = new HashSet<>();
        return edges.keySet().stream()
                .map(it -> cycle(it, new ArrayList<>(), done))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> cycle(String at, List<String> way, Set<String> done) {
        int before = way.indexOf(at);
        if (before >= 0) {
            return List.copyOf(way.subList(before, way.size()));
        }
        way.add(at);
        for (String next : done.contains(at) ? Set.<String>of() : edges.getOrDefault(at, Set.of())) {
            List<String> found = cycle(next, way, done);
            if (!found.isEmpty()) {
                return found;
            }
        }
        way.removeLast();
        done.add(at);
        return List.of();
    }

    private void read(String call, TerraformModule module) {
        for (TerraformFile file : module.files()) {
            for (Block block : file.body().blocks()) {
                switch (block.type()) {
                    case "resource" -> add(call, String.join(".", block.labels()), block);
                    case "data", "ephemeral" -> add(call, block.type() + "." + String.join(".", block.labels()), block);
                    case "variable" -> add(call, "var." + block.label(0), block);
                    case "output" -> add(call, "output." + block.label(0), block);
                    case "locals" -> block.body().attributes().forEach(it -> addLocal(call, it));
                    default -> {}
                }
            }
        }
    }

    private void addLocal(String call, Attribute local) {
        add(call, "local." + local.name(), blockOf(local));
    }

    private void add(String call, String name, Block block) {
        Set<String> targets = edges.computeIfAbsent(call + "/" + name, it -> new LinkedHashSet<>());
        // What is checked about a variable refers to it.
        Reference.in(block)
                .flatMap(it -> targets(call, it))
                .filter(it -> !it.equals(call + "/" + name))
                .forEach(targets::add);
    }

    /** What is passed waits in the variable; what holds for a whole call holds for each resource in it. */
    private void connect(Block call) {
        String name = call.label(0);
        for (Attribute attribute : call.body().attributes()) {
            if (Set.of("for_each", "count", "depends_on").contains(attribute.name())) {
                calls.get(name)
                        .blocks("resource")
                        .forEach(it -> addTargets(name + "/" + String.join(".", it.labels()), attribute));
            } else {
                addTargets(name + "/var." + attribute.name(), attribute);
            }
        }
    }

    private void addTargets(String address, Attribute attribute) {
        Set<String> targets = edges.computeIfAbsent(address, it -> new LinkedHashSet<>());
        Reference.in(blockOf(attribute)).flatMap(it -> targets("", it)).forEach(targets::add);
    }

    private static Block blockOf(Attribute attribute) {
        return new Block("", List.of(), new Body(List.of(attribute), List.of()), attribute.line());
    }

    private Stream<String> targets(String call, Reference reference) {
        return switch (reference.first()) {
            case "each", "count", "path", "self" -> Stream.empty();
            case "var", "local" -> Stream.of(call + "/" + reference.first() + "." + reference.word(1));
            case "data", "ephemeral" ->
                Stream.of(call + "/" + reference.first() + "." + reference.word(1) + "." + reference.word(2));
            case "module" -> outputs(reference);
            default -> Stream.of(call + "/" + reference.first() + "." + reference.word(1));
        };
    }

    private Stream<String> outputs(Reference reference) {
        String call = reference.word(1);
        return reference.word(2).isEmpty()
                ? calls.get(call).outputs().keySet().stream().map(it -> call + "/output." + it)
                : Stream.of(call + "/output." + reference.word(2));
    }
}
