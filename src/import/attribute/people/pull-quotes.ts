import type { AttributedSentence } from "./find-speakers.ts";
import type { NamedSentence } from "./speakers-set-apart.ts";

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
/** Shorter sentences are the same by chance. */
const MIN_REPEATED = 30;
/** A name and a role: more is a sentence. */
const LONGEST_NAME_LINE = 12;

/** A quotation shown again, set apart from the text, is the same person's, and so is the line below with the name. */
export function withPullQuotes(
  sentences: readonly AttributedSentence[],
  named: readonly NamedSentence[],
): AttributedSentence[] {
  const spoken = spokenByText(sentences);
  let shown: AttributedSentence | undefined;
  return sentences.map((attributed, at) => {
    const same = spoken.get(lettersOf(attributed.sentence.text));
    if (same) {
      shown = same;
      return saidLike(same, attributed);
    }
    const above = shown;
    shown = undefined;
    return above && isNameLine(named[at], above) ? saidLike(above, attributed) : attributed;
  });
}

function spokenByText(sentences: readonly AttributedSentence[]): Map<string, AttributedSentence> {
  const spoken = new Map<string, AttributedSentence>();
  for (const attributed of sentences) {
    const key = lettersOf(attributed.sentence.text);
    const best = spoken.get(key)?.spoken ?? 0;
    if (attributed.speaker && key.length >= MIN_REPEATED && best < attributed.spoken) {
      spoken.set(key, attributed);
    }
  }
  return spoken;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(NOT_LETTERS, "");
}

function saidLike(
  { speaker, spoken }: AttributedSentence,
  other: AttributedSentence,
): AttributedSentence {
  return { ...other, speaker, spoken };
}

/** "Ann Smith, head of the port" */
function isNameLine(line: NamedSentence | undefined, { speaker }: AttributedSentence): boolean {
  if (!line || !line.sentence.isFirst) return false;
  const [mention] = line.mentions;
  return (
    mention?.from === 0 &&
    mention.figure === speaker?.figure &&
    line.sentence.tokens.length <= LONGEST_NAME_LINE
  );
}
