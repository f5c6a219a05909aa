import type { DescriptionWords } from "../descriptions.ts";

export const ENGLISH_DESCRIPTIONS: DescriptionWords = {
  women: `
    woman women girl girls lady ladies mother wife daughter sister aunt grandmother niece widow girlfriend actress waitress heroine bride
    spokeswoman businesswoman policewoman stepmother stepdaughter granddaughter mum mom female`,
  men: `
    man men boy boys gentleman father husband son brother uncle grandfather nephew widower boyfriend guy groom
    spokesman businessman policeman fireman fisherman stepfather stepson grandson dad male`,
  people: `
    person child teenager teen pupil neighbour neighbor friend colleague cousin parent boss driver passenger pilot sailor
    pensioner guest relative baker butcher miller cook chef carpenter plumber electrician mechanic builder shopkeeper
    banker trader painter sculptor musician pianist violinist guitarist composer conductor dancer singer-songwriter
    poet novelist philosopher photographer filmmaker illustrator translator librarian
    footballer striker goalkeeper midfielder defender referee cyclist runner swimmer skier boxer athlete sprinter driver
    surgeon nurse midwife dentist vet psychiatrist pharmacist paramedic astronaut soldier sergeant
    suspect defendant accused attacker gunman shooter killer thief robber hostage refugee migrant whistleblower
    founder inventor explorer climber hiker magistrate deputy successor predecessor chancellor premier pope king queen
    firefighter policeman keeper guard gardener biker farmer fisher captain skipper politician publicist model presenter
    comedian rapper star winner champion loser veteran orphan patient customer client employee employer worker`,
  bodies: [
    `company firm corporation corp inc ltd plc manufacturer retailer supplier operator startup start-up carmaker automaker
     chipmaker planemaker drugmaker brewer brewery airline insurer developer supermarket producer contractor conglomerate
     subsidiary shipbuilder builder`,
    "firm company corporation startup manufacturer consultancy",
    "airline airlines airways carrier",
    "carrier airline airlines airways",
    "carmaker automaker",
    "automaker carmaker",
    "manufacturer carmaker chipmaker",
    "startup start-up",
    "retailer supermarket",
    "supplier",
    "developer",
    "insurer",
    "brewery brewer",
    "bank lender",
    "lender bank",
    "club fc",
    "team club fc",
    "party",
    "university",
    "school academy",
    "hospital clinic",
    "museum",
    "newspaper daily times herald tribune gazette",
    "magazine",
    "charity foundation",
    "foundation",
    "agency",
    "ministry",
    "union",
    "band",
    "orchestra",
    "festival",
  ],
  places: "park road avenue square gardens district valley beach mount fort cathedral",
  limiting:
    "former ex then late vice deputy acting assistant prime first second interim outgoing designate elect junior senior co",
  goesOn: "known born based named called famous who whose which",
  yearsOld: "year years old",
  be: "is was",
};
