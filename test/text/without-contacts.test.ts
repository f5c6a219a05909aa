import { expect, test } from "vitest";
import { withoutContacts } from "../../src/text/without-contacts.ts";

test.each([
  ["write to anna.k+news@mail.example.org please", "write to <e-mail> please"],
  ["пишіть на анна@приклад.укр", "пишіть на <e-mail>"],
  ["ask @anna_k about it", "ask <name> about it"],
  ["see https://t.me/anna_k or t.me/+AbCdEf", "see https://<name> or <name>"],
  ["tg://user?id=123456 said so", "<name> said so"],
  ["call +380 67 123-45-67 now", "call <number> now"],
  ["call (067) 123 45 67", "call <number>"],
  ["0671234567?", "<number>?"],
  ["380 671 234 567", "<number>"],
  ["+1 (555) 010-0199", "<number>"],
  ["my card is 4111 1111 1111 1111", "my card is <number>"],
  ["+٣٨٠٦٧١٢٣٤٥٦٧", "<number>"],
])("%s loses its contact details", (text, without) => {
  expect(withoutContacts(text)).toBe(without);
});

test.each([
  "When is the visit, on 20-22 March 2023?",
  "What happened on 24.02.2022?",
  "From 20.03.2023 - 22.03.2023?",
  "Between 2022-02-24 and 2023-03-20?",
  "2022 2023 2024",
  "1 000 000 000 people, or 1.000.000.000",
  "How much is 10,000 at 5 %?",
  "1:0 at 19:45, room 12345",
  "me@home and you",
])("%s is left alone", (text) => {
  expect(withoutContacts(text)).toBe(text);
});
