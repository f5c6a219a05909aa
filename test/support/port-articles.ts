/** A port's dispute as editors mark it up: two people with one surname, a body that is only named. */
export const MARKED_PORT = `---
title: The quarrel over the north quay
source: { publisher: gazette }
people:
  gazette: { name: The Gazette, capacity: newspaper }
  jan: { name: Jan Marsh, capacity: spokesman for the port authority }
  ann: { name: Ann Marsh, capacity: head of the dockers' union }
  renn: { name: Tobias Renn, capacity: director of Holm Lines, aliases: [the director] }
  nato: { name: NATO, capacity: the alliance whose ships use the port, aliases: [the alliance] }
  board: { name: Coastal Board, capacity: authority for the coast }
questions: [When does the quay open?]
---

## The decision {#decision}

The port authority will open the north quay on 4 May. It has spent 12 million crowns on the work. {#opening lead="Opening in May"}

NATO asked for the longer quay two years ago. {#request by=jan kind=announcement lead="A request"}

## What they fear {#fears}

“The cranes on the quay are forty years old, and nobody has looked at the cables.” {#cranes by=ann kind=opinion quoted lead="Old cranes"}

He does not see why. In the director's view the alliance will pay for new cranes within a year or two, because its own ships have to unload tanks there, and nobody else on this coast can lift them. {#pay by=renn kind=opinion lead="Who pays"}

The union has voted to strike if the cables are not tested. {#strike by=ann kind=announcement lead="Ready to strike"}

## Who was there {#there}

Tobias Renn left the meeting early. {#left}
`;

export const MARKED_PORT_UK = `---
title: Суперечка про північний причал
people:
  gazette: { name: Газета, capacity: газета }
  jan: { name: Ян Марш, capacity: речник адміністрації порту }
  ann: { name: Анна Марш, capacity: голова спілки докерів }
  renn: { name: Тобіас Ренн, capacity: директор «Голм Лайнс», aliases: [директор] }
  nato: { name: НАТО, capacity: "альянс, чиї кораблі заходять у порт", aliases: [альянс] }
  board: { name: Берегова рада, capacity: управління узбережжям }
questions: [Коли відкриють причал?]
---

## Рішення {#decision}

Адміністрація порту відкриє північний причал 4 травня. На роботи вона витратила 12 мільйонів крон. {#opening lead="Відкриття в травні"}

НАТО просило про довший причал два роки тому. {#request lead="Прохання"}

## Чого бояться {#fears}

«Кранам на причалі сорок років, і ніхто не перевіряв тросів». {#cranes lead="Старі крани"}

Він не розуміє чому. На думку директора, альянс заплатить за нові крани за рік чи два, бо його кораблі мають вивантажувати там танки. {#pay lead="Хто заплатить"}

Спілка проголосувала за страйк, якщо троси не перевірять. {#strike lead="Готові страйкувати"}

## Хто там був {#there}

Тобіас Ренн рано пішов із зустрічі. {#left}
`;

export const MARKED_PORT_RU = `---
title: Спор о северном причале
people:
  gazette: { name: Газета, capacity: газета }
  jan: { name: Ян Марш, capacity: представитель администрации порта }
  ann: { name: Анна Марш, capacity: глава союза докеров }
  renn: { name: Тобиас Ренн, capacity: директор «Холм Лайнс», aliases: [директор] }
  nato: { name: НАТО, capacity: "альянс, чьи корабли заходят в порт", aliases: [альянс] }
  board: { name: Береговой совет, capacity: управление побережьем }
questions: [Когда откроют причал?]
---

## Решение {#decision}

Администрация порта откроет северный причал 4 мая. На работы она потратила 12 миллионов крон. {#opening lead="Открытие в мае"}

НАТО просило о более длинном причале два года назад. {#request lead="Просьба"}

## Чего боятся {#fears}

«Кранам на причале сорок лет, и никто не проверял тросов». {#cranes lead="Старые краны"}

Он не понимает почему. По мнению директора, альянс заплатит за новые краны через год или два, потому что его корабли должны выгружать там танки. {#pay lead="Кто заплатит"}

Союз проголосовал за забастовку, если тросы не проверят. {#strike lead="Готовы бастовать"}

## Кто там был {#there}

Тобиас Ренн рано ушёл со встречи. {#left}
`;

/** The same as a page of a newspaper: a title and paragraphs. */
export const BARE_PORT = `# The quarrel over the north quay

Ministers of NATO met in Tallow on Monday. The alliance asked for a longer quay.

Norway's defence minister, Kari Holm, said that NATO had to act. “We cannot wait until the winter,” she said.

Moscow called it a provocation. A spokesman for the port, Jan Marsh, said that the quay was ready.

His sister Ann Marsh, who leads the dockers' union, doubts it. “The cranes are forty years old.”

The council approved 12 million crowns for the cables on Friday.
`;

export const BARE_PORT_UK = `---
language: uk
title: Суперечка про північний причал
---

Міністри НАТО зустрілися в Дубровці в понеділок. Альянс попросив про довший причал.

Міністерка оборони Норвегії Карі Гольм сказала, що НАТО мусить діяти. «Ми не можемо чекати до зими», — сказала вона.

Москва назвала це провокацією. Речник порту Ян Марш сказав, що причал готовий.

Його сестра Анна Марш, яка очолює спілку докерів, сумнівається. «Кранам сорок років».

У п’ятницю рада виділила 12 мільйонів крон на троси.
`;

export const BARE_PORT_RU = `---
language: ru
title: Спор о северном причале
---

Министры НАТО встретились в Дубровке в понедельник. Альянс попросил о более длинном причале.

Министр обороны Норвегии Кари Холм сказала, что НАТО должно действовать. «Мы не можем ждать до зимы», — сказала она.

Москва назвала это провокацией. Представитель порта Ян Марш сказал, что причал готов.

Его сестра Анна Марш, которая возглавляет союз докеров, сомневается. «Кранам сорок лет».

В пятницу совет выделил 12 миллионов крон на тросы.
`;

/** No number, no date, no decision, nobody's name. */
export const PLAIN_VIEWS = `# The smell of rain

Rain smells of earth because of what lives in it. People like the smell, and nobody knows why.

Some say that it may remind them of their childhood.
`;
