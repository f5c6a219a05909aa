import { describeFetchFailure } from "./describe-failure.ts";
import { causeOf } from "./failure-cause.ts";
import type { FetchFailure } from "./fetch/fetch-failure.ts";
import type { FetchPage } from "./fetch/fetch-page.ts";
import { readDocument, type ReadDocument } from "./read-document.ts";

const GONE: ReadonlySet<number> = new Set([404, 410]);

/** Fetches what an address leads to, and reads it unless the page forbids that. */
export async function fetchDocument(address: string, fetchPage: FetchPage): Promise<ReadDocument> {
  const fetched = await fetchPage(address);
  if (fetched.kind !== "fetched") {
    const isGone = fetched.kind === "status" && GONE.has(fetched.status);
    return { ...failed(fetched), isGone };
  }
  const document = readDocument(fetched.text, { name: address, ...fetched });
  const isForbidden = document.kind === "extracted" && document.isNotToBeKept;
  return isForbidden ? failed({ kind: "noarchive" }) : document;
}

function failed(failure: FetchFailure) {
  const [why, cause] = [describeFetchFailure(failure), causeOf(failure)];
  return { kind: "nothing", why, cause } as const;
}
