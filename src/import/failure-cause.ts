import type { NoArticle } from "./extract/extract-page.ts";
import type { FetchFailure } from "./fetch/fetch-failure.ts";

/** Why nothing was imported, for those who say it in words of their own. */
export type FailureCause =
  | "address"
  | "missing"
  | "subscribers"
  | "refused"
  | "unreachable"
  | "no-article"
  | "too-long"
  /** An editor wrote the article, so no page replaces it. */
  | "by-hand"
  /** The page has lost most of the article since. */
  | "shrunk";

const STATUS_CAUSES: Readonly<Record<number, FailureCause>> = {
  401: "subscribers",
  402: "subscribers",
  403: "refused",
  404: "missing",
  410: "missing",
  451: "refused",
};

const CAUSES: Readonly<Record<Exclude<FetchFailure["kind"], "status"> | NoArticle, FailureCause>> =
  {
    "bad-address": "address",
    "not-https": "address",
    "private-address": "address",
    "unknown-host": "unreachable",
    unreachable: "unreachable",
    "bad-certificate": "unreachable",
    "no-https": "unreachable",
    "too-slow": "unreachable",
    "too-many-redirects": "unreachable",
    "too-large": "no-article",
    "not-text": "no-article",
    "unknown-charset": "no-article",
    "no-article": "no-article",
    "too-complex": "no-article",
    missing: "missing",
    login: "subscribers",
    paywall: "subscribers",
    challenge: "refused",
    consent: "refused",
    "script-only": "refused",
    robots: "refused",
    noarchive: "refused",
  };

export function causeOf(failure: FetchFailure | { readonly kind: NoArticle }): FailureCause {
  return failure.kind === "status"
    ? (STATUS_CAUSES[failure.status] ?? "unreachable")
    : CAUSES[failure.kind];
}
