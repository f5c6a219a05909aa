import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { foldWord } from "../../text/words.ts";
import type { LanguageIndex } from "../index/language-index.ts";
import type { Mention } from "../index/people.ts";
import type { ReadWord } from "./read-word.ts";

/** A content word of a question. */
type RoleWord = Pick<ReadWord, "term" | "otherSenses"> & {
  readonly isEveryday: boolean;
  readonly start: number;
  readonly end: number;
};

type Asked = { readonly text: string; readonly index: LanguageIndex; readonly pack: LanguagePack };

/** "The head of the port authority's press office": longer roles are not asked for. */
const MAX_WORDS = 5;
/** Whose words are wanted stands near the beginning; the limit keeps long questions fast. */
const MAX_PLACES = 12;
/** A speaker is recognised by the words beside the name. */
const BESIDE = 100;

/**
 * The mentions of a question, with those by role only: "what does the mayor say about …". A role counts where
 * somebody's words are asked for, and if one person alone has it. Beside a name, it is part of that: "Mayor Holt".
 */
export function withRoles(
  mentions: readonly Mention[],
  words: readonly RoleWord[],
  asked: Asked,
): readonly Mention[] {
  if (asked.index.roles.size === 0) return mentions;
  const titled = mentions.map((mention) => withTitle(mention, words, asked));
  const byRole = speakerByRole(words, asked);
  if (!byRole) return titled;
  const end = byRole.at + byRole.length;
  const beside = titled.filter(({ at, length }) => at >= end || at + length <= byRole.at);
  const isNamed = titled.some(({ at, length }) => {
    return at < end && at + length > byRole.at && length >= byRole.length;
  });
  if (isNamed) return titled;
  return [...beside, byRole].toSorted((one, other) => one.at - other.at);
}

function withTitle(mention: Mention, words: readonly RoleWord[], { index }: Asked): Mention {
  const role = index.roles.get(mention.person);
  let { at } = mention;
  const isTitle = (one: RoleWord | undefined, next: RoleWord | undefined) =>
    one !== undefined &&
    next?.start === one.end + 1 &&
    !one.isEveryday &&
    role?.has(one.term) === true;
  while (isTitle(words[at - 1], words[at])) at -= 1;
  return at === mention.at ? mention : { ...mention, at, length: mention.length + mention.at - at };
}

/** The longest role of a single person in a place where the question names whose words it wants. */
function speakerByRole(words: readonly RoleWord[], asked: Asked): Mention | undefined {
  const isOfRole = wordsOfRoles(words, asked.index);
  if (!isOfRole.includes(true)) return undefined;
  for (let length = Math.min(MAX_WORDS, words.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length && at < MAX_PLACES; at += 1) {
      if (!isOfRole.slice(at, at + length).includes(true)) continue;
      if (isWithinRole(words, at, asked) || !isSpeaker(words, at, length, asked)) continue;
      const person = onlyOneWith(words.slice(at, at + length), asked.index);
      if (person) return { person, at, length };
    }
  }
  return undefined;
}

/** Most questions have no word of anybody's role; patterns over their text would take longer than this. */
function wordsOfRoles(words: readonly RoleWord[], index: LanguageIndex): boolean[] {
  const found: boolean[] = [];
  for (const word of words) found.push(has(index.roleTerms, word, index));
  return found;
}

/** "The military | spokesman" is not any spokesman. */
function isWithinRole(words: readonly RoleWord[], at: number, { text, pack }: Asked): boolean {
  const [before, first] = [words[at - 1], words[at]];
  if (!before || before.end + 1 !== first?.start) return false;
  return !pack.words.speech.has(foldWord(text.slice(before.start, before.end)));
}

function isSpeaker(
  words: readonly RoleWord[],
  at: number,
  length: number,
  { text, pack }: Asked,
): boolean {
  const [start, end] = [words[at]?.start ?? 0, words[at + length - 1]?.end ?? 0];
  return pack.speech.isSpeaker(
    text.slice(Math.max(0, start - BESIDE), start),
    text.slice(start, end),
    text.slice(end, end + BESIDE),
  );
}

/** Who has all these words in their role; "man" and "one" need not be in it. */
function onlyOneWith(words: readonly RoleWord[], index: LanguageIndex): Person | undefined {
  const telling = words.filter(({ isEveryday }) => !isEveryday);
  const wanted = telling.length > 0 ? telling : words;
  let only: Person | undefined;
  for (const [person, role] of index.roles) {
    if (!wanted.every((word) => has(role, word, index))) continue;
    if (only && only.id !== person.id) return undefined;
    only = person;
  }
  return only;
}

function has(
  role: ReadonlySet<string> | undefined,
  { term, otherSenses }: RoleWord,
  { kinOf }: LanguageIndex,
): boolean {
  if (!role) return false;
  if (isInRole(role, term, kinOf)) return true;
  for (const sense of otherSenses) if (isInRole(role, sense, kinOf)) return true;
  return false;
}

function isInRole(role: ReadonlySet<string>, term: string, kinOf: LanguageIndex["kinOf"]): boolean {
  if (role.has(term)) return true;
  const { relatives, near } = kinOf(term);
  for (const one of relatives) if (role.has(one)) return true;
  for (const one of near) if (role.has(one)) return true;
  return false;
}
