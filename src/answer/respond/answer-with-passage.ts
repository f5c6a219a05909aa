import type { Person } from "../../article/article.ts";
import { voicesBy, voicesIn } from "../../article/voices.ts";
import { hasAnswerType } from "../../search/confidence/has-answer-type.ts";
import { peopleNamedIn } from "../../search/query/people-named-in.ts";
import { snippetOf } from "../../search/snippet.ts";
import type { Answer, Citation } from "../answer.ts";
import { answerOnPerson } from "./answer-about-article.ts";
import { answerFromSpeaker } from "./answer-from-speaker.ts";
import { scopeOf, type ResolvedQuestion } from "../conversation/resolve-question.ts";
import { citationsOf } from "./citations.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { cite, passageAnswer, notCovered } from "./passage-answer.ts";
import { menuOf } from "./menu.ts";
import type { Intent } from "../intent/intent.ts";
import { hasFalsePremise } from "./false-premise.ts";
import { speakerAskedAbout } from "../intent/speaker-asked-about.ts";

type PassageIntent = Extract<Intent, { kind: "bare" | "passage" | "speaker" | "more" | "listed" }>;

/** Finds the passage that answers, or says that there is none. */
export function answerWithPassage(
  intent: PassageIntent,
  asked: ResolvedQuestion,
  library: ArticleLibrary,
): Answer {
  switch (intent.kind) {
    case "listed":
      return cite(intent.citation, "passage", asked, library);
    case "bare":
      return answerBare(asked, library);
    case "more":
      return goOn(asked, library) ?? passageAnswer(asked, library);
    case "speaker":
      return answerWithSpeaker(intent.rest, asked, library);
    case "passage": {
      const { mentions } = asked.findings.query;
      const speaker = speakerAskedAbout(asked.text, mentions, asked.pack.speech);
      if (speaker) return answerFromSpeaker(speaker, asked, library);
      return meantAgain(asked, library) ?? menuOf(asked, library) ?? answerFound(asked, library);
    }
  }
}

/** What a question takes for given is not confirmed by a passage on something else. */
function answerFound(asked: ResolvedQuestion, library: ArticleLibrary): Answer {
  const found = passageAnswer(asked, library);
  const isDoubtful = found.kind === "answered" && hasFalsePremise(asked, found);
  return isDoubtful ? { ...found, kind: "unsure" } : found;
}

/** "When?": the passage shown last, if it has a time; else the one that has, if there is one. */
function answerBare(asked: ResolvedQuestion, library: ArticleLibrary): Answer {
  const { passage: last, question = "" } = asked.before;
  if (!last) return passageAnswer(asked, library);

  const shown = cite(last, "passage", asked, library);
  const { answerType, pack } = asked.findings.query;
  if (hasAnswerType(last.passage, answerType, pack)) return shown;
  const findings = library.search(`${asked.text} ${question}`, { article: last.article.slug });
  const found = passageAnswer({ ...asked, findings }, library);
  return found.kind === "answered" && hasAnswerType(found.passage, answerType, pack)
    ? found
    : { ...shown, kind: "unsure", lacksFact: true };
}

/** "What about them?": what is told of them; of who is never told of, who they are. */
export function answerAbout(
  person: Person,
  asked: ResolvedQuestion,
  library: ArticleLibrary,
): Answer {
  const isTold = asked.findings.hits.some(({ article, passage }) =>
    peopleNamedIn(passage.text, article).includes(person),
  );
  const told = isTold ? (menuOf(asked, library) ?? passageAnswer(asked, library)) : undefined;
  if (told && told.kind !== "not-covered") return told;
  return answerOnPerson({ kind: "person", person }, asked) ?? notCovered(asked, library);
}

/** "What was it about?": with no word of its own a question is about what was shown. */
function meantAgain(asked: ResolvedQuestion, library: ArticleLibrary): Answer | undefined {
  const { words, answerType } = asked.findings.query;
  const addsNothing =
    asked.background !== undefined && words.length === 0 && answerType === "anything";
  const { passage } = asked.before;
  return addsNothing && passage ? cite(passage, "passage", asked, library) : undefined;
}

/** The passage behind the one shown last; of words that were quoted, the passages around them. */
function goOn(asked: ResolvedQuestion, library: ArticleLibrary): Answer | undefined {
  const { passage: last, isQuoted, listed } = asked.before;
  const row = last && listed.length === 0 ? citationsOf(last.article) : listed;
  const here = row.findIndex(({ passage }) => passage === last?.passage);
  const next = row[here + 1];
  if (!last || !isQuoted) return next && cite(next, "passage", asked, library);
  const neighbours = [row[here - 1], next].flatMap((one) => one ?? []);
  return { ...cite(last, "passage", asked, library), neighbours };
}

function answerWithSpeaker(rest: string, asked: ResolvedQuestion, library: ArticleLibrary): Answer {
  const shown = asked.before.passage;
  if (rest === "" && shown) return cite(asShown(shown, asked, library), "speaker", asked, library);

  // Where one voice tells everything, "who said …" asks for somebody inside the text.
  const article = asked.findings.hits[0]?.article;
  const voices = article ? citationsOf(article).flatMap(({ passage }) => voicesIn(passage)) : [];
  const speakers = new Set(voices.map(({ speaker }) => speaker));
  if (rest === "" || speakers.size < 2) return passageAnswer(asked, library);
  const findings = library.search(rest, scopeOf(asked));
  return passageAnswer({ ...asked, findings }, library, "speaker");
}

/**
 * The passage as it was shown last. Where several speak in it, what was asked then tells whose words
 * are meant by "who says that?".
 */
function asShown(
  shown: Citation,
  { before, pack }: ResolvedQuestion,
  library: ArticleLibrary,
): Citation {
  const { question, person } = before;
  const { passage, article, by } = shown;
  if (by !== undefined || voicesIn(passage).length === 1) return shown;
  if (question === undefined) {
    const isTheirs = person && voicesBy(passage, person.id).length > 0;
    return isTheirs ? { ...shown, by: person.id } : shown;
  }
  const { query } = library.search(question, { article: article.slug });
  const speaker = speakerAskedAbout(question, query.mentions, pack.speech);
  const snippet = snippetOf(passage, query, speaker?.id);
  return { ...shown, snippet, ...(speaker && { by: speaker.id }) };
}
