import { describe, expect, test } from "vitest";
import { ANSWERABILITY_CHECKS } from "../../../src/search/confidence/answerability.ts";
import { scoreOf, weightsAt } from "../../../src/search/ranking/score.ts";
import { type Asked, matchQuestion } from "../match-question.ts";
import { marlow } from "../sample.ts";

type Check = keyof typeof ANSWERABILITY_CHECKS;

type Case = readonly [
  question: string,
  passages: Asked["passages"],
  answers: boolean,
  more?: Pick<Asked, "heading" | "background" | "language">,
];

const UK = { language: "uk" } as const;
const RU = { language: "ru" } as const;

/** A new check does not compile without a table here. */
const TABLES: Readonly<Record<Check, readonly Case[]>> = {
  matchesAnyTerm: [
    ["ferry?", ["A ferry."], true],
    ["ferry?", ["Rust.", "A ferry."], false],
    ["ferry?", ["Rust."], true, { heading: "Ferry" }],
    ["ferry?", ["Rust.", "A ferry."], false, { background: "rust" }],
    ["What?", ["Rust."], false],
  ],
  matchesMoreThanNames: [
    ["What did Marlow say of rust?", [{ text: "Rust.", speaker: marlow }], true],
    ["What did Marlow say of rust?", [{ text: "Cars.", speaker: marlow }, "Rust."], false],
    ["What did Marlow say of bitcoin?", [{ text: "Cars.", speaker: marlow }], false],
    // "Say" is an everyday word, so nothing is missing.
    ["What did Marlow say?", [{ text: "Cars.", speaker: marlow }], true],
    [
      "What did Marlow say of rust and bitcoin?",
      [{ text: "Cars.", speaker: marlow }, "Rust."],
      false,
    ],
    ["What about rust?", ["Cars.", "Rust."], false],
    // A keyword is what an editor thought of; "best" is what nobody says.
    ["Best phone?", [{ text: "A call.", keywords: ["phone"] }], false],
    ["Which phone is the cheapest?", [{ text: "A call.", keywords: ["phone"] }], false],
    ["Best phone?", [{ text: "A call.", keywords: ["phone"] }, "The best ship."], true],
    ["Best phone?", ["A phone."], true],
    ["What happens to a phone?", [{ text: "A call.", keywords: ["phone"] }], true],
    ["лучший телефон?", [{ text: "Звонок.", keywords: ["телефон"] }], false, { language: "ru" }],
    [
      "який телефон найкращий?",
      [{ text: "Дзвінок.", keywords: ["телефон"] }],
      false,
      { language: "uk" },
    ],
    // What is missing weighs little beside the names found.
    [
      "Did Ines Marlow of the City Council cross the bridge?",
      [
        { text: "Ines Marlow of the City Council.", speaker: marlow },
        "A bridge.",
        "A bridge.",
        "A bridge.",
      ],
      true,
    ],
  ],
  usesEveryName: [
    ["Does the ferry reach Pelly?", ["The ferry reaches Pelly."], true],
    ["Does the ferry reach Pelly?", ["The ferry."], false],
    ["Does the ferry reach Pelly?", ["The ferry.", "Pelly."], true],
    ["Does the ferry reach the USA?", ["The ferry."], true],
    ["Does the ferry reach Palestine?", ["The Palestinian ferry."], true],
    ["Does the ferry reach bitcoin?", ["The ferry."], true],
    ["Does the ferry take 40 cars?", ["The ferry takes 40 cars."], true],
    ["Does the ferry take 40 cars?", ["The ferry takes 30 cars."], false],
    ["Does the ferry take 40 cars?", ["The ferry takes cars.", "Rust: 40."], true],
    ["Does the ferry take forty cars?", ["The ferry takes cars."], true],
  ],
  hasTimeOrNumber: [
    ["When does the ferry leave?", ["The ferry leaves in May."], true],
    ["When does the ferry leave?", ["The ferry leaves after rain."], true],
    ["When does the ferry leave?", ["The ferry leaves."], false],
    ["When does the ferry leave?", ["The ferry takes forty cars."], false],
    ["How many cars?", ["Forty cars."], true],
    ["How many cars?", ["Cars in May."], false],
    ["How long does it rust?", ["It rusts for forty months."], true],
    ["How long does it rust?", ["It rusts in May."], true],
    ["How long does it rust?", ["It rusts after rain."], false],
    ["Who runs the ferry?", ["Somebody runs the ferry."], true],
  ],
  coversHalf: [
    ["When ferry, rust?", ["Rust in May.", "A ferry."], true],
    ["When ferry, rust, salt?", ["The ferry in May.", "Rust, salt."], false],
    ["When does the ferry leave?", ["The ferry leaves in May."], true],
    [
      "When does the ferry pass rust, salt and cables?",
      ["The ferry in May.", "Rust, salt, cables."],
      false,
    ],
    ["Who passes rust, salt and cables on the ferry?", ["The ferry.", "Rust, salt, cables."], true],
    ["When rust?", ["In May.", "Rust."], true, { heading: "Rust" }],
    ["When rust?", ["A ferry in May.", "Rust."], false, { background: "ferry" }],
  ],
  hasWhatIsListed: [
    ["Name all twelve ferries", ["Twelve ferries sail."], false],
    ["list the three ferries please", ["The Plover, the Tern and the Gull are ferries."], true],
    ["Which two ferries rust?", ["The ferries Plover and Tern rust."], true],
    ["Which twelve ferries rust?", ["Twelve ferries rust."], false],
    ["Name the ferry", ["The ferry Plover sails."], true],
    ["Which ferries rust?", ["Twelve ferries rust."], true],
  ],
  hasAskedQuantity: [
    ["How old is the ferry?", ["The ferry takes forty cars."], false],
    ["How old is the captain?", ["The captain, 52, takes cars."], true],
    ["How old is the captain?", ["The 52-year-old captain takes cars."], true],
    ["How much does the ferry cost?", ["The ferry takes 40 cars."], false],
    ["How much does the ferry cost?", ["The ferry is 40 crowns."], true],
    ["What share of cars rust?", ["In May 40 cars rust."], false],
    ["What share of cars rust?", ["40 % of cars rust."], true],
    ["What share of cars rust?", ["Half of the cars rust."], true],
    ["How long does the ferry rust?", ["The ferry rusts on 4 May."], false],
    ["How long does the ferry rust?", ["The ferry rusts for three months."], true],
    ["How many dollars is the ferry worth?", ["The ferry is worth 40 dollars."], true],
    ["How long does the ferry rust?", ["The ferry rusts on 4–6 May."], true],
    ["Як довго іржавіє пором?", ["Пором іржавіє 4–6 травня."], true, { language: "uk" }],
    ["Як довго іржавіє пором?", ["Пором іржавіє 4 травня."], false, { language: "uk" }],
    ["Как долго ржавеет паром?", ["Паром ржавеет 4–6 мая."], true, { language: "ru" }],
    ["Как долго ржавеет паром?", ["Паром ржавеет 4 мая."], false, { language: "ru" }],
    ["What time does the ferry leave?", ["The ferry leaves on 4 May."], false],
    ["What time does the ferry leave?", ["The ferry leaves at 9:30."], true],
    ["What year did the ferry rust?", ["The ferry rusts in May."], false],
    ["What year did the ferry rust?", ["The ferry rusted in 1998."], true],
    ["What year after 1998 did it rust?", ["The ferry rusts after 1998."], false],
    ["Який вік капітана порома?", ["Капітан порома возить 40 машин."], false, { language: "uk" }],
    [
      "Який вік капітана порома?",
      ["52-річний капітан порома возить машини."],
      true,
      { language: "uk" },
    ],
    ["Скільки коштує пором?", ["Пором возить 40 машин."], false, { language: "uk" }],
    ["Скільки коштує пором?", ["Пором коштує 40 гривень."], true, { language: "uk" }],
    [
      "Какой возраст у капитана парома?",
      ["Капитан парома возит 40 машин."],
      false,
      { language: "ru" },
    ],
    [
      "Какой возраст у капитана парома?",
      ["52-летний капитан парома возит машины."],
      true,
      { language: "ru" },
    ],
    ["Сколько стоит паром?", ["Паром возит 40 машин."], false, { language: "ru" }],
    ["Сколько стоит паром?", ["Паром стоит 40 рублей."], true, { language: "ru" }],
  ],
  numbersWhatIsCounted: [
    ["How many cars take the ferry?", ["The ferry takes forty cars."], true],
    ["How many cars take the ferry?", ["Cars on the ferry: forty."], true],
    [
      "How many cars take the ferry?",
      ["Cars took the ferry whenever the weather and the captain let them, on 40 occasions."],
      false,
    ],
    ["When do cars take the ferry?", ["Cars take the ferry."], true],
    ["Скільки машин на поромі?", ["На поромі сорок машин."], true, { language: "uk" }],
    ["Скільки машин на поромі?", ["Машини на поромі."], false, { language: "uk" }],
    ["Сколько машин на пароме?", ["На пароме сорок машин."], true, { language: "ru" }],
    ["Сколько машин на пароме?", ["Машины на пароме."], false, { language: "ru" }],
  ],
  hasValueBesideTopic: [
    ["When does the ferry rust?", ["The ferry rusts in May. Cars do not."], true],
    ["When does the ferry rust?", ["The ferry rusts. Cars come in May."], false],
    ["Who runs the ferry?", ["The ferry rusts. Cars come in May."], true],
    ["Коли іржавіє пором?", ["Пором іржавіє в травні."], true, { language: "uk" }],
    ["Коли іржавіє пором?", ["Пором іржавіє. Машини їдуть у травні."], false, { language: "uk" }],
    ["Когда ржавеет паром?", ["Паром ржавеет в мае."], true, { language: "ru" }],
    ["Когда ржавеет паром?", ["Паром ржавеет. Машины едут в мае."], false, { language: "ru" }],
  ],
  hasValueOfWhoIsNamed: [
    ["When does Pelly rust?", ["The port of Pelly rusts. It began in May."], true],
    ["When does Pelly rust?", ["The port of Pelly rusts. Cars do. It began in May."], false],
    ["When does the port rust?", ["The port rusts. Cars do. It began in May."], true],
    ["Who is in Pelly?", ["The port of Pelly rusts. Cars do. It began in May."], true],
    [
      "Коли іржавіє Пеллі?",
      ["Порт Пеллі іржавіє. Машини теж. Це почалося в травні."],
      false,
      { language: "uk" },
    ],
    [
      "Когда ржавеет Пелли?",
      ["Порт Пелли ржавеет. Машины тоже. Это началось в мае."],
      false,
      { language: "ru" },
    ],
  ],
  keepsRoles: [
    // Whoever it is done to does it.
    ["Did the mayor vote for the baker?", ["The baker voted for the mayor."], false],
    ["Who voted for the baker?", ["The baker voted for the mayor."], false],
    ["Who voted for the mayor?", ["The baker voted for the mayor."], true],
    ["When did the crew call the neighbours?", ["The neighbours called the crew in May."], false],
    ["When did the neighbours call the crew?", ["The neighbours called the crew in May."], true],
    ["When did the neighbours call the crew?", ["The crew was called by the neighbours."], true],
    ["When was the crew called by the neighbours?", ["The neighbours called the crew."], true],
    ["When was the baker sued by Ines Marlow?", ["The baker sued Ines Marlow in May."], false],
    // The next sentence may turn it.
    [
      "Who called the neighbours?",
      ["The neighbours called the crew. The crew called the neighbours back."],
      true,
    ],
    // They meet each other.
    ["Whom will Renn meet?", ["Marlow will meet Renn."], true],
    // Another than whoever is asked about.
    ["When did Renn visit Pelly?", ["On Monday Marlow visited Pelly.", "Renn."], false],
    ["When did Renn visit Pelly?", ["On Monday Marlow and Renn visited Pelly."], true],
    ["When did Renn visit Pelly?", ["On Monday he visited Pelly.", "Renn."], true],
    ["When did Renn visit Pelly?", ["The deputy of Marlow visited Pelly.", "Renn."], true],
    ["When did Renn and Dunn sign it?", ["In May, Renn and Marlow signed it.", "Dunn."], false],
    ["When will Renn sell bread?", ["Then Marlow hopes to sell bread in May.", "Renn."], false],
    ["When was Renn elected?", ["In May, Marlow was elected.", "Renn."], false],
    // To another place.
    ["When did Marlow visit Vellan?", ["On Monday Marlow visited Pelly.", "Vellan."], false],
    ["When did Marlow visit Pelly?", ["On Monday Marlow visited Pelly."], true],
    [
      "When did Marlow visit Vellan?",
      ["Marlow will rest after a visit to Pelly.", "Vellan."],
      false,
    ],
    ["When did Marlow visit Vellan?", ["Marlow visited a mill in Pelly.", "Vellan."], true],
    ["When did Marlow travel to Vellan?", ["Marlow travelled to Pelly.", "Vellan."], false],
    ["When did Marlow travel to Vellan?", ["Marlow travelled from Pelly.", "Vellan."], true],
    // A noun, and a question without a verb.
    ["Who is the club manager?", ["The club manager Ines Marlow left."], true],
    ["Marlow visit Vellan", ["On Monday Marlow visited Pelly.", "Vellan."], true],
    ["Коли Ренн відвідав Пеллі?", ["У травні Марлоу відвідав Пеллі.", "Ренн."], false, UK],
    ["Коли Ренн відвідав Пеллі?", ["У травні Марлоу та Ренн відвідали Пеллі."], true, UK],
    ["Коли Ренн відвідає Веллан?", ["Ренн відвідає Пеллі в травні.", "Веллан."], false, UK],
    ["Коли Ренн прибув до Веллана?", ["Ренн прибув до Пеллі.", "Веллан."], false, UK],
    ["Коли Ренн прибув до Веллана?", ["До Веллана Ренн прибув у травні."], true, UK],
    ["Коли Ренн прибув до Пеллі?", ["Голова Веллана прибув до Пеллі.", "Ренн."], true, UK],
    ["Хто проголосував за пекаря?", ["Пекар проголосував за мера."], false, UK],
    ["Хто проголосував за мера?", ["Пекар проголосував за мера."], true, UK],
    ["Коли мер запросив пекаря?", ["Мера запросив пекар у травні."], false, UK],
    ["Коли пекар запросив мера?", ["Мера запросив пекар у травні."], true, UK],
    ["Когда Ренн посетил Пелли?", ["В мае Марлоу посетил Пелли.", "Ренн."], false, RU],
    ["Когда Ренн посетил Пелли?", ["В мае Марлоу и Ренн посетили Пелли."], true, RU],
    ["Когда Ренн посетит Веллан?", ["Ренн посетит Пелли в мае.", "Веллан."], false, RU],
    ["Когда Ренн прибыл в Веллан?", ["Ренн прибыл в Пелли.", "Веллан."], false, RU],
    ["Когда Ренн прибыл в Веллан?", ["В Веллан Ренн прибыл в мае."], true, RU],
    ["Когда Ренн прибыл в Пелли?", ["Глава Веллана прибыл в Пелли.", "Ренн."], true, RU],
    ["Кто проголосовал за пекаря?", ["Пекарь проголосовал за мэра."], false, RU],
    ["Кто проголосовал за мэра?", ["Пекарь проголосовал за мэра."], true, RU],
    ["Когда мэр пригласил пекаря?", ["Мэра пригласил пекарь в мае."], false, RU],
    ["Когда пекарь пригласил мэра?", ["Мэра пригласил пекарь в мае."], true, RU],
  ],
  saysWhatIsDone: [
    ["When did Renn bribe Marlow?", ["Renn has known Marlow since May.", "A bribe."], false],
    ["When did Renn bribe Marlow?", ["Renn bribed Marlow in May."], true],
    // Only one of them is named.
    ["When did Renn take the bribe?", ["Renn has known Marlow since May."], true],
    ["When did the mayor bribe Marlow?", ["The mayor has known Marlow since May."], true],
    ["Коли Ренн обікрав Марлоу?", ["Ренн знає Марлоу з травня.", "Обікрав."], false, UK],
    ["Коли Ренн обікрав Марлоу?", ["Ренн обікрав Марлоу в травні."], true, UK],
    ["Когда Ренн обокрал Марлоу?", ["Ренн знает Марлоу с мая.", "Обокрал."], false, RU],
    ["Когда Ренн обокрал Марлоу?", ["Ренн обокрал Марлоу в мае."], true, RU],
  ],
  hasAgeOfWhoIsAsked: [
    ["How old is Dunn?", ["Dunn came. His son is seven years old."], false],
    ["How old is Dunn's son?", ["Dunn came. His son is seven years old."], true],
    ["How old is Dunn?", ["Dunn came. He is 34 years old."], true],
    ["How old is Dunn?", ["Dunn, 34, came. His son is seven years old."], true],
    ["How old is the mill?", ["Dunn came. His mill is seven years old."], true],
    ["When did Dunn come?", ["Dunn came. His son is seven years old."], true],
    ["Скільки років Данну?", ["Данн прийшов. Його синові сім років."], false, UK],
    ["Скільки років синові Данна?", ["Данн прийшов. Його синові сім років."], true, UK],
    ["Скільки років Данну?", ["Данн прийшов. Йому 34 роки."], true, UK],
    ["Сколько лет Данну?", ["Данн пришёл. Его сыну семь лет."], false, RU],
    ["Сколько лет сыну Данна?", ["Данн пришёл. Его сыну семь лет."], true, RU],
    ["Сколько лет Данну?", ["Данн пришёл. Ему 34 года."], true, RU],
  ],
  hasNegationAsAsked: [
    ["Who did not cross the bridge?", ["Marlow crossed the bridge."], false],
    ["Who did not cross the bridge?", ["Marlow never crossed the bridge."], true],
    ["Who crossed the bridge?", ["Marlow crossed the bridge."], true],
    ["Хто не переходив міст?", ["Марлоу перейшов міст."], false, { language: "uk" }],
    ["Кто не переходил мост?", ["Марлоу не переходил мост."], true, { language: "ru" }],
  ],
  hasWordsOfWhoIsAsked: [
    ["What did Pelly say about rust?", ["The rust is old, said Ann Pelly."], true],
    ["What did Pelly say about rust?", ["Pelly, the baker from Marl, said rust is old."], true],
    ["What did Pelly say about rust?", ["Pelly saw rust. It is old, he said."], true],
    ["What did Pelly say about rust?", ["Rust is old, Tom Marl said of Pelly."], false],
    ["What did Pelly say about rust?", ["Pelly saw the rust."], false],
    ["What did Pelly say about rust?", ["Rust is old, according to Pelly."], true],
    ["What did Pelly say about rust?", ["Pelly's statement on rust is short."], true],
    // "State", "idea" and "asked" stand beside others.
    ["What did Pelly say about rust?", ["Pelly saw the state of the rust."], false],
    ["What did Pelly say about rust?", ["Pelly liked the idea when she saw rust."], false],
    ["What did Pelly say about rust?", ["“I like rust and Pelly,” Marl said."], false],
    ["What did Marlow say about rust?", [{ text: "Rust.", speaker: marlow }], true],
    ["What did the marine engineer say?", [{ text: "Rust.", speaker: marlow }], true],
    ["What did Pelly say about rust?", [{ text: "Rust and Pelly.", speaker: marlow }], false],
    ["What did Pelly do about rust?", ["Pelly saw the rust."], true],
    ["Що Пеллі сказав про іржу?", ["Пеллі сказав, що іржа стара."], true, { language: "uk" }],
    ["Що Пеллі сказав про іржу?", ["Пеллі бачив іржу."], false, { language: "uk" }],
    [
      "Что Пелли сказал о ржавчине?",
      ["Пелли сказал, что ржавчина старая."],
      true,
      { language: "ru" },
    ],
    ["Что Пелли сказал о ржавчине?", ["Пелли видел ржавчину."], false, { language: "ru" }],
  ],
  hasWhatIsCounted: [
    ["How many cars take the ferry?", ["The ferry takes forty cars."], true],
    ["How many cars take the ferry?", ["The ferry takes forty people.", "Cars."], false],
    ["How many of the cars take the ferry?", ["The ferry takes forty people.", "Cars."], false],
    ["How old is the ferry?", ["The ferry takes forty people."], false],
    ["How old is the ferry?", ["The ferry is forty years old."], true],
    ["How much does the ferry cost?", ["The ferry takes forty people."], true],
    ["When do cars take the ferry?", ["The ferry leaves in May."], true],
  ],
};

function firstFor(asked: Asked) {
  const { compiled, first: indexed, matches, features } = matchQuestion(asked);
  return {
    compiled,
    first: {
      indexed,
      matches,
      features,
      score: scoreOf(features, weightsAt(features.questionLength)),
    },
  };
}

describe.each(Object.entries(TABLES))("%s", (name, cases) => {
  const check = new Map(Object.entries(ANSWERABILITY_CHECKS)).get(name);

  test.each(cases.map((one) => ({ one, name: `${one[0]} → ${one[2]}` })))(
    "$name",
    ({ one: [question, passages, result, more = {}] }) => {
      const { compiled, first } = firstFor({ question, passages, ...more });
      expect(check?.(first, compiled)).toBe(result);
    },
  );
});
