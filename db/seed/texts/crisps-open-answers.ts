// What simulated participants say about the cassava crisps, by what moved them to say it, and the themes that it is sorted into.
import type { DemoTheme } from "./types";

export const crispsThemes: readonly DemoTheme[] = [
  { key: "salt", name: { en: "Saltiness", id: "Rasa asin" } },
  { key: "savoury", name: { en: "Savoury taste", id: "Gurih dan bumbu" } },
  { key: "crisp", name: { en: "Crispness", id: "Kerenyahan" } },
  { key: "oil", name: { en: "Oil", id: "Minyak" } },
  { key: "thirst", name: { en: "Thirst and throat", id: "Haus dan tenggorokan" } },
  { key: "portion", name: { en: "How much is in the bag", id: "Isi bungkus" } },
  { key: "family", name: { en: "Family likes it", id: "Disukai keluarga" } },
];

export type CrispsReason = "mild" | "savoury" | "crisp" | "dry" | "salty" | "bland" | "soft" | "oily" | "bag";
type Said = { body: string; themes: readonly string[] };

/** Each is said by one person only. */
export const crispsWords: Readonly<Record<CrispsReason, readonly Said[]>> = {
  mild: [
    { body: "Asinnya pas, anak saya boleh makan tanpa saya waswas.", themes: ["salt", "family"] },
    { body: "Tidak bikin haus seperti keripik lain.", themes: ["thirst"] },
    { body: "Rasa singkongnya justru lebih keluar karena garamnya sedikit.", themes: ["salt", "savoury"] },
    { body: "Bisa ngemil banyak, bibir nggak perih.", themes: ["salt", "thirst"] },
    { body: "Ibu saya darah tinggi, yang ini beliau mau habiskan sendiri.", themes: ["salt", "family"] },
    { body: "Ringan di lidah, habis sebungkus tetap enak di tenggorokan.", themes: ["thirst"] },
    { body: "Not salty like the usual ones, I could taste the cassava.", themes: ["salt", "savoury"] },
    { body: "Garamnya sopan.", themes: ["salt"] },
  ],
  savoury: [
    { body: "Gurih bawangnya terasa sampai gigitan terakhir.", themes: ["savoury"] },
    { body: "Ada wangi daun jeruk tipis-tipis, suka sekali.", themes: ["savoury"] },
    { body: "Bumbunya rata, tidak cuma di atas.", themes: ["savoury"] },
    { body: "Rasanya seperti buatan nenek di kampung.", themes: ["savoury", "family"] },
    { body: "Gurihnya nagih, suami langsung minta lagi.", themes: ["savoury", "family"] },
    { body: "Cocok jadi teman makan soto.", themes: ["savoury"] },
    { body: "Enak dimakan begitu saja, tidak perlu sambal.", themes: ["savoury"] },
  ],
  crisp: [
    { body: "Renyahnya bunyi, tipis dan tidak keras di gigi.", themes: ["crisp"] },
    { body: "Kriuk sampai dasar bungkus.", themes: ["crisp"] },
    { body: "Tipisnya pas, tidak melukai gusi.", themes: ["crisp"] },
    { body: "Masih renyah walau bungkusnya sudah dibuka dari pagi.", themes: ["crisp"] },
    { body: "Crunchy all the way, even the small broken pieces.", themes: ["crisp"] },
    { body: "Kres kres, anak-anak rebutan.", themes: ["crisp", "family"] },
  ],
  dry: [
    { body: "Tangan tidak lengket minyak, bisa sambil mengetik.", themes: ["oil"] },
    { body: "Tisu saya tetap bersih, berarti minyaknya tiris.", themes: ["oil"] },
    { body: "Tidak enek karena kering minyaknya.", themes: ["oil"] },
  ],
  salty: [
    { body: "Terlalu asin, lima lembar sudah cari air.", themes: ["salt", "thirst"] },
    { body: "Asinnya menutupi rasa singkong.", themes: ["salt"] },
    { body: "Garamnya mengumpul di lembar paling bawah.", themes: ["salt"] },
    { body: "Tenggorokan kering setelah makan setengah bungkus.", themes: ["thirst"] },
    { body: "Bibir saya sampai perih saking asinnya.", themes: ["salt", "thirst"] },
    { body: "Too salty for the children.", themes: ["salt", "family"] },
    { body: "Enak di awal, lama-lama asin sekali.", themes: ["salt"] },
    { body: "Saya hipertensi, yang ini tidak berani banyak-banyak.", themes: ["salt"] },
    { body: "Asin banget, nasi satu piring baru imbang.", themes: ["salt"] },
    { body: "Habis makan ini minum terus semalaman.", themes: ["thirst"] },
    { body: "Kurangi asinnya, bumbunya sudah bagus.", themes: ["salt"] },
  ],
  bland: [
    { body: "Agak hambar, suami menambah garam sendiri.", themes: ["salt", "family"] },
    { body: "Kurang nendang, seperti lupa dibumbui.", themes: ["salt", "savoury"] },
    { body: "Rasanya datar kalau dimakan tanpa sambal.", themes: ["savoury"] },
    { body: "Sedikit lagi garamnya baru pas.", themes: ["salt"] },
    { body: "Bawangnya kurang terasa.", themes: ["savoury"] },
  ],
  soft: [
    { body: "Melempem, padahal baru dibuka. Di sini hujan tiap hari.", themes: ["crisp"] },
    { body: "Sore dibuka, malam sudah lembek.", themes: ["crisp"] },
    { body: "Ada beberapa lembar yang alot.", themes: ["crisp"] },
    { body: "Kurang renyah, mungkin masuk angin di jalan.", themes: ["crisp"] },
    { body: "Tidak kriuk sama sekali, saya goreng ulang.", themes: ["crisp"] },
    { body: "Bungkusnya lembap di dalam, keripiknya jadi lemas.", themes: ["crisp"] },
    { body: "They went soft within an hour.", themes: ["crisp"] },
    { body: "Renyah di atas, lembek di bawah.", themes: ["crisp"] },
    { body: "Baru dua hari di toples sudah lemas.", themes: ["crisp"] },
    { body: "Kenyal, bukan renyah.", themes: ["crisp"] },
    { body: "Sayang sudah melempem waktu sampai di rumah.", themes: ["crisp"] },
  ],
  oily: [
    { body: "Minyaknya menempel di jari dan di buku anak.", themes: ["oil", "family"] },
    { body: "Berminyak, dasar bungkusnya sampai mengilap.", themes: ["oil"] },
    { body: "Setelah beberapa lembar jadi enek.", themes: ["oil"] },
    { body: "Bau minyak gorengnya masih terasa.", themes: ["oil"] },
    { body: "Perlu tisu dulu sebelum pegang ponsel.", themes: ["oil"] },
    { body: "Kurang tiris.", themes: ["oil"] },
  ],
  bag: [
    { body: "Isinya banyak yang hancur jadi remah.", themes: ["portion"] },
    { body: "Seratus gram habis dalam sekejap, kurang banyak.", themes: ["portion"] },
    { body: "Bungkusnya susah disobek.", themes: [] },
    { body: "Separuh bungkus isinya angin.", themes: ["portion"] },
  ],
};
