import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

/** An English article without a translation. */
function cornSquare(): string {
  const folder = mkdtempSync(join(tmpdir(), "corn-square-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  copyFileSync("test/fixtures/articles/corn-square.md", join(folder, "corn-square.md"));
  return folder;
}

test("readers ask about an English article in Ukrainian and Russian, and are told that it is English", async () => {
  const chat = await openBotChat(cornSquare());
  expect((await chat.say("Скільки автівок перетинає площу за день?")).shown).toMatchInlineSnapshot(`
    "<b>6,200 cars a day</b>

    <blockquote>On a working <b>day 6,200 cars cross</b> the <b>square</b>, and more than <b>half</b> of them do not stop in the old town at all.</blockquote>
    <i>Tomas Wieland, traffic engineer, author of the study · текст статті · переказ</i>
    § What the study says · The Marlstead Courier · англійською
    [What does the baker worry about?]
    [How did the council vote?]
    [👍] [👎] [Копіювати] [Поділитися]"
  `);
  expect((await chat.say("Сколько лип посадят?")).shown).toMatchInlineSnapshot(`
    "<b>1.3 million crowns</b>

    <blockquote><b>Forty lime</b> trees are to be <b>planted</b>, and the town has set aside <b>1.3 million</b> crowns for trees, benches and paving.</blockquote>
    <i>Ilse Brandvold, mayor of Marlstead · официальное заявление · пересказ</i>
    § The decision · The Marlstead Courier · на английском
    [What does the baker worry about?]
    [How did the council vote?]
    [👍] [👎] [Копировать] [Поделиться]"
  `);
});
