package dev.krakenflow.client.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the IPv4 address that an IPv6 address carries and that its packets may end at: IPv4-mapped (RFC 4291),
 * IPv4-compatible (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056) and ISATAP (RFC 5214).
 */
final class EmbeddedAddress {

    private static final List<Place> PLACES = List.of(
            new Place(AddressRange.parse("::/96"), 12),
            new Place(new AddressRange(AddressNotation.ipv6("64:ff9b::"), 96), 12),
            new Place(new AddressRange(AddressNotation.ipv6("2002::"), 16), 2));

    private EmbeddedAddress() {}

    /** Where the four bytes stand in the addresses of a range. */
    private record Place(AddressRange range, int offset) {}

    static Optional<InetAddress> of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16) {
            return Optional.empty();
        }
        if (isMapped(bytes) || isIsatap(bytes)) {
            return Optional.of(part(bytes, 12));
        }
        return PLACES.stream()
                .filter(place -> place.range().contains(address))
                .findFirst()
                .map(place -> part(bytes, place.offset()));
    }

    private static InetAddress part(byte[] bytes, int offset) {
        return AddressNotation.address(Arrays.copyOfRange(bytes, offset, offset + 4));
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
    }

    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & ~0x02) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }
}
