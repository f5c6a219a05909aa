import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

test("two people of one name are told apart, and each is asked for once", async () => {
  const chat = await openBotChat("test/fixtures/archive");
  expect((await chat.say("Who is Piet Oster?")).shown).toMatchInlineSnapshot(`
    "<b>Whom do you mean?</b>

    <b>Piet Oster</b>: chairman of the dockers' union · <i>Dockers stop the ferry</i>
    <b>Piet Oster</b>: goalkeeper of Skerra Rovers · <i>Rovers reach the final</i>
    [Piet Oster, chairman of the dockers' …]
    [Piet Oster, goalkeeper of Skerra Rovers]
    [All articles]"
  `);
});

test("one person whom several articles introduce is not asked about", async () => {
  const chat = await openBotChat("test/fixtures/archive");
  const { shown } = await chat.say("Who is Ann Marlow?");
  expect(shown).toContain("<b>Ann Marlow</b>");
  expect(shown).not.toContain("Whom do you mean");
});
