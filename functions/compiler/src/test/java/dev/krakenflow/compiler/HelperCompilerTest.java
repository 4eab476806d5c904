package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.helper;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelperCompilerTest {
    private final HelperCompiler compiler = new HelperCompiler(new JsonataExpressions(Bounds.DEFAULT));

    @Test
    void compilesFunctionsThatCallEachOther() {
        HelperLibrary library = compiled(compiler.compile(helper("""
                {'name': 'numbers', 'description': 'of two', 'functions': {'twice': '{% function($n) { $n * 2 } %}',
                  'fourfold': ' {% function($n) { $twice($twice($n)) } %} '}}
                """)));

        assertThat(library.name()).isEqualTo("numbers");
        assertThat(library.functions()).containsOnlyKeys("twice", "fourfold");
        assertThat(library.functions().get("twice").strip()).isEqualTo("function($n) { $n * 2 }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'f': '{% 5 %}'}                            | bad-expression /functions/f",
                "{'f': 'a {% 5 %}'}                          | partial-expression /functions/f write {% \"a \" & 5 %}",
                "{'f': 'function($n) { $n }'}                | bad-expression /functions/f",
                "{'f': 5}                                    | wrong-type /functions/f",
                "{'f': '{% function($n) { $n + } %}'}        | bad-expression /functions/f",
                "{'f': '{% function($n) { $other($n) } %}'}  | unknown-function /functions/f",
                "{'f': '{% function($n) { $event } %}'}      | bad-expression /functions/f",
                "{'f': '{% function($n) { $memo } %}'}       | bad-expression /functions/f",
                "{'sum': '{% function($n) { $n } %}'}        | reserved-name /functions/sum",
                "{'memo': '{% function($n) { $n } %}'}       | reserved-name /functions/memo",
                "{'a-b': '{% function($n) { $n } %}'}        | bad-name /functions/a-b",
                "[]                                          | wrong-type /functions",
            })
    void findsWhatIsWrongWithFunctions(String functions, String problem) {
        assertThat(problems(compiler.compile(helper("{'name': 'h', 'functions': " + functions + "}"))))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'functions': {}}                           | missing-key",
                "{'name': 'h'}                               | missing-key",
                "{'name': 'a b', 'functions': {}}            | bad-name /name",
                "{'name': 'h', 'functions': {}, 'function': {}} | unknown-key /function functions",
            })
    void findsWhatIsWrongWithALibrary(String library, String problem) {
        assertThat(problems(compiler.compile(helper(library)))).containsExactly(problem);
    }
}
