import { escapeControls, jsonWithoutControls } from "../text/escape-controls.ts";
import type { Gap } from "../feedback/question-log.ts";

const HEAD = `# Questions that readers asked and that were not answered, or not well, the most frequent first.
#
# Fill in \`expect\`: answered where a passage answers (then \`passage\` is its id), not-covered where the
# article rightly says nothing. Take out what asks for nothing, and what two groups share. Saved as
# ARTICLE.gaps.questions.yaml beside ARTICLE.md, \`npm run eval\` reads it with the article's others.
`;

/** More ways to put a question would not help to understand it. */
const MOST_WORDINGS = 5;

/** Gaps as golden questions that somebody has yet to say the right answers of. */
export function goldenDraft(gaps: readonly Gap[]): string {
  return [HEAD, ...gaps.map(entryOf)].join("\n");
}

function entryOf({ question, wordings, article, shown, ...gap }: Gap): string {
  const also = wordings.slice(0, MOST_WORDINGS).map((wording) => `# also: ${quoted(wording)}`);
  return [
    `# ${describeCounts(gap)}${article === undefined ? "" : `, about ${escapeControls(article)}`}`,
    ...also,
    ...(shown.length > 0 ? [`# shown: ${escapeControls(shown.join(", "))}`] : []),
    `- ask: ${quoted(question)}`,
    "  kind: gap",
    "  expect:",
    "  # passage:",
    "",
  ].join("\n");
}

type Counts = Pick<Gap, "asked" | "unanswered" | "unsure" | "votes">;

/** "asked 5 times, unanswered 3, wrong-passage 2" */
function describeCounts({ asked, unanswered, unsure, votes }: Counts): string {
  const counts = Object.entries({ unanswered, unsure, ...votes }).filter(([, count]) => count > 0);
  const times = asked === 1 ? "asked once" : `asked ${asked} times`;
  return [times, ...counts.map(([what, count]) => `${what} ${count}`)].join(", ");
}

/** JSON's texts are YAML's too, and hold in one line where separators are escaped. */
function quoted(text: string): string {
  return jsonWithoutControls(text);
}
