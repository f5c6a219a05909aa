import type { Person } from "../../article/article.ts";
import { voicesBy, voicesIn } from "../../article/voices.ts";
import { hasAnswerType } from "../../search/confidence/has-answer-type.ts";
import { peopleNamedIn } from "../../search/query/people-named-in.ts";
import { snippetOf } from "../../search/snippet.ts";
import type { Answer, Citation } from "../answer.ts";
import { answerOnPerson } from "./answer-on-article.ts";
import { answerOnSaid } from "./answer-on-said.ts";
import { scopeOf, type AskedQuestion } from "../conversation/asked-question.ts";
import { citationsOf } from "./citations.ts";
import type { Desk } from "../desk.ts";
import { cite, fromFindings, notCovered } from "./found-passages.ts";
import { menuOf } from "./menu.ts";
import type { Request } from "../intent/request.ts";
import { presumesOtherDeed } from "./presumed-deed.ts";
import { speakerAskedAbout } from "../intent/speech.ts";

type PassageRequest = Extract<
  Request,
  { kind: "bare" | "passage" | "speaker" | "more" | "listed" }
>;

/** Finds the passage that answers, or says that there is none. */
export function answerFromPassages(
  request: PassageRequest,
  asked: AskedQuestion,
  desk: Desk,
): Answer {
  switch (request.kind) {
    case "listed":
      return cite(request.citation, "passage", asked, desk);
    case "bare":
      return answerBare(asked, desk);
    case "more":
      return goOn(asked, desk) ?? fromFindings(asked, desk);
    case "speaker":
      return answerWithSpeaker(request.rest, asked, desk);
    case "passage": {
      const { mentions } = asked.findings.query;
      const speaker = speakerAskedAbout(asked.text, mentions, asked.pack.speech);
      if (speaker) return answerOnSaid(speaker, asked, desk);
      return meantAgain(asked, desk) ?? menuOf(asked, desk) ?? answerFound(asked, desk);
    }
  }
}

/** What a question takes for given is not confirmed by a passage on something else. */
function answerFound(asked: AskedQuestion, desk: Desk): Answer {
  const found = fromFindings(asked, desk);
  const isDoubtful = found.kind === "answered" && presumesOtherDeed(asked, found);
  return isDoubtful ? { ...found, kind: "unsure" } : found;
}

/** "When?": the passage shown last, if it has a time; else the one that has, if there is one. */
function answerBare(asked: AskedQuestion, desk: Desk): Answer {
  const { passage: last, question = "" } = asked.before;
  if (!last) return fromFindings(asked, desk);

  const shown = cite(last, "passage", asked, desk);
  const { answerType, language } = asked.findings.query;
  if (hasAnswerType(last.passage, answerType, language)) return shown;
  const findings = desk.search(`${asked.text} ${question}`, { article: last.article.slug });
  const found = fromFindings({ ...asked, findings }, desk);
  return found.kind === "answered" && hasAnswerType(found.passage, answerType, language)
    ? found
    : { ...shown, kind: "unsure", lacksFact: true };
}

/** "What about them?": what is told of them; of who is never told of, who they are. */
export function answerAbout(person: Person, asked: AskedQuestion, desk: Desk): Answer {
  const isTold = asked.findings.hits.some(({ article, passage }) =>
    peopleNamedIn(passage.text, article).includes(person),
  );
  const told = isTold ? (menuOf(asked, desk) ?? fromFindings(asked, desk)) : undefined;
  if (told && told.kind !== "not-covered") return told;
  return answerOnPerson({ kind: "person", person }, asked) ?? notCovered(asked, desk);
}

/** "What was it about?": with no word of its own a question is about what was shown. */
function meantAgain(asked: AskedQuestion, desk: Desk): Answer | undefined {
  const { words, answerType } = asked.findings.query;
  const addsNothing =
    asked.background !== undefined && words.length === 0 && answerType === "anything";
  const { passage } = asked.before;
  return addsNothing && passage ? cite(passage, "passage", asked, desk) : undefined;
}

/** The passage behind the one shown last; of words that were quoted, the passages around them. */
function goOn(asked: AskedQuestion, desk: Desk): Answer | undefined {
  const { passage: last, isQuoted, listed } = asked.before;
  const row = last && listed.length === 0 ? citationsOf(last.article) : listed;
  const here = row.findIndex(({ passage }) => passage === last?.passage);
  const next = row[here + 1];
  if (!last || !isQuoted) return next && cite(next, "passage", asked, desk);
  const neighbours = [row[here - 1], next].flatMap((one) => one ?? []);
  return { ...cite(last, "passage", asked, desk), neighbours };
}

function answerWithSpeaker(rest: string, asked: AskedQuestion, desk: Desk): Answer {
  const shown = asked.before.passage;
  if (rest === "" && shown) return cite(asShown(shown, asked, desk), "speaker", asked, desk);

  // Where one voice tells everything, "who said …" asks for somebody inside the text.
  const article = asked.findings.hits[0]?.article;
  const voices = article ? citationsOf(article).flatMap(({ passage }) => voicesIn(passage)) : [];
  const speakers = new Set(voices.map(({ speaker }) => speaker));
  if (rest === "" || speakers.size < 2) return fromFindings(asked, desk);
  const findings = desk.search(rest, scopeOf(asked));
  return fromFindings({ ...asked, findings }, desk, "speaker");
}

/**
 * The passage as it was shown last. Where several speak in it, what was asked then tells whose words
 * are meant by "who says that?".
 */
function asShown(shown: Citation, { before, pack }: AskedQuestion, desk: Desk): Citation {
  const { question, person } = before;
  const { passage, article, by } = shown;
  if (by !== undefined || voicesIn(passage).length === 1) return shown;
  if (question === undefined) {
    const isTheirs = person && voicesBy(passage, person.id).length > 0;
    return isTheirs ? { ...shown, by: person.id } : shown;
  }
  const { query } = desk.search(question, { article: article.slug });
  const speaker = speakerAskedAbout(question, query.mentions, pack.speech);
  const snippet = snippetOf(passage, query, speaker?.id);
  return { ...shown, snippet, ...(speaker && { by: speaker.id }) };
}
