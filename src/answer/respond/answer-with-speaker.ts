import { voicesBy, voicesIn } from "../../article/voices.ts";
import { mainQuery } from "../../search/query/parse-question.ts";
import { snippetOf } from "../../search/snippet.ts";
import type { Answer, Citation } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { hasSeveralSpeakers } from "../../article/voices.ts";
import { speakerAskedAbout } from "../intent/speaker-asked-about.ts";
import { mentionsOf } from "../mentions.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { overviewOf } from "./answer-about-article.ts";
import { answerWithCitation, passageAnswer } from "./passage-answer.ts";

/** Who makes a statement; without one, who says what was shown last: a passage, or each of a list. */
export function answerWithSpeaker(
  statement: string,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer {
  if (statement === "") return speakerOfLastShown(question, library);

  const article = question.findings.hits[0]?.article;
  const answer = passageAnswer(question, library);
  const namesSpeaker = article !== undefined && hasSeveralSpeakers(article);
  return namesSpeaker && answer.kind !== "not-covered" ? { ...answer, asksFor: "speaker" } : answer;
}

function speakerOfLastShown(question: SearchedQuestion, library: ArticleLibrary): Answer {
  const { article, context } = question;
  const { passage: shown, listed } = context;
  if (shown && !context.isUndecided) {
    const answer = answerWithCitation(asShown(shown, question, library), question, library);
    return { ...answer, asksFor: "speaker" };
  }
  if (context.article && listed.length > 0) {
    const all = listed.map((citation) => asListed(citation, question, library));
    return { kind: "speakers", article: context.article, listed: all };
  }
  const asksForAll = question.pack.speech.asksForAll.test(question.text);
  // After a reply without passages, such as the people, all of them may be meant.
  const isAboutAll = asksForAll || context.article !== undefined;
  return article && isAboutAll ? overviewOf(article, "people") : passageAnswer(question, library);
}

/** A passage of the last list with the sentence that stood there: about the person, or the question. */
export function asListed(
  citation: Citation,
  { context }: SearchedQuestion,
  library: ArticleLibrary,
): Citation {
  const { person, question } = context;
  const { article, passage, by } = citation;
  if (by !== undefined) return citation;
  if (person) {
    const mention = mentionsOf(article, person).find((one) => one.passage === passage);
    return mention ?? citation;
  }
  if (question === undefined) return citation;
  return {
    ...citation,
    snippet: snippetOf(passage, mainQuery(library.parse({ text: question }, article))),
  };
}

/**
 * The last passage as it was shown. If several people speak in it, the earlier question decides whose words
 * "who says that?" refers to.
 */
function asShown(
  shown: Citation,
  { context, pack }: SearchedQuestion,
  library: ArticleLibrary,
): Citation {
  const { question, person } = context;
  const { passage, article, by } = shown;
  if (by !== undefined || voicesIn(passage).length === 1) return shown;
  if (question === undefined) {
    const isByPerson = person && voicesBy(passage, person.id).length > 0;
    return isByPerson ? { ...shown, by: person.id } : shown;
  }
  const query = mainQuery(library.parse({ text: question }, article));
  const speaker = speakerAskedAbout(question, query.mentions, pack.speech);
  const snippet = snippetOf(passage, query, { article, by: speaker?.id });
  return { ...shown, snippet, ...(speaker && { by: speaker.id }) };
}
