package dev.krakenflow.client.egress;

import java.net.InetAddress;

/**
 * A range of addresses in CIDR notation.
 *
 * @param first its first address
 * @param length how many leading bits are the same in all of them
 */
record AddressRange(InetAddress first, int length) {
    AddressRange {
        if (length < 0 || length > first.getAddress().length * 8) {
            throw new IllegalArgumentException("a range of addresses is written 10.0.0.0/8 or fd00::/8");
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static AddressRange parse(String written) {
        int slash = written.indexOf('/');
        String address = slash < 0 ? written : written.substring(0, slash);
        if (!(Host.parse(address) instanceof Host.Address host)) {
            throw new IllegalArgumentException("a range of addresses begins with an address");
        }
        int all = host.address().getAddress().length * 8;
        return new AddressRange(host.address(), slash < 0 ? all : Integer.parseInt(written.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
