import { MAX_SECRET_LENGTH } from "./limits.ts";
import { badRequest } from "./refusal.ts";

type AddressRule = { readonly isBroken: (url: URL) => boolean; readonly reason: string };

const LOOPBACK_HOSTS = new Set(["127.0.0.1", "localhost", "[::1]"]);
const PORTS = new Set(["80", "88", "443", "8443"]);
const HTTPS_PORT = "443";

const ADDRESS_RULES: readonly AddressRule[] = [
  {
    isBroken: ({ protocol }) => protocol !== "https:",
    reason: "bad webhook: An HTTPS URL must be provided for webhook",
  },
  {
    isBroken: ({ port }) => !PORTS.has(port || HTTPS_PORT),
    reason: "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
  },
];

/** Refuses a URL that Telegram would not post to, except on this machine if `allowLoopback` is set. */
export function checkWebhookUrl(address: string, allowLoopback: boolean): void {
  if (!URL.canParse(address)) throw badRequest("invalid webhook URL specified");
  const url = new URL(address);
  if (allowLoopback && LOOPBACK_HOSTS.has(url.hostname)) return;

  for (const { isBroken, reason } of ADDRESS_RULES) {
    if (isBroken(url)) throw badRequest(reason);
  }
}

const SECRET_TOKEN = /^[A-Za-z0-9_-]*$/u;

export function checkSecretToken(secret: string): void {
  if (secret.length > MAX_SECRET_LENGTH) throw badRequest("secret token is too long");
  if (!SECRET_TOKEN.test(secret)) throw badRequest("secret token contains unallowed characters");
}
