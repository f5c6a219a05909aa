import { basename } from "node:path";
import { z } from "zod";
import { answersOf } from "../../content/answers-of.ts";
import { describeFetchFailure } from "../../import/describe-failure.ts";
import { embargoOf } from "../../import/embargo.ts";
import type { FailureCause } from "../../import/failure-cause.ts";
import { fetchDocument } from "../../import/fetch-document.ts";
import { decodePage } from "../../import/fetch/decode-page.ts";
import type { FetchPage } from "../../import/fetch/fetch-page.ts";
import { importDocument, type SourceOutcome } from "../../import/into-folder/import-source.ts";
import { publishedOrDraft } from "../../import/into-folder/published-or-draft.ts";
import { readDocument, type ReadDocument } from "../../import/read-document.ts";
import { type ArticleRef, articlesIn, type Folders } from "./article-folders.ts";
import type { Editorial } from "./editorial.ts";

const MAX_NAME = 255;

/** A link, a pasted text, or a file with its name. */
export const sourceSchema = z.union([
  z.strictObject({ url: z.string().max(4096) }),
  z.strictObject({ name: z.string().max(MAX_NAME), text: z.string() }),
  z.strictObject({ name: z.string().max(MAX_NAME), base64: z.base64() }),
]);

export type ImportSource = z.output<typeof sourceSchema>;

/** How far an import is, as a sentence; last, the draft or why there is none. */
export type ImportEvent =
  | { readonly step: string; readonly phase: "reading" | "attributing" }
  | {
      readonly ref: ArticleRef;
      readonly remarks: readonly string[];
      /** What they are about. */
      readonly about: readonly ("subscribers" | "translations")[];
      /** It had been imported before. */
      readonly isUpdate: boolean;
    }
  | { readonly why: string; readonly cause: FailureCause | "feed" | "not-saved" | undefined };

type Parts = {
  readonly folders: Folders;
  readonly editorial: Pick<Editorial, "save">;
  readonly fetchPage: FetchPage;
  /** Waits until the process may be busy for some tenths of a second. */
  readonly turn: () => Promise<unknown>;
};

/**
 * Imports a source as a draft. An article that was imported before is brought up to date where it is, with all that
 * editors have changed.
 */
export async function* importDraft(
  source: ImportSource,
  by: string,
  { folders, editorial, fetchPage, turn }: Parts,
): AsyncGenerator<ImportEvent> {
  const step = "url" in source ? "Fetching the page…" : "Reading the text…";
  yield { step, phase: "reading" };
  if (!("url" in source)) await turn();
  const document = await readSource(source, fetchPage);
  if (document.kind === "nothing") {
    return yield { why: sentence(document.why), cause: document.cause };
  }
  if (document.kind === "feed") return yield { why: FEED, cause: "feed" };
  yield { step: "Finding out who says what…", phase: "attributing" };
  await turn();
  // From here to the end nothing is awaited: what is read is what is written over.
  const outcome = importDocument(withEmbargo(document), nameOf(source), {
    ...publishedOrDraft(folders),
    answersOf,
  });
  yield save(outcome, document, by, { folders, editorial });
}

const FEED =
  "This is a feed of several articles: paste the address of one of them, or run npm run import with the feed.";

/** A page that says that it comes out later is not to be published earlier. */
function withEmbargo(document: ImportedDocument): ImportedDocument {
  if (document.kind !== "extracted") return document;
  const embargo = embargoOf([Date.parse(document.releasedAt ?? "") || 0], Date.now());
  return embargo === undefined
    ? document
    : { ...document, article: { ...document.article, embargo } };
}

type ImportedDocument = Exclude<ReadDocument, { kind: "feed" | "nothing" }>;

async function readSource(source: ImportSource, fetchPage: FetchPage): Promise<ReadDocument> {
  if ("url" in source) return fetchDocument(source.url, fetchPage);
  if ("text" in source) return readDocument(source.text, { name: source.name });
  const decoded = decodePage(Buffer.from(source.base64, "base64"));
  return decoded.kind === "decoded"
    ? readDocument(decoded.text, { name: source.name })
    : { kind: "nothing", why: describeFetchFailure(decoded) };
}

function nameOf(source: ImportSource): string {
  return "url" in source ? source.url : source.name;
}

function save(
  outcome: SourceOutcome,
  document: ReadDocument,
  by: string,
  { folders, editorial }: Pick<Parts, "folders" | "editorial">,
): ImportEvent {
  if (outcome.kind === "failed") return { why: sentence(outcome.why), cause: outcome.cause };
  const name = basename(outcome.file);
  const isPublished = articlesIn(folders, "published").some((one) => one.name === name);
  const ref: ArticleRef = { state: isPublished ? "published" : "draft", name };
  const why = editorial.save(ref, outcome.before, outcome.markdown, by);
  if (why !== undefined) return { why: sentence(why), cause: "not-saved" };
  const { remarks, before } = outcome;
  return {
    ref,
    remarks: remarks.map(sentence),
    about: subjectsOf(remarks, document),
    isUpdate: before !== undefined,
  };
}

/** Whatever the page itself does not give rise to is about translations. */
function subjectsOf(remarks: readonly string[], document: ReadDocument) {
  const ofPage = document.kind === "extracted" ? document : undefined;
  return [
    ...(ofPage?.isForSubscribers === true ? (["subscribers"] as const) : []),
    ...(remarks.length > (ofPage?.remarks.length ?? 0) ? (["translations"] as const) : []),
  ];
}

/** Reasons are parts of lines in a terminal; on the page they stand alone. */
function sentence(why: string): string {
  const start = why.charAt(0).toUpperCase() + why.slice(1);
  return /[.!?]$/u.test(start) ? start : `${start}.`;
}
