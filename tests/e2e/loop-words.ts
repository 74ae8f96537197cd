// What the people of the loop write and say.
import type { LocalizedText } from "~/core/locale";
import { quotaFacts } from "~/features/trials/quota-facts";
import type { Address, Newcomer, Said } from "./member-acts";

const both = (id: string, en: string): LocalizedText => ({ id, en });

export const product = {
  name: both("Sabun Cuci Piring Kilau", "Kilau Dish Soap"),
  description: both("Sabun cuci piring cair untuk dapur rumah.", "A liquid dish soap for kitchens at home."),
};

const shared = {
  usage: both("Pakai untuk mencuci piring seperti biasa, paling sedikit tiga hari.", "Wash your dishes as you always do, for at least three days."),
  ingredients: "Air, surfaktan, pewangi jeruk",
};
export const oldBottle = { ...shared, name: "Kilau, tutup ulir", description: both("Yang dijual sekarang.", "What is sold today."), isBenchmark: true };
export const newBottle = {
  ...shared,
  name: "Kilau, tutup pompa",
  description: both("Botol yang sama dengan pompa.", "The same bottle with a pump."),
  isBenchmark: false,
};

export const trial = {
  name: both("Dua sabun cuci piring di dapurmu", "Two dish soaps in your kitchen"),
  summary: both(
    "Pakai dua sabun cuci piring, satu demi satu, dan ceritakan pengalamanmu.",
    "Use two dish soaps, one after the other, and tell us how it went.",
  ),
  receives: both("Dua botol sabun cuci piring, boleh disimpan.", "Two bottles of dish soap, yours to keep."),
  places: 2,
  objectives: "Apakah pompa lebih disukai daripada tutup ulir?",
};

const laundry = quotaFacts.find(({ key }) => key === "laundry_per_week")!;
const often = (value: string) => laundry.options.find((option) => option.value === value)!.label.id;
export const cells = [
  { name: both("Sering mencuci", "Often"), target: 1, fact: laundry.label.id, values: [often("4-6"), often("daily")] },
  { name: both("Jarang mencuci", "Seldom"), target: 1, fact: laundry.label.id, values: [often("0-1"), often("2-3")] },
];

export const standard = { prototype: newBottle.name, question: /^Secara keseluruhan/, mean: 6 };

export const ayu: Newcomer = { name: "Ayu Lestari", email: "ayu@example.org", birthYear: 1988, password: "piring kotor menumpuk lagi" };
export const wulan: Newcomer = { name: "Wulan S.", email: "wulan@example.org", birthYear: 1979, password: "ember biru di kamar mandi" };

/** The standard screener: who took part lately, who is in the trade, who is willing. */
export const screening: Record<string, Said> = {
  "tiga bulan terakhir": { choose: 0 },
  "bekerja di bidang": { tick: [4] },
  Bersediakah: { choose: 0 },
};

export const remark = "Tutupnya licin kalau tangan saya basah, jadi harus dilap dulu.";

export const remarkOfWulan = "Busanya cepat hilang kalau airnya sadah.";

/** The standard questionnaire for one code; `liking` counts from the first choice. */
export const answers = ({ liking, remark: words, isTapped = false }: { liking: number; remark?: string; isTapped?: boolean }): Record<string, Said> => ({
  "seberapa suka atau tidak suka": isTapped ? { tap: liking } : { choose: liking },
  wangi: { choose: 2 },
  kental: { choose: 1 },
  "yang Anda sukai": "skip",
  "tidak Anda sukai": words ? { write: words } : "skip",
  membelinya: isTapped ? { tap: 3 } : { choose: 3 },
});

const inBandung = { kelurahan: "Sukagalih", kecamatan: "Sukajadi", city: "Kota Bandung", province: "Jawa Barat", postalCode: "40163" };
export const addressOfAyu: Address = {
  ...inBandung,
  recipient: "Ayu Lestari",
  mobile: "081234567890",
  street: "Jalan Karang Tinggal 12",
  rt: "003",
  rw: "007",
  note: "Pagar hijau",
};
export const addressOfWulan: Address = {
  ...inBandung,
  recipient: "Wulan Sari",
  mobile: "+62 813-1111-2222",
  street: "Gang Melati 4",
  rt: "1",
  rw: "2",
  note: "",
};

/** Which code stands on which prototype, as Maya reads it on the labels. */
export const codes = new Map<string, string>();

export const idea = {
  title: "Tutup yang tidak licin saat tangan basah",
  body: "Waktu mencuci piring tangan selalu basah, dan tutup ulir jadi sulit dibuka. Pompa jauh lebih enak.",
};
export const commentOfBudi = "Setuju, di rumah saya juga begitu setiap habis makan malam.";

export const decision = "Semua botol memakai pompa mulai produksi berikutnya.";
export const change = {
  title: both("Botol Kilau sekarang memakai pompa", "Kilau bottles now have a pump"),
  said: both("Tutup ulir licin di tangan yang basah.", "The screw cap slips in wet hands."),
  did: both("Mulai bulan depan semua botol memakai pompa.", "From next month on all bottles have a pump."),
};
