// Six small tastings from before the community, brought in from their files: made up, and only there to hold later crisps against.
import type { LocalizedText } from "../../../app/core/locale";
import type { DemoQuestion } from "./types";

export const snackCategory = "Keripik";

type Study = {
  key: string;
  daysAgo: number;
  name: LocalizedText;
  people: number;
  /** How much each is liked about, from 1 to 9. */
  prototypes: readonly { name: string; liked: number }[];
};

export const snackStudies: readonly Study[] = [
  {
    key: "tempeh",
    daysAgo: 690,
    name: { en: "Tempeh crisps", id: "Keripik tempe" },
    people: 34,
    prototypes: [
      { name: "Tempe original", liked: 6.9 },
      { name: "Tempe daun jeruk", liked: 7.3 },
    ],
  },
  {
    key: "banana",
    daysAgo: 630,
    name: { en: "Banana crisps", id: "Keripik pisang" },
    people: 30,
    prototypes: [
      { name: "Pisang manis", liked: 6.4 },
      { name: "Pisang asin", liked: 5.8 },
    ],
  },
  {
    key: "sweet-potato",
    daysAgo: 570,
    name: { en: "Sweet potato crisps", id: "Keripik ubi ungu" },
    people: 32,
    prototypes: [
      { name: "Ubi original", liked: 6.1 },
      { name: "Ubi balado", liked: 6.6 },
    ],
  },
  {
    key: "taro",
    daysAgo: 510,
    name: { en: "Taro crisps", id: "Keripik talas" },
    people: 28,
    prototypes: [
      { name: "Talas original", liked: 5.9 },
      { name: "Talas keju", liked: 6.2 },
    ],
  },
  {
    key: "breadfruit",
    daysAgo: 450,
    name: { en: "Breadfruit crisps", id: "Keripik sukun" },
    people: 30,
    prototypes: [
      { name: "Sukun original", liked: 5.6 },
      { name: "Sukun bawang", liked: 6.3 },
    ],
  },
  {
    key: "corn",
    daysAgo: 420,
    name: { en: "Corn crisps", id: "Keripik jagung" },
    people: 42,
    prototypes: [
      { name: "Jagung bakar", liked: 6.8 },
      { name: "Jagung rumput laut", liked: 6.5 },
      { name: "Jagung pedas", liked: 6.0 },
    ],
  },
];

export const snackQuestions: readonly DemoQuestion[] = [
  {
    key: "overall",
    type: "hedonic9",
    text: { en: "Overall, how much do you like or dislike these crisps?", id: "Secara keseluruhan, seberapa suka atau tidak suka Anda terhadap keripik ini?" },
    required: true,
  },
  {
    key: "purchase_intent",
    type: "pi5",
    text: { en: "Would you buy these crisps?", id: "Apakah Anda akan membeli keripik ini?" },
    required: true,
  },
  {
    key: "saltiness",
    type: "jar5",
    attribute: { en: "salty", id: "asin" },
    text: { en: "How salty were these crisps?", id: "Bagaimana rasa asin keripik ini?" },
    required: true,
  },
];
