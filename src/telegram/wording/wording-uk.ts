import { counted } from "./counted.ts";
import { UKRAINIAN_FEEDBACK } from "./feedback-uk.ts";
import { UKRAINIAN_OPERATOR } from "./operator-uk.ts";
import { UKRAINIAN_PRIVACY } from "./privacy-uk.ts";
import { UKRAINIAN_PROFILE } from "./profile-uk.ts";
import type { Wording } from "./wording.ts";

export const UKRAINIAN: Wording = {
  language: "uk",

  kinds: { opinion: "думка", announcement: "офіційна заява", report: "повідомлення" },
  quoted: "пряма мова",
  partlyQuoted: "частково пряма мова",
  retold: "переказ",
  quotedInDigest: "у статті пряма мова, тут переказ",
  partlyQuotedInDigest: "у статті частково пряма мова, тут переказ",
  retoldInDigest: "тут переказ",
  note: (note) => `Примітка редакторів: ${note}`,
  translation: "Переклад редакторів",
  says: "Це каже",
  saidByNobody: "Це текст самої статті: чиї це слова, у ній не сказано.",
  words: (words) => `«${words}»`,
  theRest: "Решта",

  readAs: (words) => `Читаю це як ${words.join(" · ")}`,
  unsure: "Не певен, що це відповідь.",
  nearest: "Найближчий уривок:",
  perhaps: "Можливо, це:",
  several: "Про це кілька уривків. Який із них?",

  notInArticle: "У цій статті про це нічого немає.",
  notSaid: "У статті про це не сказано.",
  neverMentions: "У ній жодного разу не згадано:",
  noWordsOf: (name) => `${name} у ній про це не говорить.`,
  tryThese: "Натомість у ній є відповіді на такі запитання:",

  mainPoints: (name) => `${name}: головне`,
  whatTheySay: (count) =>
    `${counted("uk", count, { one: "твердження", few: "твердження", other: "тверджень" })} у цій статті`,
  saysNothing: "У цій статті є лише згадка, без жодного висловлювання.",
  asIntroducedBy: (publisher) => `так представляє ${publisher}`,

  keyFacts: "Ключові факти",
  dates: "Дати",
  people: "Кого згадано",
  articles: "Статті, про які можна запитати",
  noPeople: "Про людей у цій статті окремо не сказано.",
  noDates: "Дат у статті немає.",
  askInYourWords: "Запитуйте про будь-що з цього своїми словами.",

  source: "Джерело",
  publisher: (name, capacity) => `${name}, ${capacity}`,
  author: (name) => `Автор: ${name}`,
  publishedOn: (date) => `Опубліковано: ${date}`,
  notGiven: (missing) => `Не вказано: ${missing.join(", ")}`,
  missingPublisher: "видавця",
  missingAuthor: "автора",
  missingDate: "дату",
  missingUrl: "посилання",
  isDigest: "Тут її переказано короткими уривками, не дослівно.",

  promise:
    "Запитуйте про статтю своїми словами. Кожна відповідь – уривок зі статті з указівкою, хто це каже.",
  help: [
    "Я відповідаю на запитання про статтю її ж уривками й кажу, кому належить кожен із них. Якщо в статті про щось не сказано, так і кажу. Від себе нічого не пишу.",
    "Спробуйте: запитання своїми словами; «хто це каже?» після відповіді; ім'я та «головне».",
  ],

  smallTalk: {
    greeting: "Вітаю. Про що хочете дізнатися?",
    thanks: "Будь ласка.",
    goodbye: "До побачення.",
    identity: "Я бот. Знаходжу уривки статті й кажу, чиї це слова; від себе нічого не пишу.",
    feelings: "Усе гаразд. Про що хочете дізнатися?",
    agreement: "Гаразд. Запитуйте, коли захочете.",
    "no-words": "Я читаю лише слова. Напишіть запитання кількома словами.",
  },

  nothingInline: "Про це нічого немає, відкрити бота",
  textOnly: "Я читаю лише текст. Напишіть запитання кількома словами.",
  articleUpdated: "Статтю оновлено. Запитайте ще раз.",
  unknownCommand: "Такої команди я не знаю. Усі команди: /help.",
  tooFast: "Це швидше, ніж можна прочитати. Відповім знову, щойно кілька секунд буде тихо.",

  feedback: UKRAINIAN_FEEDBACK,
  privacy: UKRAINIAN_PRIVACY,
  operator: UKRAINIAN_OPERATOR,
  buttons: {
    copy: "Копія",
    share: "Поділитися",
    original: "Оригінал",
    translation: "Переклад",
    show: "Показати",
    overview: "Про що стаття?",
    list: "Увесь список",
    earlier: "‹",
    later: "›",
    more: "Далі ›",
    fewer: "‹ Назад",
    askMore: "Запитати про статтю",
    position: (index, count) => `${index + 1} з ${count}`,
  },
  profile: UKRAINIAN_PROFILE,
};
