package dev.krakenflow.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.IPv6Format;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formats {@code email} (RFC 5321, {@code Mailbox}) and {@code idn-email} (RFC 6531). Any domain will do, whoever
 * runs it: the library takes only those under the top level domains that it knows.
 */
final class MailboxFormat implements Format {

    /** In bytes; RFC 5321, 4.5.3.1. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final int LONGEST_DOMAIN = 255;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = LONGEST_LOCAL_PART + 1 + LONGEST_DOMAIN;

    private static final Pattern ASCII = mailbox("", "");
    private static final Pattern INTERNATIONAL =
            mailbox("[^\\p{ASCII}\\p{Cc}\\p{Z}]|", "[\\p{L}\\p{M}\\p{N}&&[^\\p{ASCII}]]|");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final String IPV6_TAG = "IPv6:";

    private static final Format IPV6 = new IPv6Format();

    private final String name;
    private final Pattern pattern;

    private MailboxFormat(String name, Pattern pattern) {
        this.name = name;
        this.pattern = pattern;
    }

    static MailboxFormat ascii() {
        return new MailboxFormat("email", ASCII);
    }

    static MailboxFormat international() {
        return new MailboxFormat("idn-email", INTERNATIONAL);
    }

    /** The parameters are alternatives, with a bar behind each, for characters beyond ASCII. */
    private static Pattern mailbox(String inWords, String inLabels) {
        String word = "(?:" + inWords + "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-])++";
        String quoted = "\"(?:" + inWords + "[ !#-\\[\\]-~]|\\\\[ -~])*+\"";
        String alphanumeric = inLabels + "[A-Za-z0-9]";
        String label = "(?:" + alphanumeric + ")++(?:-++(?:" + alphanumeric + ")++)*+";
        return Pattern.compile("(?<local>" + word + "(?:\\." + word + ")*+|" + quoted + ")@(?<domain>" + label
                + "(?:\\." + label + ")*+|\\[(?<address>[A-Za-z0-9:.]++)\\])");
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getMessageKey() {
        return "format." + name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        if (value.length() > LONGEST) {
            return false;
        }
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches() || bytes(matcher.group("local")) > LONGEST_LOCAL_PART) {
            return false;
        }
        String address = matcher.group("address");
        return address == null ? isDomain(matcher.group("domain")) : isAddress(context, address);
    }

    private static boolean isDomain(String domain) {
        return bytes(domain) <= LONGEST_DOMAIN
                && Arrays.stream(domain.split("\\.", -1)).allMatch(label -> label.length() <= LONGEST_LABEL);
    }

    private static boolean isAddress(ExecutionContext context, String address) {
        return address.regionMatches(true, 0, IPV6_TAG, 0, IPV6_TAG.length())
                ? IPV6.matches(context, address.substring(IPV6_TAG.length()))
                : IPV4.matcher(address).matches();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
