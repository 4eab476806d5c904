package dev.krakenflow.infra.hcl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in a file, or between the braces of a block: in the order written. */
public record Body(List<Attribute> attributes, List<Block> blocks) {

    /** <code>name = value</code>. */
    public record Attribute(String name, Expression value, int line) {}

    /** <code>type "label" { … }</code>. */
    public record Block(String type, List<String> labels, Body body, int line) {

        /** The label at an index. */
        public String label(int index) {
            return labels.get(index);
        }
    }

    public Body {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /** The value of an attribute. */
    public Optional<Expression> value(String name) {
        return attributes.stream()
                .filter(it -> it.name().equals(name))
                .map(Attribute::value)
                .findFirst();
    }

    /** The blocks of a type. */
    public List<Block> blocks(String type) {
        return blocks.stream().filter(it -> it.type().equals(type)).toList();
    }

    /** The values of all attributes, those of the blocks inside too. */
    public Stream<Expression> expressions() {
        return Stream.concat(
                attributes.stream().map(Attribute::value),
                blocks.stream().flatMap(it -> it.body().expressions()));
    }
}
