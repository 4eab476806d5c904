package dev.krakenflow.client.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads addresses that are written out, without ever asking a resolver. IPv4 as in {@code inet_aton} and the WHATWG URL
 * standard: one to four parts, each decimal, octal ({@code 0…}) or hexadecimal ({@code 0x…}), the last one filling what
 * is left.
 */
final class AddressNotation {
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]*|[0-9]+");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private AddressNotation() {}

    /**
     * @param host a host in lower case without a dot at its end
     * @return the address, or empty when this is a name
     * @throws IllegalArgumentException when it ends in a number, as only addresses do, but is none
     */
    static Optional<InetAddress> ipv4(String host) {
        String[] parts = host.split("\\.", -1);
        if (!NUMBER.matcher(parts[parts.length - 1]).matches()) {
            return Optional.empty();
        }
        if (parts.length > 4) {
            throw notAnAddress();
        }
        long address = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            address |= number(parts[i], 0xff) << (24 - 8 * i);
        }
        address |= number(parts[parts.length - 1], 0xffffffffL >>> (8 * (parts.length - 1)));
        return Optional.of(address(
                new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address}));
    }

    /**
     * @param host an IPv6 address without brackets; an IPv4-mapped one is the IPv4 address
     * @throws IllegalArgumentException when it is none, or names a zone
     */
    static InetAddress ipv6(String host) {
        if (host.indexOf(':') < 0 || !IPV6.matcher(host).matches()) {
            throw notAnAddress();
        }
        try {
            // With a colon in it this never asks a resolver.
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw notAnAddress();
        }
    }

    /** The address with these 4 or 16 bytes. */
    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    private static long number(String part, long most) {
        if (!NUMBER.matcher(part).matches() || part.length() > 20) {
            throw notAnAddress();
        }
        try {
            long value = switch (radix(part)) {
                case 16 -> part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
                case 8 -> Long.parseLong(part, 8);
                default -> Long.parseLong(part);
            };
            if (value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notAnAddress();
        }
        throw notAnAddress();
    }

    private static int radix(String part) {
        if (part.startsWith("0x")) {
            return 16;
        }
        return part.length() > 1 && part.startsWith("0") ? 8 : 10;
    }

    private static IllegalArgumentException notAnAddress() {
        return new IllegalArgumentException("a host that ends in a number must be an address");
    }
}
