package dev.krakenflow.function.admin;

import dev.krakenflow.json.JsonNodes;
import io.smallrye.mutiny.Uni;

/** A definition as it was written, with its expressions; secrets are named in it and never resolved. */
final class DefinitionOperation implements Operation {

    private final Definitions definitions;

    DefinitionOperation(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return definitions.get(request.key()).map(found -> JsonNodes.toValue(found.definition()));
    }
}
