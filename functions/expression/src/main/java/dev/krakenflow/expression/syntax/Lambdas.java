package dev.krakenflow.expression.syntax;

import dev.krakenflow.expression.syntax.Node.Lambda;
import dev.krakenflow.expression.syntax.Node.Name;
import dev.krakenflow.expression.syntax.Node.Variable;
import dev.krakenflow.expression.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Functions written in a source: what follows their list of parameters. */
final class Lambdas {

    /** More optional parameters than these would make the library's check of arguments hang. */
    private static final int MAX_OPTIONAL = 8;

    private final SyntaxParser parser;

    Lambdas(SyntaxParser parser) {
        this.parser = parser;
    }

    /** Whether what looks like a call begins a function. */
    static boolean isLambda(Node called) {
        return called instanceof Name name
                && (name.name().equals("function") || name.name().equals("λ"));
    }

    Lambda read(Node word, List<Node> arguments) {
        List<String> parameters = new ArrayList<>();
        for (Node argument : arguments) {
            if (!(Operators.withoutEmptyBrackets(argument) instanceof Variable variable)) {
                throw new SyntaxException("expected the parameters of a function to begin with $", argument.start());
            }
            parameters.add(variable.name());
        }
        String signature = parser.token().is("<") ? signature() : "";
        parser.open(parser.token());
        parser.take("{", false);
        Node body = parser.expression(0);
        parser.close("}", false);
        return new Lambda(List.copyOf(parameters), signature, body, word.start(), parser.lastEnd());
    }

    private String signature() {
        StringBuilder signature = new StringBuilder("<");
        Token opening = parser.advance(false);
        int depth = 1;
        while (!parser.token().is("{") && parser.token().kind() != Kind.END) {
            String text = parser.token().text();
            signature.append(text);
            depth += text.equals("<") ? 1 : text.equals(">") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            parser.advance(false);
        }
        parser.take(">", false);
        long optional = signature.chars().filter(c -> c == '?' || c == '-').count();
        long repeated = signature.chars().filter(c -> c == '+').count();
        if (optional > MAX_OPTIONAL || repeated > 1) {
            throw new SyntaxException("expected a simpler signature", opening.start());
        }
        return signature.toString();
    }
}
