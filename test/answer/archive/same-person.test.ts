import { expect, test } from "vitest";
import { isSamePerson } from "../../../src/answer/archive/same-person.ts";
import { packFor } from "../../../src/languages/packs.ts";

const person = (name: string, capacity?: string) => ({
  id: "someone",
  name,
  aliases: [],
  ...(capacity !== undefined && { capacity }),
});

test.each([
  ["en", "Ann Marlow", "harbour master of Skerra", "Ann Marlow", "the harbour master", true],
  ["en", "Ann Marlow", "harbour master", "Ann Marlow", "former harbour master", true],
  ["en", "Ann Marlow", "harbour master", "Ann Marlow", undefined, true],
  ["en", "The Packet", undefined, "the Packet", "newspaper", true],
  ["en", "Emmanuel Macron", "President of France", "Emmanuel Macron", "French president", true],
  ["en", "Piet Oster", "chair of the union at Skerra", "Piet Oster", "goalkeeper of Skerra", false],
  ["en", "Piet Oster", "docker", "Pia Oster", "docker", false],
  ["uk", "Анна Марлоу", "капітан порту", "Анна Марлоу", "капітанка порту Скерри", true],
  ["uk", "Піт Остер", "голова спілки докерів", "Піт Остер", "воротар «Скерри»", false],
  ["ru", "Лена Брандт", "мэр Скерры", "Лена Брандт", "бывший мэр", true],
  ["ru", "Лена Брандт", "мэр Скерры", "Лена Брандт", "певица из Скерры", false],
])("%s: %s, %s, and %s, %s: %s", (language, name, capacity, other, others, isSame) => {
  const pack = packFor(language);
  expect(isSamePerson(person(name, capacity), person(other, others), pack)).toBe(isSame);
});
