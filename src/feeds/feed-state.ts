import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { replaceFile } from "../files/regular-file.ts";
import { readStateLines } from "../files/state-file.ts";
import { stateHeader, type StateFormat } from "../files/state-format.ts";

const version = z.object({ etag: z.string().optional(), modified: z.string().optional() });

/** Something that a feed lists. Times are in Unix milliseconds. */
const pieceSchema = z.object({
  /** Where it is fetched from. */
  page: z.string(),
  /** The address under which its article is filed. */
  address: z.string(),
  /** The addresses that lead to it, in the form for comparing. */
  keys: z.array(z.string()),
  /** What the feed calls it, whatever its address. */
  id: z.string().optional(),
  /** It has an article, will be tried again, or is left alone. */
  kind: z.enum(["filed", "waiting", "left"]),
  /** Whether the article's text comes from the feed or from the page. */
  from: z.enum(["feed", "page"]),
  /** Changes if the feed says anything else about it. */
  print: z.string(),
  /** Changes if its text does. */
  text: z.string(),
  version,
  foundAt: z.number(),
  checkedAt: z.number(),
  /** When the feed listed it last. */
  seenAt: z.number(),
  /** In how many rounds in a row the page was gone. */
  gone: z.number(),
  tries: z.number(),
  /** Its article was withdrawn since its page was gone, or since the feed said so. */
  withdrawn: z.enum(["page", "feed"]).optional(),
  /** When the feed says that it is published. */
  released: z.number().optional(),
  /** Not to be published before. */
  embargo: z.number().optional(),
  /** The draft as it was written, if it may be published without an editor. */
  certain: z.string().optional(),
});

export type FollowedPiece = z.output<typeof pieceSchema>;

const noteSchema = z.object({
  /** ISO 8601. */
  at: z.string(),
  /** What it is about: the name of an article's file, or an address. */
  about: z.string(),
  what: z.string(),
});

const counts = z.object({
  imported: z.number(),
  updated: z.number(),
  published: z.number(),
  withdrawn: z.number(),
});

const stateSchema = z.object({
  url: z.string(),
  /** The settings of the last round: a feed that has ended is tried again if they change. */
  settings: z.string(),
  /** The feed that a page names as its own. */
  alternate: z.string().optional(),
  /** What was found at the address. */
  form: z.enum(["feed", "page"]).optional(),
  version,
  isEnded: z.boolean(),
  lastSuccessAt: z.number().optional(),
  nextAt: z.number(),
  failures: z.number(),
  error: z.string().optional(),
  counts,
  notes: z.array(noteSchema),
  pieces: z.array(pieceSchema),
});

/** What is known of a feed from one round to the next. */
export type FeedState = z.output<typeof stateSchema>;

function newFeedState(url: string): FeedState {
  return {
    url,
    settings: "",
    version: {},
    isEnded: false,
    nextAt: 0,
    failures: 0,
    counts: { imported: 0, updated: 0, published: 0, withdrawn: 0 },
    notes: [],
    pieces: [],
  };
}

const FORMAT: StateFormat = { contents: "state of a feed", upgrades: [] };
/** Far more than the pieces of the busiest feed. */
const MAX_BYTES = 50_000_000;

/**
 * A state that is missing or damaged starts empty: articles are recognised by their addresses. Throws `NewerState`.
 */
export function loadFeedState(folder: string, url: string): FeedState {
  const file = fileOf(folder, url);
  const [line = ""] = readStateLines(file, MAX_BYTES, FORMAT);
  try {
    const read = stateSchema.safeParse(JSON.parse(line));
    return read.success && read.data.url === url ? read.data : newFeedState(url);
  } catch {
    return newFeedState(url);
  }
}

export function saveFeedState(folder: string, state: FeedState): void {
  mkdirSync(folder, { recursive: true });
  replaceFile(fileOf(folder, state.url), `${stateHeader(FORMAT)}${JSON.stringify(state)}\n`);
}

function fileOf(folder: string, url: string): string {
  return join(folder, `${fingerprint(url)}.json`);
}

/** Tells texts apart. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

const MAX_NOTES = 20;

/** Notes something for editors; false if it is there already. */
export function addNote(state: FeedState, now: number, about: string, what: string): boolean {
  if (state.notes.some((note) => note.about === about && note.what === what)) return false;
  const note = { at: new Date(now).toISOString(), about, what };
  state.notes = [...state.notes, note].slice(-MAX_NOTES);
  return true;
}
