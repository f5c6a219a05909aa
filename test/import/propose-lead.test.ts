import { expect, test } from "vitest";
import { proposeLead, proposeSummary } from "../../src/import/draft/propose-lead.ts";
import { packFor } from "../../src/languages/packs.ts";

test.each([
  [
    "en",
    "A single ticket costs 9 crowns, and islanders pay four.",
    "A single ticket costs 9 crowns",
  ],
  [
    "en",
    "The council approved the new quay on Monday, after a long debate.",
    "The council approved the new quay on Monday",
  ],
  [
    "uk",
    "Міська рада ухвалила новий причал, попри суперечки.",
    "Міська рада ухвалила новий причал",
  ],
  ["en", "The ferry sails at 9 a.m., as before.", "The ferry sails at 9 a.m."],
  ["ru", "Билет стоит 9 крон, а островитяне платят четыре.", "Билет стоит 9 крон"],
])("%s: the first clause with a number, a date or a decision leads: %s", (language, text, lead) => {
  expect(proposeLead(text, packFor(language))).toBe(lead);
  expect(text).toContain(lead);
});

test.each([
  ["nothing to tell", "The harbour is quiet at night, and so is the island."],
  ["words that need those before them", "He approved 9 of them, and left."],
  ["a quotation", "“We approved 9 new ships”, said the director of the line."],
  [
    "a clause that is too long",
    "The harbour office of Port Vellan and the island's council approved 9 new ships of the line.",
  ],
  ["words that only say when", "Following 3 days of storms, the harbour is quiet again at night."],
  ["the middle of a sentence", "by Ann Lee on 3 May, with pictures of the harbour."],
  ["the whole passage", "A single ticket costs 9 crowns"],
])("%s is no lead", (_what, text) => {
  expect(proposeLead(text, packFor("en"))).toBeUndefined();
});

test("a section of three passages is summed up by its first sentence, if that is short", () => {
  const english = packFor("en");
  const [first, ...others] = ["The ferry is full. It sails at nine.", "Two.", "Three."];
  expect(proposeSummary([first ?? "", ...others], english)).toBe("The ferry is full.");
  expect(proposeSummary([first ?? ""], english)).toBeUndefined();
  expect(proposeSummary(["He is late.", ...others], english)).toBeUndefined();
  expect(proposeSummary(["Very ".repeat(40), ...others], english)).toBeUndefined();
});
