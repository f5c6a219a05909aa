import { LANGUAGE_PACKS } from "../../languages/packs.ts";
import { hasWords } from "../../text/words.ts";
import {
  cleanMessage,
  cleanQuestion,
  MAX_QUESTION_LENGTH,
} from "../conversation/clean-question.ts";
import { createAddressReader, hashtagsIn, type KnownAddresses } from "./known-addresses.ts";
import { messageBody } from "./message-body.ts";
import { plainLines } from "./plain-lines.ts";
import { questionsAmong, type MessageQuestion } from "./questions-among.ts";
import { sentencesOfMessage } from "./sentences-of-message.ts";

export type ReadMessage = {
  readonly questions: readonly [MessageQuestion, ...MessageQuestion[]];
  /** How many questions are left out: they are too many for one reply. */
  readonly unread: number;
  /** What a message that is too long was read for. */
  readonly readsOnly?: "question" | "end";
};

/** More would not fit a reply that can be read at a glance. */
const MAX_QUESTIONS = 5;
/** Telegram's longest message. Scripts may send more, and its end counts. */
const MAX_READ = 4096;
/** The end counts: more sentences than these would take too long to read. */
const MAX_SENTENCES = 80;

const FORMS = LANGUAGE_PACKS.map(({ messages }) => messages);

/** Finds the questions of a message, and leaves out what is no part of one. */
export function readMessage(message: string, known: KnownAddresses): ReadMessage {
  const cleaned = cleanMessage(message.slice(-MAX_READ));
  if (isOneSentence(cleaned)) return readSentence(cleaned);

  const plain = plainLines(cleaned, createAddressReader(known));
  if (!hasWords(plain)) return readWithoutWords(cleaned);

  const body = messageBody(plain, FORMS, known.hasWord);
  const sentences = sentencesOfMessage(body.text, FORMS).slice(-MAX_SENTENCES);
  const written = questionsAmong(sentences, body.quoted);
  const found = written.map(inOneLine);
  const [first, ...others] = withinLimit(found);
  if (!first) return { questions: [inOneLine({ text: plain })], unread: 0 };
  const read = [first, ...others].reduce((sum, question) => sum + question.text.length, 0);
  const isCut = written.some(({ text }) => text.length > MAX_QUESTION_LENGTH);
  return {
    questions: [first, ...others],
    unread: found.length - others.length - 1,
    ...(cleaned.length > MAX_QUESTION_LENGTH &&
      read < cleaned.length && { readsOnly: isCut ? "end" : "question" }),
  };
}

/** Letters and spaces with a mark at their end: most messages, so this decides how long reading takes. */
const ONE_SENTENCE = /^\p{L}[\p{L}\p{M} '’ʼ-]{0,200}[?!.]?$/u;

/** Whether a message cannot have anything but a sentence. */
function isOneSentence(cleaned: string): boolean {
  return (
    ONE_SENTENCE.test(cleaned) &&
    !FORMS.some(
      ({ closing, device, postscript }) =>
        closing.test(cleaned) || device.test(cleaned) || postscript.test(cleaned),
    )
  );
}

function readSentence(text: string): ReadMessage {
  const [first = { text }, ...others] = questionsAmong([{ text, isItem: false }]);
  return { questions: [inOneLine(first), ...others.map(inOneLine)], unread: 0 };
}

/** Nothing but links, names or marks; a hashtag alone may be a topic. */
function readWithoutWords(written: string): ReadMessage {
  const topic = hashtagsIn(written);
  const text = topic ?? (hasWords(written) ? "" : written);
  return {
    questions: [{ ...inOneLine({ text: text }), isAddress: text === "" && written !== "" }],
    unread: 0,
  };
}

/** All of them together take no longer to answer than one. */
function withinLimit(found: readonly MessageQuestion[]): readonly MessageQuestion[] {
  let length = 0;
  const fitting = found.filter(({ text }) => {
    length += text.length;
    return length <= MAX_QUESTION_LENGTH;
  });
  return fitting.slice(0, MAX_QUESTIONS);
}

const WORD_START = /(?<=\s)\S/u;

/** What a long question says last is what it asks. */
function inOneLine(question: MessageQuestion): MessageQuestion {
  const { text } = question;
  if (text.length <= MAX_QUESTION_LENGTH) return { ...question, text: cleanQuestion(text) };
  const end = text.slice(-MAX_QUESTION_LENGTH);
  return { ...question, text: cleanQuestion(end.slice(WORD_START.exec(end)?.index ?? 0)) };
}
