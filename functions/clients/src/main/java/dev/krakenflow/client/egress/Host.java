package dev.krakenflow.client.egress;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as it stands in a URL: a name to be resolved, or an address in any of the spellings that stand for one.
 */
public sealed interface Host {

    /** A name, in lower case and ASCII, that only a resolver can turn into addresses. */
    record Name(String name) implements Host {
        public Name {
            requireNonNull(name);
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** An address that was written out. */
    record Address(InetAddress address) implements Host {
        public Address {
            requireNonNull(address);
        }

        @Override
        public String text() {
            return address.getHostAddress();
        }
    }

    /** The host in its one spelling: the name, or the address in plain notation (IPv6 without brackets). */
    String text();

    /**
     * Reads a host without asking a resolver. What the systems' own functions take for an IPv4 address (decimal, octal,
     * hexadecimal, fewer than four parts) is that address.
     *
     * @param written the host of a URL; an IPv6 address may stand in brackets
     * @throws IllegalArgumentException when it is neither an address nor a name; the message does not repeat it
     */
    static Host parse(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return new Address(AddressNotation.ipv6(written.substring(1, written.length() - 1)));
        }
        if (written.indexOf(':') >= 0) {
            return new Address(AddressNotation.ipv6(written));
        }
        String name = plainName(written);
        Optional<InetAddress> address = AddressNotation.ipv4(name);
        return address.<Host>map(Address::new).orElseGet(() -> new Name(name));
    }

    private static String plainName(String written) {
        String ascii = IDN.toASCII(written).toLowerCase(Locale.ROOT);
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.length() > 253 || !NameShape.LABELS.matcher(name).matches()) {
            throw new IllegalArgumentException("a host is a name, an IPv4 address, or an IPv6 address in brackets");
        }
        return name;
    }

    /** The shape of names: labels of letters, digits, hyphens and (as container networks have them) underscores. */
    final class NameShape {
        private static final Pattern LABELS = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

        private NameShape() {}
    }
}
