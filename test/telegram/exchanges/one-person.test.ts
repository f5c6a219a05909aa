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

test("somebody's words are found in every article that has them, whatever its id for them", async () => {
  const chat = await openBotChat("test/fixtures/archive");
  const { shown } = await chat.say("What did Ann Marlow say about a quay for the ferry?");
  expect(shown).toContain("and we have none");
  expect(shown).not.toContain("doesn't");
});

test("of two people of one name, whoever speaks of the topic is meant", async () => {
  const chat = await openBotChat("test/fixtures/archive");
  expect((await chat.say("What did Piet Oster say about the ball?")).shown).toContain("goalkeeper");
  const other = await openBotChat("test/fixtures/archive");
  expect((await other.say("What does Piet Oster say?")).shown).toContain("Whom do you mean");
});
