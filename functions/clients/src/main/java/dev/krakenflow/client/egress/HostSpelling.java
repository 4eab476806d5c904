package dev.krakenflow.client.egress;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads hosts as they are written in URLs. */
final class HostSpelling {

    /** Labels of letters, digits, hyphens and (as container networks have them) underscores. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

    private static final int LONGEST_NAME = 253;

    private HostSpelling() {}

    /** See {@link Host#parse}. */
    static Host read(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return new Host.Address(AddressNotation.ipv6(written.substring(1, written.length() - 1)));
        }
        if (written.indexOf(':') >= 0) {
            return new Host.Address(AddressNotation.ipv6(written));
        }
        String name = plain(written);
        return AddressNotation.ipv4(name).<Host>map(Host.Address::new).orElseGet(() -> new Host.Name(name));
    }

    private static String plain(String written) {
        String ascii = ascii(written).toLowerCase(Locale.ROOT);
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a host is a name, an IPv4 address, or an IPv6 address in brackets");
        }
        return name;
    }

    /** Full-width digits and dots become those of ASCII here, as they do in browsers. */
    private static String ascii(String written) {
        boolean plain = written.chars().allMatch(letter -> letter < 0x80);
        return plain && !written.contains("xn--") ? written : IDN.toASCII(written);
    }
}
