package dev.krakenflow.client.egress;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;

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
        return HostSpelling.read(written);
    }
}
