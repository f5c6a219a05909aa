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
  | { readonly kind: "status"; readonly status: number }
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
