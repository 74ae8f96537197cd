// The shapes of the demo community's texts. Times are whole days before the moment the demo is loaded.
import type { Locale, LocalizedText } from "../../../app/core/locale";
import type { IdeaStatus } from "../../../app/features/ideas/idea";
import type { DecisionChoice } from "../../../app/features/reports/report";
import type { DeclineReason } from "../../../app/features/moderation/case";

export type DemoBoardKey = "laundry" | "baby" | "hair" | "kitchen";
export type DemoTeamKey = "home-care" | "baby-care" | "hair-care" | "snacks";

export type DemoPerson = {
  key: string;
  role: "member" | "moderator" | "product_manager" | "administrator";
  /** Product teams of a product manager; empty for everyone else. */
  teams: readonly DemoTeamKey[];
  displayName: string;
  email: `${string}@contoh.example`;
  locale: Locale;
  birthYear: number;
  profile: {
    sex: "female" | "male";
    /** People in the household, this person included: 1 to 8. */
    householdSize: number;
    childrenUnder3: "yes" | "no";
    city: string;
    laundryPerWeek: "0-1" | "2-3" | "4-6" | "daily";
    waterSource: "piped" | "well" | "tanker" | "rain";
  };
  joinedDaysAgo: number;
};

export type DemoBoard = { key: DemoBoardKey; name: LocalizedText; purpose: LocalizedText };

export type DemoIdea = {
  key: string;
  board: DemoBoardKey;
  /** Key of a person. */
  author: string;
  title: string;
  body: string;
  language: Locale;
  daysAgo: number;
  /** 0 to 100: the share of likely voters who supported it. */
  popularity: number;
  status: IdeaStatus;
  officialAnswer?: { by: string; body: string; daysAgo: number };
  /** Published unless said otherwise. */
  state?: "pending" | "declined";
  /** Present exactly when `state` is `declined`. */
  declineReason?: DeclineReason;
};

export type DemoComment = {
  /** Key of an idea. */
  idea: string;
  author: string;
  body: string;
  language: Locale;
  daysAgo: number;
  /** Place of the answered comment among the comments of the same idea, from 0; that comment is never itself a reply. */
  replyTo?: number;
  /** Published unless said otherwise. */
  state?: "pending";
  flagged?: { flaggedBy: readonly string[]; reason: "spam" | "rude" | "off_topic" | "personal_data" };
};

export type DemoTeam = { key: DemoTeamKey; name: string };

export type DemoPrototype = {
  key: string;
  /** The name inside the house; members only ever see the blind code. */
  name: string;
  description: LocalizedText;
  ingredients: string;
  allergens: string;
  usage: LocalizedText;
  /** True for today's product, which the others are held against. */
  benchmark?: true;
};

export type DemoProduct = {
  key: string;
  team: DemoTeamKey;
  name: LocalizedText;
  description: LocalizedText;
  /** What its prototypes are held against others of. */
  category: string;
  /** How long it has been on the shelf; where absent, one after the other over the last year. */
  sinceDaysAgo?: number;
  prototypes: readonly DemoPrototype[];
};

export type DemoOption = { value: string; label: LocalizedText; screening?: "qualify" | "disqualify" };

type DemoQuestionBase = {
  key: string;
  /** `{p}` stands for the prototype with its blind code, such as "contoh 482" or "prototype 482". */
  text: LocalizedText;
  help?: LocalizedText;
  required: boolean;
  /** Title of the section that starts with this question. */
  section?: LocalizedText;
  /** Ordinary unless said otherwise. */
  dataClass?: "health";
};

export type DemoQuestion = DemoQuestionBase &
  (
    | { type: "single"; options: readonly DemoOption[] }
    | { type: "multiple"; options: readonly (DemoOption & { exclusive?: true })[] }
    | { type: "hedonic9" | "pi5" }
    /** `attribute` is what is too little or too much, as in "terlalu kental". */
    | { type: "jar5"; attribute: LocalizedText }
    | { type: "rating"; min: number; max: number; minLabel: LocalizedText; maxLabel: LocalizedText }
    | { type: "number"; min: number; max: number; unit: LocalizedText }
    | { type: "open"; maxLength: number }
    | { type: "photo"; maxPhotos: number }
  );

/** An action standard by question and prototype keys, with the sentence that staff wrote for it. */
export type DemoActionStandard = {
  id: string;
  level: "must" | "should";
  metric: "mean" | "top_two_box" | "jar_penalties";
  question: string;
  prototype: string;
  against: { kind: "value"; value: number } | { kind: "prototype"; prototype: string };
  test: "at_least" | "at_least_surely" | "superior" | "at_most";
  words: LocalizedText;
};

/** One short note in a diary: from 1 (badly) to 5 (well), with a remark or without. */
export type DemoDiaryNote = { mood: number; remark: string };

export type DemoTrial = {
  key: string;
  /** Keys of a product and of the prototypes under test. */
  product: string;
  prototypes: readonly string[];
  state: "recruiting" | "fieldwork" | "reported";
  design: "monadic" | "sequential_monadic";
  prototypesPerPerson: number;
  places: number;
  openedDaysAgo: number;
  /** Negative when it lies ahead. */
  applyUntilDaysAgo: number;
  fieldworkFromDaysAgo: number;
  fieldworkUntilDaysAgo: number;
  /** Days after receipt on which a note in the diary is asked for; none: no diary. */
  diaryDays?: readonly number[];
  name: LocalizedText;
  summary: LocalizedText;
  /** Steps in the order a participant takes them. */
  whatYouDo: readonly LocalizedText[];
  whatYouReceive: LocalizedText;
  /** Time asked of one participant, all questions together. */
  minutes: number;
  confidentiality: LocalizedText;
  objectives: readonly LocalizedText[];
  actionStandards: readonly DemoActionStandard[];
  screenerTitle: LocalizedText;
  screener: readonly DemoQuestion[];
  questionnaireTitle: LocalizedText;
  questionnaire: readonly DemoQuestion[];
};

export type DemoTheme = { key: string; name: LocalizedText };

/** One open answer in a member's words, for simulated responses. */
export type DemoOpenAnswer = {
  question: "likes" | "dislikes";
  prototype: string;
  body: string;
  /** Keys of themes; empty where nothing was said. */
  themes: readonly string[];
  /** Keys of the people it fits; anybody where absent. */
  by?: readonly string[];
};

export type DemoDecision = {
  daysAgo: number;
  hour: number;
  /** Of the published version, and what the key of its finding begins with. */
  number: number;
  finding: string;
  choice: DecisionChoice;
  note: string;
  /** Days before the demo is loaded that it was to be done by, negative when that lies ahead, and was done on. */
  dueDaysAgo: number;
  done?: { daysAgo: number; outcome: string };
};

export type DemoChange = {
  key: string;
  /** Key of the product that changed. */
  product: string;
  publishedDaysAgo: number;
  ideas: readonly string[];
  title: LocalizedText;
  /** A member's own words, as they stand in the idea or in a comment on it. */
  quote: string;
  quotedBy: string;
  said: LocalizedText;
  did: LocalizedText;
  steps: readonly { label: LocalizedText; monthsAgo: number }[];
  /** People who said the same: votes, comments and questionnaire answers together. */
  voices: number;
};

export type DemoModerationReply = {
  key: string;
  verdict: "decline" | "ask_for_change";
  reason: DeclineReason;
  label: LocalizedText;
  /** `{title}` stands for the title of the idea, `{link}` for the address of the other one. */
  body: LocalizedText;
};
