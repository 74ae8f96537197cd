// "You said, we did": what changed, whose words began it, and the way from one to the other.
import type { DemoChange } from "./types";

export const demoChanges: readonly DemoChange[] = [
  {
    key: "grippy-cap",
    product: "detergent-cap",
    publishedDaysAgo: 6,
    ideas: ["slippery-cap"],
    title: { en: "The cap no longer slips from a wet hand", id: "Tutup botol tidak lagi licin di tangan basah" },
    quote: "Tutupnya licin kalau tangan basah, sering jatuh ke lantai.",
    quotedBy: "sari",
    said: {
      en: "The detergent cap slips when hands are wet. It falls, cracks, and never closes tightly again.",
      id: "Tutup deterjen licin kalau tangan basah. Jatuh, retak, lalu tidak pernah rapat lagi.",
    },
    did: {
      en: "The new cap has grooves all around and a tougher plastic. In 106 homes it was dropped less than half as often. Every one-litre bottle has it now.",
      id: "Tutup baru beralur di sekelilingnya dan plastiknya lebih ulet. Di 106 rumah, tutup ini jatuh kurang dari separuh jumlah sebelumnya. Sekarang semua botol 1 liter memakainya.",
    },
    steps: [
      { label: { en: "You said it", id: "Kamu usul" }, monthsAgo: 11 },
      { label: { en: "Tried in 106 homes", id: "Diuji di 106 rumah" }, monthsAgo: 5 },
      { label: { en: "In the shops", id: "Di toko" }, monthsAgo: 1 },
    ],
    voices: 214,
  },
  {
    key: "standing-refill",
    product: "refill-shampoo",
    publishedDaysAgo: 47,
    ideas: ["refill-pouch-stands"],
    title: { en: "The refill pouch stands by itself", id: "Kemasan isi ulang bisa berdiri sendiri" },
    quote: "Di rak kamar mandi selalu roboh dan tumpah sedikit.",
    quotedBy: "budi",
    said: {
      en: "On the bathroom shelf the refill pouch always falls over and leaks a little, most of all when half empty.",
      id: "Di rak kamar mandi kemasan isi ulang selalu roboh dan tumpah sedikit, apalagi kalau tinggal separuh.",
    },
    did: {
      en: "The fold at the base is 8 mm wider and the corner seam is stronger, for only 0.4 g more plastic. Below a quarter full it still bends a little; we are working on that.",
      id: "Lipatan alasnya 8 mm lebih lebar dan sambungan sudutnya lebih kuat, dengan tambahan plastik hanya 0,4 gram. Kalau isinya di bawah seperempat, kemasan masih sedikit doyong; itu sedang kami kerjakan.",
    },
    steps: [
      { label: { en: "You said it", id: "Kamu usul" }, monthsAgo: 13 },
      { label: { en: "A wider base, tried in 96 homes", id: "Alas lebih lebar, diuji di 96 rumah" }, monthsAgo: 6 },
      { label: { en: "In the shops", id: "Di toko" }, monthsAgo: 2 },
    ],
    voices: 187,
  },
  {
    key: "single-wipe",
    product: "baby-wipes",
    publishedDaysAgo: 58,
    ideas: ["wipes-one-at-a-time"],
    title: { en: "One pull, one wipe", id: "Tarik satu, keluar satu" },
    quote: "Tarik satu yang keluar lima.",
    quotedBy: "papa-kenzo",
    said: {
      en: "Pull one wipe and five come out. Pushing the rest back with dirty hands spoils the whole pack.",
      id: "Tarik satu lembar, yang keluar lima. Sisanya dimasukkan lagi dengan tangan kotor, sekemasan jadi sayang.",
    },
    did: {
      en: "Each sheet now overlaps the next by one centimetre only. Of 84 homes that tried it, two found it a little hard to pull, so we lengthened the overlap slightly before production.",
      id: "Sekarang setiap lembar hanya menumpang satu sentimeter pada lembar berikutnya. Dari 84 rumah yang mencoba, dua merasa agak susah ditarik, jadi tumpangannya kami panjangkan sedikit sebelum diproduksi.",
    },
    steps: [
      { label: { en: "You said it", id: "Kamu usul" }, monthsAgo: 12 },
      { label: { en: "Tried in 84 homes", id: "Diuji di 84 rumah" }, monthsAgo: 4 },
      { label: { en: "In the 50-sheet pack", id: "Di kemasan isi 50" }, monthsAgo: 2 },
    ],
    voices: 142,
  },
  {
    key: "last-drop-pump",
    product: "refill-shampoo",
    publishedDaysAgo: 18,
    ideas: ["pump-stuck"],
    title: { en: "The pump reaches the last drop", id: "Pompa menjangkau tetes terakhir" },
    quote: "Sisa sampo dua jari di bawah itu gak pernah kepompa.",
    quotedBy: "mbak-tutik",
    said: {
      en: "Two fingers of shampoo at the bottom never come out. We pay for it and throw it away.",
      id: "Sisa sampo dua jari di dasar botol tidak pernah keluar. Dibayar, lalu dibuang.",
    },
    did: {
      en: "Sixty members sent their “empty” bottles back and we weighed them: 21 ml were left on average. A longer tube and a sloping base bring that down to 4 ml.",
      id: "Enam puluh anggota mengirim kembali botol yang sudah “habis” dan kami menimbangnya: rata-rata masih tersisa 21 ml. Dengan selang yang lebih panjang dan dasar yang miring, sisanya tinggal 4 ml.",
    },
    steps: [
      { label: { en: "You said it", id: "Kamu usul" }, monthsAgo: 10 },
      { label: { en: "60 bottles weighed", id: "60 botol ditimbang" }, monthsAgo: 5 },
      { label: { en: "In the shops", id: "Di toko" }, monthsAgo: 1 },
    ],
    voices: 96,
  },
  {
    key: "honest-chillies",
    product: "cassava-crisps",
    publishedDaysAgo: 29,
    ideas: ["honest-heat-level"],
    title: { en: "Five chillies that always mean the same", id: "Lima cabai yang artinya selalu sama" },
    quote: "Tulis aja yang jujur, dan tiap bungkus harus sama.",
    quotedBy: "uda-fikri",
    said: {
      en: "Level 5 tastes like level 1, and the next bag burns. Write it honestly, and make every bag the same.",
      id: "Level 5 rasanya seperti level 1, bungkus berikutnya membakar lidah. Tulis yang jujur, dan samakan tiap bungkus.",
    },
    did: {
      en: "Each production is compared with a kept reference by twelve tasters from six cities. The front shows one to five chillies. If a bag is off, send us its production code.",
      id: "Setiap produksi dibandingkan dengan contoh acuan oleh dua belas pencicip dari enam kota. Di depan kemasan ada satu sampai lima cabai. Kalau ada bungkus yang meleset, kirim kode produksinya ke kami.",
    },
    steps: [
      { label: { en: "You said it", id: "Kamu usul" }, monthsAgo: 9 },
      { label: { en: "Twelve tasters, one reference", id: "Dua belas pencicip, satu acuan" }, monthsAgo: 7 },
      { label: { en: "On every bag", id: "Di setiap bungkus" }, monthsAgo: 1 },
    ],
    voices: 163,
  },
];
