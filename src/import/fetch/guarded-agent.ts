import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent } from "undici";
import { publicAddressCheck } from "./public-address.ts";

/** A name leads to an address that is not public. */
export class PrivateAddress extends Error {
  readonly code = "PRIVATE_ADDRESS";
}

export type GuardedAgent = {
  readonly agent: Agent;
  /** Throws for an address in a URL; names are checked when they are resolved. */
  readonly checkHost: (hostname: string) => void;
};

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Connects to public addresses only. The address that was checked is the one connected to: nothing is looked
 * up a second time in between. `allowsLocal`: for tests.
 */
export function guardedAgent(allowsLocal: boolean): GuardedAgent {
  const isPublic = publicAddressCheck();
  const guardedLookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const refused = found?.find(({ address }) => !isPublic(address));
      const [first] = found ?? [];
      if (error) callback(error, "");
      else if (refused) callback(refusal(refused.address), "");
      else if (options.all === true) callback(null, found);
      else callback(null, first?.address ?? "", first?.family);
    });
  };
  const connect = { timeout: CONNECT_TIMEOUT_MS, ...(!allowsLocal && { lookup: guardedLookup }) };
  return {
    agent: new Agent({ connect, connections: 4, pipelining: 1 }),
    checkHost: (hostname) => {
      const address = hostname.replace(/^\[|\]$/gu, "");
      if (!allowsLocal && isIP(address) !== 0 && !isPublic(address)) throw refusal(address);
    },
  };
}

function refusal(address: string): PrivateAddress {
  return new PrivateAddress(`${address} is not a public address`);
}
