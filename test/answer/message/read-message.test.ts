import { expect, test } from "vitest";
import { readMessage } from "../../../src/answer/message/read-message.ts";

const articles = {
  hasText: (text: string) => ["example.com", "@port_authority"].includes(text),
  hasWord: (word: string) => ["ferry", "night", "nato", "booking"].includes(word.toLowerCase()),
};

const questionsOf = (message: string) =>
  readMessage(message, articles).questions.map(({ text }) => text);

test.each<[message: string, ...questions: string[]]>([
  // Addresses.
  ["https://bbc.com/news/world-1?x=2 When is it?", "When is it?"],
  ["When is it? see www.bbc.co.uk", "When is it?"],
  ["bbc.com/news/1\nwhen is it", "when is it"],
  ["t.me/channel/12 when is it", "when is it"],
  ["tg://resolve?domain=abc when is it", "when is it"],
  ["When is it? Write to anna.k@example.org", "When is it?"],
  ["@anna_k when is it?", "when is it?"],
  ["When is it? Tell @anna_k or +380 67 123 45 67", "When is it?"],
  ["When is it? Tell me more.", "When is it?", "Tell me more."],
  ["Коли це? Скажіть @anna_k", "Коли це?"],
  ["Когда это? Скажите @anna_k", "Когда это?"],
  ["When is it? +380 44 123 45 67", "When is it?"],
  ["[When is it?](https://bbc.com)", "When is it?"],
  ["**When** is _it_?", "When is it?"],
  ["🙏🏽 When is it? 👨‍👩‍👧 🇺🇦", "When is it?"],
  ["What does example.com say?", "What does example.com say?"],
  ["What does @port_authority say?", "What does @port_authority say?"],
  ["What does booking.com say?", "What does booking say?"],
  ["#NightFerry when is it", "Night Ferry when is it"],
  ["#fun when is it", "when is it"],
  ["#bitcoin", "bitcoin"],
  [
    "Is it in the U.S. or e.g. at 3.5km/h and/or so?",
    "Is it in the U.S. or e.g. at 3.5km/h and/or so?",
  ],

  // Greetings, thanks, signatures.
  ["Hello, when is it?", "when is it?"],
  ["Hi there! quick question: when is it?", "when is it?"],
  ["Dear bot, when is it?", "when is it?"],
  ["Dear Sir or Madam,\nwhen is it?", "when is it?"],
  ["hi when is it", "when is it"],
  ["When is it? Best regards, John Smith", "When is it?"],
  ["When is it? Regards, Ann", "When is it?"],
  ["When is it?\nThanks in advance!", "When is it?"],
  ["When is it?\n\nCheers, Tom", "When is it?"],
  ["When is it?\nKind regards,\nAnn Lee\nFaculty of History", "When is it?"],
  ["When is it? Sent from my iPhone", "When is it?"],
  ["When is it?\nGet Outlook for iOS", "When is it?"],
  ["When is it? -- Sent from Outlook for Android", "When is it?"],
  ["When is it? — Sent from my phone", "When is it?"],
  ["Please answer ASAP: when is it?", "when is it?"],
  ["Please help: when is it?", "when is it?"],
  ["Urgent! When is it?", "When is it?"],
  ["When is it?\n-- \nAnn Lee, editor", "When is it?"],
  ["When is it? / Ann", "When is it?"],
  ["When is it?\n— Ann Lee", "When is it?"],
  ["When is it?\nAnn", "When is it?"],
  ["> On Monday Bo wrote:\n> It is late.\nWhen is it?", "When is it?"],
  ["On Monday Bo wrote:\n> It is late.\n\nWhen is it?", "When is it?"],
  ["Добрий день! Коли це?", "Коли це?"],
  ["Шановна редакціє! Коли це?", "Коли це?"],
  ["Привіт, боте! Коли це?", "Коли це?"],
  ["Коли це? З повагою, Олена", "Коли це?"],
  ["Коли це?\nДякую заздалегідь", "Коли це?"],
  ["Коли це?\nНадіслано з iPhone", "Коли це?"],
  ["Здравствуйте, Иван! У меня вопрос: когда это?", "когда это?"],
  ["Уважаемая редакция, когда это?", "когда это?"],
  ["Когда это? С уважением, Иван Петров", "Когда это?"],
  ["Когда это? Заранее спасибо!", "Когда это?"],
  ["Отправлено с iPhone\nКогда это?", "Когда это?"],
  ["Привет) когда это?))", "когда это?"],

  // Statements around the question.
  ["I live here. We take the boat. When is it? I have to plan.", "When is it?"],
  ["Guess what? It is closed. When is it?", "When is it?"],
  ["Can I ask you something? When is it?", "When is it?"],
  ["Можна запитати? Коли це?", "Коли це?"],
  ["Можно вопрос? Когда это?", "Когда это?"],
  ["really?? why?", "why?"],
  ["What? When?", "When?"],

  // Several questions.
  ["Hello, 1) When is it? 2) What is it? Regards, Ann", "When is it?", "What is it?"],
  ["1. When is it\n2. What does it cost", "When is it", "What does it cost"],
  ["1. dates\n2. price of a ticket", "dates", "price of a ticket"],
  ["when is it\nwho is coming", "when is it", "who is coming"],
  ["When is it? And why?", "When is it?", "And why?"],
  ["When is it and who is coming?", "When is it?", "who is coming?"],
  ["When is it? Regards, Ann. P.S. Who is coming?", "When is it?", "Who is coming?"],
  ["когда? и где?", "когда?", "и где?"],
  ["Когда визит и кто приедет?", "Когда визит?", "кто приедет?"],
  ["Коли візит і хто приїде?", "Коли візит?", "хто приїде?"],
  ["Билет дорогой? А для детей?", "Билет дорогой?", "А для детей?"],
  ["Квиток дорогий? А для дітей?", "Квиток дорогий?", "А для дітей?"],

  // One question all the same.
  ["When is\nit?", "When is it?"],
  ["Who is Ann? the minister?", "Who is Ann? the minister?"],
  ["Кто такая Анна? Министр?", "Кто такая Анна? Министр?"],
  ["Who is Ann and what does she want?", "Who is Ann and what does she want?"],
  ["Is it open? Or is it closed?", "Is it open? Or is it closed?"],
  ["When is it? When is it??", "When is it??"],
  ["Does she say when it starts and who pays?", "Does she say when it starts and who pays?"],
  [
    "What did she say about when it starts and who pays?",
    "What did she say about when it starts and who pays?",
  ],
  [
    "Что он сказал о том, когда начнут и кто придёт?",
    "Что он сказал о том, когда начнут и кто придёт?",
  ],
  ["Кто и когда приедет?", "Кто и когда приедет?"],
  ["Who said “Where is it? Who knows?” there?", "Who said “Where is it? Who knows?” there?"],
  ["«Де це? Хто знає?» Хто це сказав?", "Хто це сказав?"],
  ["NATO? Ferry?", "NATO? Ferry?"],
  ["no, I meant the mayor", "no, I meant the mayor"],
  ["yes, please", "yes, please"],
  ["hello", "hello"],
  ["Hi! How are you?", "How are you?"],
])("%j asks %j", (message, ...questions) => {
  expect(questionsOf(message)).toEqual(questions);
});

test.each(["https://bbc.com/news/1", "@anna_k", "www.bbc.com anna@example.org", "t.me/abc 👍"])(
  "%j is nothing but an address",
  (message) => {
    expect(readMessage(message, articles).questions).toEqual([{ text: "", isAddress: true }]);
  },
);

test.each([
  ["The ferry is late. Why is it?", "The ferry is late."],
  ["Why is it? The ferry is late.", "The ferry is late."],
  ["> The ferry is late.\nWhy is it?", "The ferry is late."],
  ["Why is it?", undefined],
])("beside the question, %j says %j", (message, said) => {
  expect(readMessage(message, articles).questions[0].said).toBe(said);
});

const STORY = "We took the boat to the island and looked at the birds for a while. ";

test("of a long message the question is read", () => {
  const { questions, readsOnly } = readMessage(`${STORY.repeat(50)}When is it?`, articles);
  expect(questions.map(({ text }) => text)).toEqual(["When is it?"]);
  expect(readsOnly).toBe("question");
});

test("of a long message without a question, the end is read", () => {
  const { questions, readsOnly } = readMessage(`${STORY.repeat(50)} Birds of the island`, articles);
  expect(questions[0].text).toMatch(/Birds of the island$/u);
  expect(questions[0].text.length).toBeLessThanOrEqual(1000);
  expect(readsOnly).toBe("end");
});

test("more than five questions are left for another message", () => {
  const message = ["Who", "When", "Where", "Why", "How", "What"].map((word) => `${word} is it?`);
  const { questions, unread } = readMessage(message.join(" "), articles);
  expect([questions.length, unread]).toEqual([5, 1]);
});
