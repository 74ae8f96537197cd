// The products of the demo community, the teams that own them and the prototypes under test. No formula here is real.
import { snackCategory } from "./snack-studies";
import type { DemoProduct, DemoTeam } from "./types";

export const demoTeams: readonly DemoTeam[] = [
  { key: "home-care", name: "Perawatan rumah" },
  { key: "baby-care", name: "Bayi dan ibu" },
  { key: "hair-care", name: "Rambut dan tubuh" },
  { key: "snacks", name: "Camilan" },
];

const shampooUsage = {
  en: "Wet your hair, take about one teaspoon of shampoo for shoulder-length hair, massage the scalp, then rinse until the hair no longer feels slippery. Avoid the eyes; if it gets in, rinse with clean water.",
  id: "Basahi rambut, ambil kira-kira satu sendok teh sampo untuk rambut sebahu, pijat kulit kepala, lalu bilas sampai rambut tidak licin lagi. Hindari mata; jika terkena, bilas dengan air bersih.",
};

const capUsage = {
  en: "Use it on the detergent bottle that comes with it. Open, pour into the cap up to the line you need, and close until you hear a click. Keep out of the reach of children.",
  id: "Pasang pada botol deterjen yang dikirim bersamanya. Buka, tuang ke dalam tutup sampai garis yang diperlukan, lalu tutup sampai berbunyi klik. Jauhkan dari jangkauan anak.",
};

const wipesUsage = {
  en: "For the skin of hands, face and nappy area. Close the lid after every use. Stop if the skin turns red. Do not flush.",
  id: "Untuk kulit tangan, wajah, dan area popok. Tutup rapat setiap selesai dipakai. Hentikan jika kulit memerah. Jangan dibuang ke kloset.",
};

const crispsUsage = {
  en: "Ready to eat. Keep in a dry place out of the sun. Once opened, finish within three days.",
  id: "Siap dimakan. Simpan di tempat kering, jauh dari sinar matahari. Setelah dibuka, habiskan dalam tiga hari.",
};

export const demoProducts: readonly DemoProduct[] = [
  {
    key: "refill-shampoo",
    team: "hair-care",
    category: "Sampo",
    name: { en: "Refill shampoo", id: "Sampo isi ulang" },
    description: {
      en: "A daily shampoo sold in refill pouches, for normal to oily hair in a humid climate.",
      id: "Sampo harian dalam kemasan isi ulang, untuk rambut normal sampai berminyak di udara lembap.",
    },
    prototypes: [
      {
        key: "shampoo-current",
        name: "Current refill, 2023 formula",
        description: {
          en: "The shampoo as it is sold today: full fragrance, regular conditioning.",
          id: "Sampo yang dijual sekarang: pewangi penuh, pelembut biasa.",
        },
        ingredients:
          "Aqua, Sodium Laureth Sulfate, Cocamidopropyl Betaine, Dimethiconol, Glycerin, Parfum, Sodium Chloride, Guar Hydroxypropyltrimonium Chloride, Citric Acid, Sodium Benzoate, Linalool, Limonene",
        allergens: "Linalool, Limonene",
        usage: shampooUsage,
        benchmark: true,
      },
      {
        key: "shampoo-quick-rinse",
        name: "Quick rinse, half silicone",
        description: {
          en: "Half of the silicone and a lighter foam, so that it rinses with less water. Fragrance unchanged.",
          id: "Silikon separuh dan busa lebih ringan, supaya terbilas dengan lebih sedikit air. Pewangi tidak diubah.",
        },
        ingredients:
          "Aqua, Sodium Laureth Sulfate, Cocamidopropyl Betaine, Glycerin, Dimethiconol, Parfum, Panthenol, Sodium Chloride, Citric Acid, Sodium Benzoate, Linalool, Limonene",
        allergens: "Linalool, Limonene",
        usage: shampooUsage,
      },
      {
        key: "shampoo-light-scent",
        name: "Quick rinse, 40 % fragrance",
        description: {
          en: "As the quick rinse, with two fifths of the fragrance. Kept for the next wave.",
          id: "Seperti contoh cepat bilas, dengan dua perlima pewangi. Disimpan untuk gelombang berikutnya.",
        },
        ingredients:
          "Aqua, Sodium Laureth Sulfate, Cocamidopropyl Betaine, Glycerin, Dimethiconol, Panthenol, Sodium Chloride, Parfum, Citric Acid, Sodium Benzoate, Linalool",
        allergens: "Linalool",
        usage: shampooUsage,
      },
    ],
  },
  {
    key: "detergent-cap",
    team: "home-care",
    category: "Deterjen cair",
    name: { en: "Liquid detergent cap", id: "Tutup deterjen cair" },
    description: {
      en: "A new cap for the one-litre detergent bottle. The detergent inside is the one sold today.",
      id: "Tutup baru untuk botol deterjen 1 liter. Isi deterjennya sama dengan yang dijual sekarang.",
    },
    prototypes: [
      {
        key: "cap-squeeze",
        name: "Cap S, two-side squeeze",
        description: {
          en: "Opens when both sides are pressed with thumb and finger; stays attached to the bottle.",
          id: "Terbuka bila kedua sisi ditekan dengan ibu jari dan telunjuk; tetap menempel pada botol.",
        },
        ingredients: "Tutup: polipropilena. Deterjen: Aqua, Sodium Laureth Sulfate, Alcohol Ethoxylate, Sodium Citrate, Enzymes, Parfum, Benzisothiazolinone",
        allergens: "Enzymes (protease), Benzisothiazolinone",
        usage: capUsage,
      },
      {
        key: "cap-quarter-turn",
        name: "Cap Q, quarter turn",
        description: {
          en: "A wing on top that opens with a quarter turn of the thumb; lifts off as a measuring cup.",
          id: "Ada sayap di atas yang terbuka dengan seperempat putaran ibu jari; bisa dilepas sebagai takaran.",
        },
        ingredients:
          "Tutup: polipropilena, segel silikon. Deterjen: Aqua, Sodium Laureth Sulfate, Alcohol Ethoxylate, Sodium Citrate, Enzymes, Parfum, Benzisothiazolinone",
        allergens: "Enzymes (protease), Benzisothiazolinone",
        usage: capUsage,
      },
    ],
  },
  {
    key: "baby-wipes",
    team: "baby-care",
    category: "Tisu basah",
    name: { en: "Baby wipes", id: "Tisu basah bayi" },
    description: {
      en: "Wipes for nappy changes and small hands, 50 sheets a pack. What is under test is how they stay wet.",
      id: "Tisu untuk ganti popok dan tangan mungil, isi 50 lembar. Yang diuji: seberapa lama tetap basah.",
    },
    prototypes: [
      {
        key: "wipes-wide-sticker",
        name: "Wide sticker lid",
        description: {
          en: "A resealable sticker, 12 mm wider on each side. No plastic lid.",
          id: "Stiker rekat yang 12 mm lebih lebar di setiap sisi. Tanpa tutup plastik.",
        },
        ingredients: "Aqua, Glycerin, Sodium Benzoate, Citric Acid, Aloe Barbadensis Leaf Juice, Coco-Glucoside, Allantoin",
        allergens: "Tidak ada pewangi",
        usage: wipesUsage,
      },
      {
        key: "wipes-click-lid",
        name: "Click lid, movable",
        description: {
          en: "A hard lid that closes with a click and can be moved to the next pack up to ten times.",
          id: "Tutup keras yang berbunyi klik dan bisa dipindahkan ke kemasan berikutnya sampai sepuluh kali.",
        },
        ingredients: "Aqua, Glycerin, Sodium Benzoate, Citric Acid, Aloe Barbadensis Leaf Juice, Coco-Glucoside, Allantoin",
        allergens: "Tidak ada pewangi",
        usage: wipesUsage,
      },
    ],
  },
  {
    key: "cassava-crisps",
    team: "snacks",
    category: snackCategory,
    sinceDaysAgo: 400,
    name: { en: "Cassava crisps", id: "Keripik singkong" },
    description: {
      en: "Thin cassava crisps in three recipes: as sold today, with less salt, and with less salt and less oil.",
      id: "Keripik singkong tipis dengan tiga resep: seperti yang dijual sekarang, kurang garam, serta kurang garam dan minyak.",
    },
    prototypes: [
      {
        key: "cassava-current",
        name: "Resep sekarang",
        description: { en: "The recipe as it is sold today.", id: "Resep yang dijual sekarang." },
        ingredients: "Singkong (72 %), minyak sawit, garam (1,8 %), gula, bubuk bawang putih, penguat rasa mononatrium glutamat",
        allergens: "Diproduksi di fasilitas yang juga mengolah kacang tanah dan udang",
        usage: crispsUsage,
        benchmark: true,
      },
      {
        key: "cassava-less-salt",
        name: "Kurang garam",
        description: { en: "Thirty per cent less salt, a little more garlic.", id: "Garam dikurangi tiga puluh persen, bawang putih sedikit ditambah." },
        ingredients: "Singkong (73 %), minyak sawit, garam (1,26 %), gula, bubuk bawang putih, daun jeruk kering",
        allergens: "Diproduksi di fasilitas yang juga mengolah kacang tanah dan udang",
        usage: crispsUsage,
      },
      {
        key: "cassava-less-salt-oil",
        name: "Kurang garam, tiris",
        description: {
          en: "As the recipe with less salt, and spun after frying so that less oil stays on the crisps.",
          id: "Seperti resep kurang garam, lalu diputar setelah digoreng supaya minyaknya lebih tiris.",
        },
        ingredients: "Singkong (78 %), minyak sawit, garam (1,26 %), gula, bubuk bawang putih, daun jeruk kering",
        allergens: "Diproduksi di fasilitas yang juga mengolah kacang tanah dan udang",
        usage: crispsUsage,
      },
    ],
  },
];
