import { escapeControls, jsonWithoutControls } from "../text/escape-controls.ts";
import type { Gap } from "../feedback/question-log.ts";

const HEAD = `# Questions from readers that were not answered, or not well, the most frequent first.
#
# Fill in \`expect\`: answered if a passage answers (\`passage\` is its id), not-covered if the article does
# not say. Delete what is not a question, and duplicates. Save the file as ARTICLE.gaps.questions.yaml beside
# ARTICLE.md, and \`npm run eval\` asks its questions too.
`;

/** More wordings do not make a question clearer. */
const MAX_WORDINGS = 5;

/** Gaps as golden questions whose answers an editor fills in. */
export function goldenDraft(gaps: readonly Gap[]): string {
  return [HEAD, ...gaps.map(entryOf)].join("\n");
}

function entryOf({ question, wordings, article, shown, ...gap }: Gap): string {
  const also = wordings.slice(0, MAX_WORDINGS).map((wording) => `# also: ${yamlString(wording)}`);
  return [
    `# ${describeCounts(gap)}${article === undefined ? "" : `, about ${escapeControls(article)}`}`,
    ...also,
    ...(shown.length > 0 ? [`# shown: ${escapeControls(shown.join(", "))}`] : []),
    `- ask: ${yamlString(question)}`,
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

/** A JSON string is also a YAML string, on one line if separators are escaped. */
function yamlString(text: string): string {
  return jsonWithoutControls(text);
}
