// The few facts that trials are matched on. Each is asked with its purpose, each may be left open, and only answered ones are used.
import type { LocalizedText } from "~/core/locale";

export type ProfileFact = {
  key: string;
  label: LocalizedText;
  /** Why it is asked, in the person's own interest and in plain words. */
  purpose: LocalizedText;
  /** No options: a short text, such as a place. */
  options: readonly { value: string; label: LocalizedText }[];
};

/** Stored like an answer, so that the question is not asked again; never shown to anybody and never matched on. */
export const preferNotToSay = "prefer_not_to_say";

const count = (value: string) => ({ value, label: { en: value, id: value } });

export const profileFactDefinitions: readonly ProfileFact[] = [
  {
    key: "household_size",
    label: { en: "How many people live in your home?", id: "Berapa orang yang tinggal di rumahmu?" },
    purpose: {
      en: "Some products are made for a big family, others for one person. We send you what fits, and enough of it.",
      id: "Ada produk untuk keluarga besar, ada yang untuk satu orang. Kami kirim yang cocok, dan cukup jumlahnya.",
    },
    options: [...["1", "2", "3", "4", "5", "6", "7"].map(count), { value: "8", label: { en: "8 or more", id: "8 atau lebih" } }],
  },
  {
    key: "laundry_per_week",
    label: { en: "How often is laundry done in your home?", id: "Seberapa sering cucian dikerjakan di rumahmu?" },
    purpose: {
      en: "Laundry products need people who wash often enough to notice a difference.",
      id: "Uji coba produk cucian perlu orang yang cukup sering mencuci supaya bedanya terasa.",
    },
    options: [
      { value: "0-1", label: { en: "Once a week or less", id: "Sekali seminggu atau kurang" } },
      { value: "2-3", label: { en: "2 to 3 times a week", id: "2 sampai 3 kali seminggu" } },
      { value: "4-6", label: { en: "4 to 6 times a week", id: "4 sampai 6 kali seminggu" } },
      { value: "daily", label: { en: "Every day", id: "Setiap hari" } },
    ],
  },
  {
    key: "children_under_3",
    label: { en: "Is there a child under three in your home?", id: "Ada anak di bawah tiga tahun di rumahmu?" },
    purpose: {
      en: "Baby products are only tried in homes with a small child.",
      id: "Produk bayi hanya dicoba di rumah yang punya anak kecil.",
    },
    options: [
      { value: "yes", label: { en: "Yes", id: "Ada" } },
      { value: "no", label: { en: "No", id: "Tidak ada" } },
    ],
  },
  {
    key: "water_source",
    label: { en: "Where does the water you wash with come from?", id: "Air untuk mencuci di rumahmu dari mana?" },
    purpose: {
      en: "Hard and soft water make soap behave differently.",
      id: "Sabun bekerja berbeda di air sadah dan air lunak.",
    },
    options: [
      { value: "piped", label: { en: "Piped water", id: "PDAM / air ledeng" } },
      { value: "well", label: { en: "A well or bore well", id: "Sumur atau sumur bor" } },
      { value: "tanker", label: { en: "Delivered by tanker", id: "Air tangki" } },
      { value: "rain", label: { en: "Rain or spring water", id: "Air hujan atau mata air" } },
    ],
  },
  {
    key: "city",
    label: { en: "Which city or regency do you live in?", id: "Kamu tinggal di kota atau kabupaten mana?" },
    purpose: {
      en: "A trial should hear from different places, and parcels have to reach them.",
      id: "Uji coba perlu pendapat dari berbagai daerah, dan paketnya harus bisa sampai.",
    },
    options: [],
  },
  {
    key: "sex",
    label: { en: "You are …", id: "Kamu …" },
    purpose: {
      en: "So that a trial hears men and women in fair shares.",
      id: "Supaya pendapat laki-laki dan perempuan sama-sama terdengar dalam uji coba.",
    },
    options: [
      { value: "female", label: { en: "A woman", id: "Perempuan" } },
      { value: "male", label: { en: "A man", id: "Laki-laki" } },
    ],
  },
];

export const ageBands = ["18-24", "25-34", "35-44", "45-54", "55+"] as const;
export type AgeBand = (typeof ageBands)[number];

/** The age group, from the year of birth alone: the age that the person reaches this year. */
export const ageBand = (birthYear: number, now: Date): AgeBand => {
  const age = now.getUTCFullYear() - birthYear;
  if (age < 25) return "18-24";
  if (age < 35) return "25-34";
  if (age < 45) return "35-44";
  if (age < 55) return "45-54";
  return "55+";
};

export const minimumAge = 18;
/** Grown up in every case: whoever only turns 18 later this year counts, since nothing but the year is asked. */
export const isOldEnough = (birthYear: number, now: Date): boolean => now.getUTCFullYear() - birthYear >= minimumAge;

/** True when `value` is an answer that this fact knows. */
export const isFactValue = (fact: ProfileFact, value: string): boolean =>
  value === preferNotToSay ||
  (fact.options.length === 0 ? /^\p{L}[\p{L}\p{M} .'-]{1,59}$/u.test(value) : fact.options.some((option) => option.value === value));
