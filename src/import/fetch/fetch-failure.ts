import { PrivateAddress } from "./guarded-agent.ts";

/** Why a page could not be fetched. */
export type FetchFailure =
  | { readonly kind: "bad-address" }
  | { readonly kind: "not-https" }
  | { readonly kind: "private-address" }
  | { readonly kind: "unknown-host"; readonly host: string }
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "bad-certificate"; readonly code: string }
  /** Whatever answers, it is not TLS. */
  | { readonly kind: "no-https"; readonly code: string }
  | { readonly kind: "too-slow" }
  | { readonly kind: "too-large" }
  | { readonly kind: "too-many-redirects" }
  | {
      readonly kind: "status";
      readonly status: number;
      /** Seconds, or a date, as the server has it. */
      readonly retryAfter?: string;
    }
  | { readonly kind: "login" }
  | { readonly kind: "not-text"; readonly type: string }
  | { readonly kind: "robots" }
  | { readonly kind: "noarchive" }
  | { readonly kind: "unknown-charset"; readonly charset: string };

/** Wraps a failure on its way out of a request. */
export class FetchError extends Error {
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** What went wrong, from the errors that undici and the system wrap into one another. */
export function failureOf(error: unknown, address: string): FetchFailure {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof FetchError) return at.failure;
    if (at instanceof PrivateAddress) return { kind: "private-address" };
    if (at.name === "TimeoutError") return { kind: "too-slow" };
    const code = "code" in at && typeof at.code === "string" ? at.code : undefined;
    if (code === "UND_ERR_CONNECT_TIMEOUT") return { kind: "too-slow" };
    if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
      return { kind: "unknown-host", host: new URL(address).hostname };
    }
    if (code !== undefined) return failureOfCode(code);
  }
  return { kind: "unreachable", code: "unknown" };
}

/** "CERT_HAS_EXPIRED", "UNABLE_TO_VERIFY_LEAF_SIGNATURE" */
const CERTIFICATE = /CERT|VERIFY/u;
const NO_TLS = /^(?:ERR_SSL_|EPROTO$)/u;

function failureOfCode(code: string): FetchFailure {
  if (CERTIFICATE.test(code)) return { kind: "bad-certificate", code };
  return NO_TLS.test(code) ? { kind: "no-https", code } : { kind: "unreachable", code };
}
