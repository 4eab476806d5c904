package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.krakenflow.expression.syntax.Names;
import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.Node.Regex;
import dev.krakenflow.expression.syntax.SyntaxException;
import dev.krakenflow.json.JsonNull;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Compiles sources for the library, with our functions in place of those that it does wrong. Thread-safe. */
public final class Interpreter {

    private static final String NOTHING = "null";

    private final Guard guard = new Guard();
    private final Map<String, Object> provided = new HashMap<>();
    private final Map<String, JFunction> inserted = new InsertedFunctions(guard).all();

    /** Loads the library. */
    public Interpreter() {
        Stream.<List<? extends SignedFunction>>of(
                        TextFunctions.all(guard),
                        NumberFunctions.all(guard),
                        RegexFunctions.all(guard),
                        UrlFunctions.all(guard),
                        TimeFunctions.all(guard),
                        ListFunctions.all(guard),
                        ObjectFunctions.all(guard))
                .flatMap(List::stream)
                .forEach(function -> provided.put(function.name(), function));
    }

    /**
     * Compiles a source that was read already.
     *
     * @param node what the source says
     * @param variables names whose values are given with each evaluation
     * @param functions more functions that the source may call
     * @throws SyntaxException when the library does not take it
     */
    public Program compile(String source, Node node, Set<String> variables, FunctionSet functions) {
        RewrittenSource rewritten = Rewriter.rewrite(source, node, variables);
        Jsonata jsonata = parse(rewritten);
        bind(jsonata, rewritten, node, functions.values());
        boolean walksWhole = Wildcards.has("**", node) || functions.walkWhole();
        List<String> used = usedNames(node).stream().filter(variables::contains).toList();
        return new Program(jsonata, used, rewritten.offsets(), walksWhole, guard);
    }

    /** Binds what the source names, and only that: every compiled source keeps its own table. */
    void bind(Jsonata jsonata, RewrittenSource rewritten, Node node, Map<String, Object> functions) {
        for (String name : usedNames(node)) {
            Object function = functions.getOrDefault(name, provided.get(name));
            if (function != null) {
                jsonata.assign(name, function);
            }
        }
        inserted.forEach((name, function) -> {
            if (rewritten.text().contains(name)) {
                jsonata.assign(name, function);
            }
        });
        if (rewritten.text().contains(Inserted.NULL)) {
            jsonata.assign(Inserted.NULL, JsonNull.VALUE);
        }
        List<Regex> regexes = rewritten.regexes();
        for (int i = 0; i < regexes.size(); i++) {
            jsonata.assign(Inserted.regex(i), new GuardedRegex(pattern(regexes.get(i)), guard));
        }
    }

    private static Set<String> usedNames(Node node) {
        Set<String> names = new LinkedHashSet<>();
        Names.of(node).used().forEach(use -> names.add(use.name()));
        return names;
    }

    /**
     * Parses for the library. It makes what was parsed last on a thread the one whose environment each evaluation of that
     * thread replaces for as long as it goes on, so that another thread would evaluate it in a foreign environment.
     * Something that nobody evaluates takes that role.
     *
     * @throws SyntaxException when the library does not take it
     */
    Jsonata parse(RewrittenSource source) {
        try {
            Jsonata jsonata = Jsonata.jsonata(source.text());
            Jsonata.jsonata(NOTHING);
            jsonata.setValidateInput(false);
            jsonata.setOutputConvertNulls(false);
            return jsonata;
        } catch (JException e) {
            String reason = ErrorTexts.of(e);
            int offset = Math.max(0, source.offsets().inSource(e.getLocation()) - 1);
            throw new SyntaxException(reason == null ? "expected an expression" : reason, offset);
        } catch (RuntimeException | StackOverflowError e) {
            throw new SyntaxException("expected an expression", 0);
        }
    }

    private static Pattern pattern(Regex regex) {
        int flags = (regex.flags().contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (regex.flags().contains("m") ? Pattern.MULTILINE : 0);
        try {
            return Pattern.compile(regex.pattern(), flags);
        } catch (PatternSyntaxException e) {
            throw new SyntaxException("expected a regular expression: " + e.getDescription(), regex.start());
        } catch (StackOverflowError e) {
            throw new SyntaxException("expected a simpler regular expression", regex.start());
        }
    }

    Guard guard() {
        return guard;
    }
}
