import type { LanguagePack, SmallTalkTopic } from "../../languages/language-pack.ts";
import { LANGUAGE_PACKS } from "../../languages/packs.ts";
import { foldWord, hasWords, wordsIn } from "../../text/words.ts";
import { smallTalkIn, withoutCourtesies } from "../intent/small-talk.ts";
import type { MessageSentence } from "./sentences-of-message.ts";

/** A question of a message. */
export type MessageQuestion = {
  readonly text: string;
  /** What the reader says beside it: "The ferry is late again. Why is it?" */
  readonly said?: string;
  /** Nothing but links and names. */
  readonly isAddress?: boolean;
};

/**
 * The questions among the sentences of a message. If none of them is one, all of it is: readers type mere
 * topics, too. `quoted`: the words of another that the message quotes.
 */
export function questionsAmong(
  sentences: readonly MessageSentence[],
  quoted = "",
): MessageQuestion[] {
  const [only, ...others] = sentences;
  if (only && others.length === 0 && quoted === "") {
    const text = LANGUAGE_PACKS.reduce(withoutCourtesies, only.text);
    // Most messages: whatever kind of sentence it is, all of it is asked.
    if (askedTogether(text).length === 1) return text === "" ? [] : [{ text }];
  }

  const read = withBareQuestions(withItems(sentences.map(readSentence)));
  if (!read.some(({ kind }) => kind === "asked")) return wholeOf(read);

  const questions: MessageQuestion[] = [];
  let said: string[] = quoted === "" ? [] : [quoted];
  for (const { kind, text } of read) {
    if (kind === "aside") continue;
    const last = questions.at(-1);
    if (kind === "asked") {
      questions.push(...askedTogether(text).map((one, at) => withSaid(one, at === 0 ? said : [])));
      said = [];
    } else if (kind === "fragment" && last && said.length === 0) {
      questions.splice(-1, 1, { ...last, text: `${last.text} ${text}` });
    } else said.push(text);
  }
  const last = questions.at(-1);
  if (last && last.said === undefined) questions.splice(-1, 1, withSaid(last.text, said));
  return withoutRepeated(questions);
}

type ReadSentence = {
  /**
   * `fragment`: with a question mark, but no opening of a question: "the minister?"; `aside`: a greeting, or
   * anything else that asks the article nothing.
   */
  readonly kind: "asked" | "fragment" | "statement" | "aside";
  readonly text: string;
  readonly isItem: boolean;
};

const ASKS = /\?["'”’»)\]!.…?]*$/u;
/** Another's words, whatever they ask. */
const QUOTED = /^["“«„].*["”“»][.!…]*$/u;
/** "Who are you?" and "what can you do?" are questions like any other. */
const ASIDES: ReadonlySet<SmallTalkTopic | undefined> = new Set([
  "greeting",
  "thanks",
  "goodbye",
  "feelings",
  "agreement",
]);

/** A longer sentence is no greeting, and its opening tells whether it asks. */
const LONGEST_OPENING = 300;

function readSentence({ text: written, isItem }: MessageSentence): ReadSentence {
  const text = LANGUAGE_PACKS.reduce(withoutCourtesies, written);
  const opening = text.slice(0, LONGEST_OPENING);
  const has = (form: "opens" | "asks") =>
    LANGUAGE_PACKS.some(({ messages }) => messages[form].test(opening));
  if (isAside(text) || isRemnant(text)) return { kind: "aside", text, isItem };
  if (QUOTED.test(text)) return { kind: "statement", text, isItem };
  if (has("asks")) return { kind: "asked", text, isItem };
  if (!ASKS.test(text)) return { kind: "statement", text, isItem };
  return { kind: has("opens") ? "asked" : "fragment", text, isItem };
}

/** "Tell @ann or +44 …" without its addresses. With more words it may be a request of its own: "tell me more". */
function isRemnant(text: string): boolean {
  const words = wordsIn(text);
  if (words.length >= MIN_WORDS || ASKS.test(text)) return false;
  return LANGUAGE_PACKS.some(
    ({ messages, words: { stopWord, filler, speech } }) =>
      text.search(messages.joined.questionWord) === -1 &&
      words.every(({ text: word }) => {
        const folded = foldWord(word);
        return stopWord.has(folded) || filler.has(folded) || speech.has(folded);
      }),
  );
}

function isAside(text: string): boolean {
  if (text.length > LONGEST_OPENING) return false;
  const folded = wordsIn(text).map((word) => foldWord(word.text).replaceAll("'", ""));
  const message = folded.join(" ");
  return LANGUAGE_PACKS.some(
    (pack) =>
      ASIDES.has(smallTalkIn(text, pack)) ||
      pack.messages.aside.test(message) ||
      !hasWords(text.replace(pack.courtesy, "")),
  );
}

/** A list is what is asked for, unless a question stands outside it. */
function withItems(read: readonly ReadSentence[]): readonly ReadSentence[] {
  const items = read.filter(({ isItem, kind }) => isItem && kind !== "aside");
  const isAskedOutside = read.some(
    ({ isItem, kind, text }) => !isItem && kind === "asked" && !text.endsWith(":"),
  );
  if (items.length < 2 || isAskedOutside) return read;
  return read.map((sentence) => ({
    ...sentence,
    kind: items.includes(sentence) ? "asked" : sentence.kind === "asked" ? "aside" : sentence.kind,
  }));
}

/** Fewer words before a question name its topic: "The ferry? When does it leave?" */
const MIN_WORDS = 3;

/** "It costs 9? And for children?": before the first question, a question mark is enough. */
function withBareQuestions(read: readonly ReadSentence[]): readonly ReadSentence[] {
  const first = read.findIndex(({ kind }) => kind === "asked");
  return read.map((sentence, at) => {
    const next = read[at + 1]?.text ?? "";
    const isOwn =
      wordsIn(sentence.text).length >= MIN_WORDS ||
      LANGUAGE_PACKS.some(({ followUps }) => followUps.continues.test(next));
    const isQuestion = sentence.kind === "fragment" && at < first && isOwn;
    return isQuestion ? { ...sentence, kind: "asked" } : sentence;
  });
}

/** Longer than a question: what ends in a question mark is meant. */
const LONG = 400;

function wholeOf(read: readonly ReadSentence[]): MessageQuestion[] {
  const own = read.filter(({ kind }) => kind !== "aside");
  const whole = (own.length > 0 ? own : read).map(({ text }) => text).join(" ");
  const isSmallTalk = own.length === 0 && LANGUAGE_PACKS.some((pack) => smallTalkIn(whole, pack));
  const last = own.length > 0 ? undefined : read.at(-1);
  if (last && !isSmallTalk) return [{ text: last.text }];
  const fragments = own.filter(({ kind }) => kind === "fragment").map(({ text }) => text);
  const text = whole.length > LONG && fragments.length > 0 ? fragments.join(" ") : whole;
  return text === "" ? [] : [{ text }];
}

/** Two questions in one sentence. */
function askedTogether(text: string): string[] {
  if (text.length > LONGEST_OPENING) return [text];
  for (const pack of LANGUAGE_PACKS) {
    const { first, and } = pack.messages.joined;
    const found = first.test(text) ? and.exec(text) : null;
    if (!found) continue;
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    if (areApart(before, after, pack)) return [`${before}?`, after];
  }
  return [text];
}

/** "Who is Ann and what does she want?" asks about Ann; "who knows when it starts and who pays" asks once. */
function areApart(
  before: string,
  after: string,
  { messages: { joined }, requests, followUps }: LanguagePack,
): boolean {
  const words = wordsIn(before);
  const questionWords = before.match(joined.questionWord) ?? [];
  if (questionWords.length !== 1 || words.length < 2 || ASKS.test(before)) return false;
  const asksWho = words.slice(0, MAX_OPENING).some(({ start }) => {
    return requests.asksWho.test(before.slice(0, start));
  });
  const { personalPronoun, otherPronoun } = followUps;
  return !asksWho || [personalPronoun, otherPronoun].every((form) => after.search(form) === -1);
}

/** In words: "and so who exactly is". */
const MAX_OPENING = 6;

/** More text than what a question leans on. */
const MAX_SAID_LENGTH = 300;

function withSaid(text: string, said: readonly string[]): MessageQuestion {
  const beside = said.join(" ").slice(-MAX_SAID_LENGTH);
  return { text, ...(beside !== "" && { said: beside }) };
}

function withoutRepeated(questions: readonly MessageQuestion[]): MessageQuestion[] {
  const asked = new Map(
    questions.map((question) => {
      return [
        wordsIn(question.text)
          .map((word) => foldWord(word.text))
          .join(" "),
        question,
      ];
    }),
  );
  return [...asked.values()];
}
