import { generateKeyPairSync, sign } from "node:crypto";

/** In PEM, as `https.createServer` takes them. */
export type Certificate = { readonly key: string; readonly cert: string };

const DAY_MS = 24 * 60 * 60_000;

/** A certificate that nothing but itself vouches for, valid from a year ago for so many days from now. */
export function selfSignedCertificate(host: string, days = 30): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid(ECDSA_WITH_SHA256));
  const name = sequence(set(sequence(oid(COMMON_NAME), der(UTF8, Buffer.from(host)))));
  const names = sequence(der(DNS_NAME, Buffer.from(host)));
  const body = sequence(
    der(VERSION, integer(2)),
    integer(1),
    algorithm,
    name,
    sequence(time(-365), time(days)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(EXTENSIONS, sequence(sequence(oid(ALTERNATIVE_NAMES), der(OCTETS, names)))),
  );
  const signature = der(BITS, Buffer.of(0), sign("sha256", body, privateKey));
  const base64 = sequence(body, algorithm, signature).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/gu, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}

/** Tags of ASN.1, in which certificates are written. */
const [INTEGER, BITS, OCTETS, OID, UTF8, TIME, SEQUENCE, SET] = [2, 3, 4, 6, 12, 24, 48, 49];
/** Fields that are known by their number alone. */
const [DNS_NAME, VERSION, EXTENSIONS] = [0x82, 0xa0, 0xa3];
const ECDSA_WITH_SHA256 = "2a8648ce3d040302";
const COMMON_NAME = "550403";
const ALTERNATIVE_NAMES = "551d11";

/** A value with its tag and length. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...(length < 0x80 ? [length] : long)]), value]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(SEQUENCE, ...parts);
}

function set(...parts: readonly Buffer[]): Buffer {
  return der(SET, ...parts);
}

function integer(value: number): Buffer {
  return der(INTEGER, Buffer.of(value));
}

function oid(hex: string): Buffer {
  return der(OID, Buffer.from(hex, "hex"));
}

/** `20261126161218Z` */
function time(daysFromNow: number): Buffer {
  const iso = new Date(Date.now() + daysFromNow * DAY_MS).toISOString();
  return der(TIME, Buffer.from(`${iso.slice(0, 19).replaceAll(/\D/gu, "")}Z`));
}
