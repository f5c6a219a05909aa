type KnownMisses = { readonly questions: number; readonly misses: readonly string[] };

/**
 * Golden questions answered wrong today, by set, each as the questions of its chat up to it. A change
 * that breaks another one fails golden.test.ts; one that fixes a miss removes it from this list.
 * `npm run eval` says what is wrong with each. `questions` is the size of the set.
 */
export const KNOWN_MISSES: Readonly<Record<string, KnownMisses>> = {
  "xi-moscow-visit": {
    questions: 357,
    misses: [
      "Is there anything new in the Chinese plan compared with their usual policy?",
      "Does China see things the way it did before the war started?",
      "Are more Russians going to be drafted?",
      "Who is travelling with Xi?",
      "Will Xi travel on to Kyiv?",
      "Which hotel is Xi staying at in Moscow?",
      "Where was the declaration of February 2022 signed?",
    ],
  },
  "xi-moscow-visit.ru": {
    questions: 123,
    misses: [],
  },
  "xi-moscow-visit.uk": {
    questions: 123,
    misses: ["Хто супроводжуватиме Сі в поїздці?", "Хто ще крім Китаю підтримує Росію?"],
  },
  "corn-square": {
    questions: 62,
    misses: [
      "When will the square be closed to cars?",
      "How much money is set aside?",
      "Did the engineer say how many cars there are?",
      "What time does the Saturday market open?",
      "When will the garage be opened?",
      "Who is Noor Haddadi? → what does she fear?",
      "When does the trial begin? → how long will it last?",
      "may vans still deliver? → is that ok for the baker?",
      "may vans still deliver? → is that ok for the baker? → why?",
      "Will they plant trees? → how many? → what will it cost? → what about disabled people?",
    ],
  },
  "harbour-ferry": {
    questions: 79,
    misses: [
      "Why was the old ferry withdrawn?",
      "What happens in a storm?",
      "is it safe to go in there at night now",
      "Will the boat stay for good?",
      "Are the islanders for it?",
      "When did the Sandmartin run aground?",
      "how deep is the berth? → what did it cost?",
      "how deep is the berth? → what did it cost? → who paid?",
      "Why did the old service end? → was anybody hurt?",
    ],
  },
  "harbour-ferry.ru": {
    questions: 28,
    misses: [
      "Почему отменили старый паром?",
      "Что будет во время шторма?",
      "скоко стоит белет",
      "Кто капитан судна?",
    ],
  },
  "harbour-ferry.uk": {
    questions: 28,
    misses: ["Коли починає ходити нічний пором?", "Що буде під час шторму?", "Хто капітан судна?"],
  },
};
