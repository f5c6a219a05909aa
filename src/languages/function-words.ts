/** The commonest words of languages in Latin letters, most of which have no folder here: enough to tell which one a text is in. */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in a is that for it on was with as at by be from this have he are but they not",
  de: "der die das und ist nicht ein eine den von mit auf für sich im dem des auch wird sind",
  fr: "le la les des et est une dans que qui pour pas sur au aux du par avec ce cette",
  es: "el la los las que en un una por con para del se su al como más pero fue está",
  it: "il la di che è un una per non sono del della con gli si nel anche dei alla più",
  pt: "o a os as que em um uma por com para do da não se dos das mais foi ao",
  nl: "de het een van en is dat niet op te zijn voor met aan er om ook bij naar maar",
  pl: "w i na z że się do nie to jest o jak po od za co przez dla oraz ale",
  sv: "och att det som en på är av för med till den har inte om ett men var från han",
  id: "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke adalah ada mereka bisa oleh sudah",
  tr: "ve bir bu da de için ile çok olarak daha gibi sonra kadar ne ama en olan var değil ki",
  ro: "și de la în a cu pe că nu o din un este pentru care mai să sau dar ale",
  cs: "a v na se že je to s z do o ale jako by za po které od jsou také",
};
