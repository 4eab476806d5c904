package dev.krakenflow.client.egress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether an address may be called. Refused are all addresses that are not of the public internet, because a
 * definition could reach what stands beside this process through them: loopback, link-local, private, shared and
 * reserved ranges, multicast, the metadata services of clouds, and the IPv6 forms of these. A deployment can allow hosts,
 * addresses and ranges. Immutable, thread-safe.
 */
public final class EgressRules {

    private static final List<AddressRange> LOOPBACK = ranges("127.0.0.0/8", "::1/128");

    private static final List<AddressRange> REFUSED = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "::1/128",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private final Set<String> hosts;
    private final List<AddressRange> ranges;

    private EgressRules(Set<String> hosts, List<AddressRange> ranges) {
        this.hosts = Set.copyOf(hosts);
        this.ranges = List.copyOf(ranges);
    }

    /** Nothing but the public internet. */
    public static EgressRules strict() {
        return of(List.of(), false);
    }

    /**
     * Rules with exceptions.
     *
     * @param allow host names (exactly, in any case), addresses, and ranges in CIDR notation that may be called too; a
     *     name stands for whatever it resolves to
     * @param allowLoopback whether this machine itself may be called, as in development
     * @throws IllegalArgumentException when an entry is none of these
     */
    public static EgressRules of(List<String> allow, boolean allowLoopback) {
        Set<String> hosts = new HashSet<>();
        List<AddressRange> ranges = new ArrayList<>(allowLoopback ? LOOPBACK : List.of());
        for (String entry : allow) {
            String written = entry.strip();
            if (written.indexOf('/') < 0 && Host.parse(written) instanceof Host.Name name) {
                hosts.add(name.name());
            } else {
                ranges.add(AddressRange.parse(written));
            }
        }
        return new EgressRules(hosts, ranges);
    }

    /**
     * Whether a connection to an address may be made.
     *
     * @param host the host that was asked for
     * @param address one of its addresses: the very one that is connected to
     */
    public boolean permit(Host host, InetAddress address) {
        if (hosts.contains(host.text()) || isIn(ranges, address)) {
            return true;
        }
        Optional<InetAddress> embedded = EmbeddedAddress.of(address);
        return embedded.isPresent() ? permit(host, embedded.get()) : !isIn(REFUSED, address);
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... written) {
        return List.of(written).stream().map(AddressRange::parse).toList();
    }
}
