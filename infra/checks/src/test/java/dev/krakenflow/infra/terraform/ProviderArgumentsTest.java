package dev.krakenflow.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.infra.hcl.Body;
import dev.krakenflow.infra.hcl.Body.Block;
import dev.krakenflow.infra.terraform.ProviderSchema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is given to a resource is what its provider takes, down to the blocks inside. */
class ProviderArgumentsTest {
    private static final List<String> KINDS = List.of("resource", "data", "ephemeral");

    /** What Terraform itself takes from every block. */
    private static final Set<String> META_ARGUMENTS = Set.of("for_each", "count", "depends_on", "provider");

    static List<TerraformModule> all() {
        return TerraformModule.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyArgumentAndBlockIsKnownAndNoneIsMissing(TerraformModule module) {
        List<String> wrong = new ArrayList<>();
        for (String kind : KINDS) {
            for (Block block : module.blocks(kind)) {
                String address = kind + "." + String.join(".", block.labels());
                ProviderSchema.READ
                        .of(kind, block.label(0))
                        .ifPresentOrElse(
                                shape -> compare(address, block.body(), shape, wrong),
                                () -> wrong.add(address + " is not in the lists"));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void theListsHoldNothingThatIsNotUsedAndNameAPageForEach() {
        Set<String> used = new TreeSet<>();
        for (TerraformModule module : all()) {
            KINDS.forEach(kind -> module.blocks(kind).forEach(it -> used.add(kind + "." + it.label(0))));
        }

        assertThat(ProviderSchema.READ.known()).isEqualTo(used);
        assertThat(used)
                .allMatch(it -> ProviderSchema.READ
                        .page(it.substring(0, it.indexOf('.')), it.substring(it.indexOf('.') + 1))
                        .orElse("")
                        .contains("docs/"));
    }

    private static void compare(String place, Body body, Shape shape, List<String> wrong) {
        Set<String> given = new TreeSet<>();
        body.attributes().forEach(it -> given.add(it.name()));
        shape.required().stream().filter(it -> !given.contains(it)).forEach(it -> wrong.add(place + " has no " + it));
        given.stream()
                .filter(it -> !shape.takes(it) && !META_ARGUMENTS.contains(it))
                .forEach(it -> wrong.add(place + " takes no " + it));
        for (Block block : body.blocks()) {
            if (!block.type().equals("lifecycle")) {
                compareInside(place, block, shape, wrong);
            }
        }
    }

    private static void compareInside(String place, Block block, Shape shape, List<String> wrong) {
        boolean dynamic = block.type().equals("dynamic");
        String type = dynamic ? block.label(0) : block.type();
        Shape inside = shape.blocks().get(type);
        if (inside == null) {
            wrong.add(place + " has no block " + type);
            return;
        }
        Stream<Body> bodies =
                dynamic ? block.body().blocks("content").stream().map(Block::body) : Stream.of(block.body());
        bodies.forEach(it -> compare(place + "." + type, it, inside, wrong));
    }
}
