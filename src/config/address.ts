const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;
const REDIS_PROTOCOL = /^rediss?:$/u;

/** The token travels in every request, as the secret does: encrypted, or not beyond this machine. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username + password + search + hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK_HOST.test(hostname));
}

export function isRedisAddress(address: string): boolean {
  return URL.canParse(address) && REDIS_PROTOCOL.test(new URL(address).protocol);
}
