import { expect, test } from "vitest";
import { replaceAddresses } from "../../src/text/addresses.ts";
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

test.each([
  // Ukraine
  "+380 67 123-45-67",
  "+380671234567",
  "380671234567",
  "+38 (067) 123-45-67",
  "38 067 123 45 67",
  "0671234567",
  "067 123 45 67",
  "067-123-45-67",
  "067.123.45.67",
  "(067) 123-45-67",
  "067/123-45-67",
  "(044) 279-01-02",
  "044 279 00 00",
  "0 800 500 155",
  "067 123 000",
  "20-10-19-99-00",
  // Russia
  "+7 921 123-45-67",
  "+7 (921) 123-45-67",
  "8 (921) 123-45-67",
  "8 921 123 45 67",
  "8-921-123-45-67",
  "89211234567",
  "8 800 555-35-35",
  "(495) 123-45-67",
  "7 495 123 45 67",
  // The United States
  "+1 555 010 0199",
  "+1-202-555-0123",
  "1-202-555-0123",
  "1 800 555 0199",
  "(202) 555-0123",
  "202-555-0123",
  "202.555.0123",
  "202 555 0123",
  "2025550123",
  // The United Kingdom
  "+44 20 7946 0958",
  "+44 (0)20 7946 0958",
  "020 7946 0958",
  "(020) 7946 0958",
  "07700 900123",
  "07700 900 123",
  "0161 496 0000",
  "01632 960 001",
  "0044 20 7946 0958",
  // France, and cards
  "01.02.03.04.05",
  "12 34 56 78 90",
  "4111-1111-1111-1111",
  "2200 1234 1234 1234",
])("%s is a phone number or a card", (number) => {
  for (const text of [`call ${number} now`, `my number is ${number}.`]) {
    expect(withoutContacts(text)).toBe(text.replace(/\(?\+?\(?\d[\d .()/-]*\d/u, "<number>"));
    expect(replaceAddresses(text, ({ kind }) => `<${kind}>`)).toContain("<phone>");
  }
});

test.each([
  "20-22.03.2023",
  "20–22.03.2023",
  "20 – 22.03.2023",
  "20.-22.03.2023",
  "20.03-22.03.2023",
  "20.03–22.03.2023",
  "20.03.-22.03.2023",
  "20.03.2023-22.03.2023",
  "20.03.23-22.03.23",
  "20.03.23 – 22.03.23",
  "20/03/2023-22/03/2023",
  "03/20/2023 - 03/22/2023",
  "20-22/03/2023",
  "20-03-2023",
  "2023-03-20/2023-03-22",
  "2023-03-20 2023-03-22",
  "2023-03-20–22",
  "(20.03.2023 - 22.03.2023)",
  "(20-22.03.2023)",
  "20.03.2023. 22.03.2023",
  "24.02.2022 05:00",
  "24.02.2022 05.30",
  "2022-02-24 05:00",
  "24.02.2022 12 people",
  "24.02.2022 15 000 people",
  "2022 15 000 people",
  "room 12 20.03.2023",
  "3-2 24.02.2022",
  "10:30-11:45",
  "10.30-11.45",
  "10.30-11.45 20.03.2023",
  "10:30-11:45, 20-22.03.2023",
  "1990-2000, 2010",
  "1990-2000 2010-2020",
  "1914-1918 1939-1945",
  "2022/23 - 2023/24",
  "2022-02 - 2022-05",
  "12 500 000",
  "125 500 000",
  "12 500 000 - 13 500 000",
  "10 000 - 15 000",
  "10 000–15 000",
  "10.000-15.000",
  "8 045 311 447 people",
])("%s is no phone number", (dates) => {
  for (const text of [dates, `What happened ${dates}?`, `Що було ${dates}, а що потім?`]) {
    expect(withoutContacts(text)).toBe(text);
    expect(replaceAddresses(text, ({ kind }) => `<${kind}>`)).toBe(text);
  }
});
