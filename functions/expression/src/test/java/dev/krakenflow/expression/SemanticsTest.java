package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.eval;
import static dev.krakenflow.expression.testing.Evaluations.evalValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemanticsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    x + 1                          → {}                    → missing
                    $exists(n) ? n : 10            → {}                    → 10
                    f ? f : 10                     → {"f": false}          → 10
                    $exists(z) ? z : 10            → {"z": 0}              → 0
                    a ?? 5                         → {"a": 0}              → 0
                    a ?: 5                         → {"a": 0}              → 5
                    i = f                          → {"i": 1, "f": 1.0}    → true
                    i != f                         → {"i": 1, "f": 1.0}    → false
                    missing = 1                    → {}                    → false
                    missing != 1                   → {}                    → false
                    missing & "x"                  → {}                    → "x"
                    z & "x"                        → {"z": null}           → "nullx"
                    null & "x"                     → {}                    → "nullx"
                    x / 3                          → {"x": 1}              → 0.3333333333333333
                    x * 1e20                       → {"x": 1}              → 100000000000000000000
                    0.1 + 0.2 * x                  → {"x": 1}              → 0.30000000000000004
                    -7 % 3                         → {}                    → -1
                    i                              → {"i": 9007199254740993} → 9007199254740993
                    i + 0                          → {"i": 9007199254740993} → 9007199254740992
                    x = "41"                       → {"x": 41}             → false
                    $boolean("false")              → {}                    → true
                    items.login                    → {"items": [{"login": "u"}]} → "u"
                    items.login[]                  → {"items": [{"login": "u"}]} → ["u"]
                    items[login = "u"].login       → {"items": [{"login": "u"}]} → "u"
                    [items.login]                  → {"items": [{"login": "u"}]} → ["u"]
                    two.id[0]                      → {"two": [{"id": [1, 2]}, {"id": [3]}]} → [1,3]
                    (two.id)[0]                    → {"two": [{"id": [1, 2]}, {"id": [3]}]} → 1
                    l[9]                           → {"l": [1]}            → missing
                    l.{"x": $}                     → {"l": []}             → missing
                    [l.{"x": $}]                   → {"l": []}             → []
                    $sum(l)                        → {"l": [1.5, 2]}       → 3.5
                    $lookup($, "ключ")             → {"ключ": 3}           → 3
                    "%}" & x                       → {"x": 1}              → "%}1"
                    $merge([m, $])                 → {"m": {"k": 1}}       → {"k":1,"m":{"k":1}}
                    $.*                            → {"a": [1, [2]], "b": 3} → [1,2,3]
                    **.k                           → {"m": {"k": 1}}       → 1
                    a.b.%.c                        → {"a": {"b": {"d": 1}, "c": 2}} → 2
                    l#$i[$i = 1]                   → {"l": [7, 8]}         → 8
                    l^(>$)                         → {"l": [1, 3, 2]}      → [3,2,1]
                    l{$string($): $ * 2}           → {"l": [1, 2]}         → {"1":2,"2":4}
                    1 in l                         → {"l": [1, 2]}         → true
                    [1..3]                         → {}                    → [1,2,3]
                    x ~> $string() ~> $length()    → {"x": 1234}           → 4
                    ($f := $substring(?, 0, 1); $f(s)) → {"s": "abc"}      → "a"
                    ($f := $pad(?, 5); $f(s))      → {"s": "abc"}          → "abc  "
                    $                              → [1]                   → [1]
                    $[0]                           → [1, 2]                → 1
                    """)
    void isThatOfJsonata(String source, String event, String result) {
        assertThat(eval(source, event)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    $map(l, function($v) { $v })         → [1,null,2]
                    $map(l, function($v) { $v = null })  → [false,true,false]
                    $map(l, function($v) { null = $v })  → [false,true,false]
                    $filter(l, function($v) { $v != null }) → [1,2]
                    $count(l)                            → 3
                    $exists(l[1])                        → true
                    $type(l[1])                          → "null"
                    [l[1], null]                         → [null,null]
                    $string(l)                           → "[1,null,2]"
                    null in l                            → true
                    $distinct([null, null, 1])           → [null,1]
                    $clone($)                            → {"l":[1,null,2]}
                    $ ~> |$|{"n": null}|                 → {"l":[1,null,2],"n":null}
                    $boolean(l[1])                       → false
                    $not(l[1])                           → true
                    """)
    void seesNullsInLists(String source, String result) {
        assertThat(eval(source, "{\"l\": [1, null, 2]}")).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    $string(2.0)          → "2"
                    $string(1.50)         → "1.5"
                    1e21 & ""             → "1e+21"
                    1e20 & ""             → "100000000000000000000"
                    $string(1e-7)         → "1e-7"
                    (0.1 + 0.2) & ""      → "0.3"
                    d & ""                → "0.12345678901234567891"
                    i & "/" & $string(i)  → "123456789012345678901234567890/123456789012345678901234567890"
                    $string({"d": d})     → "{\\"d\\":0.12345678901234567891}"
                    $string([1.0], true)  → "[\\n  1\\n]"
                    $abs(d - 1)           → 0.8765432109876543
                    $abs(i)               → 123456789012345678901234567890
                    $round(2.5)           → 2
                    $round(1.255, 2)      → 1.26
                    $number("0x1F")       → 31
                    $number("1.50")       → 1.5
                    $sort([3, d, 2.5, i]) → [0.12345678901234567891,2.5,3,123456789012345678901234567890]
                    """)
    void givesNumbersOneTextAndKeepsThemExact(String source, String result) {
        String event = "{\"d\": 0.12345678901234567891, \"i\": 123456789012345678901234567890}";

        assertThat(eval(source, event)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    $length(s)                             → 4
                    $substring(s, 1, 2)                    → "😀é"
                    $substring(s, -2)                      → "é!"
                    $substring(s, -9, 1)                   → "a"
                    $substring(s, 1, 99999999999)          → "😀é!"
                    $split(s, "")                          → ["a","😀","é","!"]
                    $join($reverse($split(s, "")))         → "!é😀a"
                    $pad(s, 6, "😀x")                      → "a😀é!😀x"
                    $pad(s, -6)                            → "  a😀é!"
                    $uppercase("straße")                   → "STRASSE"
                    $encodeUrl("http://h/a b?q=😀&x=ä")     → "http://h/a%20b?q=%F0%9F%98%80&x=%C3%A4"
                    $encodeUrlComponent("a b/c&d=é")       → "a%20b%2Fc%26d%3D%C3%A9"
                    $decodeUrlComponent("a%20b%2Fc+%C3%A9") → "a b/c+é"
                    $decodeUrl("a%20b%2Fc")                → "a b%2Fc"
                    """)
    void takesCharactersWhole(String source, String result) {
        assertThat(eval(source, "{\"s\": \"a😀é!\"}")).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    $contains(s, /B/i)                   → true
                    $match(s, /a(b)?/)[0].groups         → ["b"]
                    $count($match(s, /./, 2))            → 2
                    $split(s, /b/)                       → ["a","1a","2"]
                    $split(s, "b", 2)                    → ["a","1a"]
                    $replace(s, /a(b)/, "<$1$0$$>")      → "<bab$>1<bab$>2"
                    $replace(s, /b/, "$9")               → "a1a2"
                    $replace(s, "b", "$1", 1)            → "a$11ab2"
                    $replace(s, /b/, function($m) { $uppercase($m.match) }) → "aB1aB2"
                    $filter([s, "x"], /ab/)              → "ab1ab2"
                    (s ~> /b\\d/).match                  → "b1"
                    ($r := /b\\d/; $r(s).next().match)   → "b2"
                    $map([s], function($v) { $contains($v, /2$/) }) → true
                    x / 2 / 3                            → 4
                    (x)/2/3                              → 4
                    s ~> $replace(/[/]|b/, "-")          → "a-1a-2"
                    """)
    void knowsRegularExpressionsFromDivisions(String source, String result) {
        assertThat(eval(source, "{\"s\": \"ab1ab2\", \"x\": 24}")).isEqualTo(result);
    }

    @Test
    void readsQuotedNames() {
        assertThat(eval("`a-b`.`c.d`", "{\"a-b\": {\"c.d\": 2}}")).isEqualTo("2");
    }

    @Test
    void leavesTheEventAlone() {
        String event = "{\"items\":[],\"o\":{\"a\":1},\"l\":[3,1]}";
        Object value = JsonReader.read(event);
        for (String source : new String[] {
            "items{\"x\": $}",
            "$x := items{\"x\": $}",
            "o ~> |$|{\"b\": 2}|",
            "$sort(l)",
            "$reverse(l)",
            "l^($)",
            "$append(items, 1)",
            "$merge([o, {\"a\": 2}])",
            "$map(l, function($v, $i, $a) { $a{\"x\": $} })"
        }) {
            evalValue(source, value);
        }

        assertThat(JsonWriter.write(value)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    x / 0                             → a division by 0
                    0 / 0                             → a division by 0
                    (x - 24) / (x - 24)               → a division by 0
                    5 % 0                             → a division by 0
                    x % (x - 24)                      → a division by 0
                    $map(l[0], function($v) { $v % 0 }) → a division by 0
                    "a" / x                           → left side of / must be a number
                    x / s                             → right side of / must be a number
                    x % s                             → right side of % must be a number
                    s % 2                             → left side of % must be a number
                    "a" + 1                           → left side of + must be a number
                    1 + s                             → right side of + must be a number
                    s < 1                             → of the same type
                    l < 1                             → numbers or strings
                    function($v) { $v }               → is a function
                    {"f": $uppercase}                 → is a function, or holds one
                    s.getClass()                      → functions begin with $
                    $uppercase(x)                     → $uppercase
                    $number("abc")                    → looks like a number
                    $number(null)                     → argument 1
                    $sort([1, "a"])                   → list of strings or a list of numbers
                    $substringBefore("😀", "\\uDE00") → lone surrogate
                    "\\uD83D"                         → lone surrogate
                    $error("told so")                 → told so
                    $assert(false, "told so")         → told so
                    $toMillis("yesterday")            → ISO 8601
                    $merge([1])                       → failed
                    $base64decode("***")              → failed
                    $single(l)                        → exactly one
                    [1.5..3]                          → whole numbers
                    """)
    void failuresSayWhatWasExpectedAndHideTheEvent(String source, String expected) {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> eval(source, "{\"s\": \"hunter2\", \"l\": [3, \"hunter2\"], \"x\": 24}"))
                .withMessageContaining(expected)
                .withMessageNotContaining("hunter2");
    }
}
