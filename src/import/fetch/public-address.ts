import { BlockList, isIP } from "node:net";

/** Ranges that name this machine, its network or nothing in public, in IPv4 and IPv6. */
const NOT_PUBLIC = [
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24",
  "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15",
  "198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
  "::/127 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10",
  "fec0::/10 ff00::/8",
].flatMap((line) => line.split(" "));

/** IPv4 addresses within IPv6 ones: mapped, and behind NAT64. */
const WITH_IPV4 = /^(?:::ffff:|64:ff9b::)(?<rest>.+)$/iu;
const HEX_PAIR = /^(?<high>[0-9a-f]{1,4}):(?<low>[0-9a-f]{1,4})$/iu;

/** Tells whether an address is one that anybody on the internet may ask. */
export function publicAddressCheck(): (address: string) => boolean {
  const blocked = new BlockList();
  for (const range of NOT_PUBLIC) {
    const [network = "", prefix] = range.split("/");
    blocked.addSubnet(network, Number(prefix), isIP(network) === 6 ? "ipv6" : "ipv4");
  }
  return function isPublic(address: string): boolean {
    const family = isIP(address);
    if (family === 0) return false;
    const inner = WITH_IPV4.exec(address)?.groups?.["rest"];
    if (inner !== undefined) return isPublic(dottedOf(inner));
    return !blocked.check(address, family === 6 ? "ipv6" : "ipv4");
  };
}

/** `7f00:1` → `127.0.0.1` */
function dottedOf(rest: string): string {
  const { high, low } = HEX_PAIR.exec(rest)?.groups ?? {};
  if (high === undefined || low === undefined) return rest;
  const parts = [high, low].map((part) => Number.parseInt(part, 16));
  return parts.flatMap((part) => [part >> 8, part & 0xff]).join(".");
}
