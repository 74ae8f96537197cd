// The cast of the demo community. Nobody here exists.
import type { DemoPerson } from "./types";

export const demoPeople: readonly DemoPerson[] = [
  {
    key: "sari", role: "member", teams: [], displayName: "Sari Wulandari", email: "sari@contoh.example", locale: "id", birthYear: 1990,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "yes", city: "Bandung", laundryPerWeek: "daily", waterSource: "piped" },
    joinedDaysAgo: 640,
  },
  {
    key: "budi", role: "member", teams: [], displayName: "Budi Santoso", email: "budi@contoh.example", locale: "id", birthYear: 1984,
    profile: { sex: "male", householdSize: 5, childrenUnder3: "no", city: "Surabaya", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 610,
  },
  {
    key: "maya", role: "moderator", teams: [], displayName: "Maya", email: "maya@contoh.example", locale: "id", birthYear: 1988,
    profile: { sex: "female", householdSize: 3, childrenUnder3: "no", city: "Jakarta", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 720,
  },
  {
    key: "rian", role: "product_manager", teams: ["home-care", "baby-care", "hair-care", "snacks"], displayName: "Rian", email: "rian@contoh.example", locale: "id", birthYear: 1986,
    profile: { sex: "male", householdSize: 3, childrenUnder3: "yes", city: "Jakarta", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 715,
  },
  {
    key: "dewi", role: "administrator", teams: [], displayName: "Dewi", email: "dewi@contoh.example", locale: "id", birthYear: 1985,
    profile: { sex: "female", householdSize: 2, childrenUnder3: "no", city: "Jakarta", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 730,
  },
  {
    key: "bunda-rafa", role: "member", teams: [], displayName: "Bunda Rafa", email: "bunda-rafa@contoh.example", locale: "id", birthYear: 1994,
    profile: { sex: "female", householdSize: 3, childrenUnder3: "yes", city: "Jakarta", laundryPerWeek: "daily", waterSource: "piped" },
    joinedDaysAgo: 560,
  },
  {
    key: "mama-gendis", role: "member", teams: [], displayName: "Mama Gendis", email: "mama-gendis@contoh.example", locale: "id", birthYear: 1992,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "yes", city: "Yogyakarta", laundryPerWeek: "daily", waterSource: "well" },
    joinedDaysAgo: 500,
  },
  {
    key: "ketut-artini", role: "member", teams: [], displayName: "Ketut Artini", email: "ketut-artini@contoh.example", locale: "id", birthYear: 1979,
    profile: { sex: "female", householdSize: 6, childrenUnder3: "no", city: "Denpasar", laundryPerWeek: "4-6", waterSource: "well" },
    joinedDaysAgo: 470,
  },
  {
    key: "made-suardana", role: "member", teams: [], displayName: "Made Suardana", email: "made-suardana@contoh.example", locale: "id", birthYear: 1975,
    profile: { sex: "male", householdSize: 5, childrenUnder3: "no", city: "Denpasar", laundryPerWeek: "2-3", waterSource: "well" },
    joinedDaysAgo: 330,
  },
  {
    key: "uda-fikri", role: "member", teams: [], displayName: "Uda Fikri", email: "uda-fikri@contoh.example", locale: "id", birthYear: 1991,
    profile: { sex: "male", householdSize: 2, childrenUnder3: "no", city: "Padang", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 290,
  },
  {
    key: "rahma-yulianis", role: "member", teams: [], displayName: "Rahma Yulianis", email: "rahma-yulianis@contoh.example", locale: "id", birthYear: 1983,
    profile: { sex: "female", householdSize: 5, childrenUnder3: "yes", city: "Padang", laundryPerWeek: "daily", waterSource: "well" },
    joinedDaysAgo: 455,
  },
  {
    key: "tiur-sinaga", role: "member", teams: [], displayName: "Tiur Sinaga", email: "tiur-sinaga@contoh.example", locale: "id", birthYear: 1969,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "no", city: "Medan", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 520,
  },
  {
    key: "togar", role: "member", teams: [], displayName: "Togar", email: "togar@contoh.example", locale: "id", birthYear: 1997,
    profile: { sex: "male", householdSize: 1, childrenUnder3: "no", city: "Medan", laundryPerWeek: "0-1", waterSource: "piped" },
    joinedDaysAgo: 210,
  },
  {
    key: "andi-tenri", role: "member", teams: [], displayName: "Andi Tenri", email: "andi-tenri@contoh.example", locale: "id", birthYear: 1989,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "yes", city: "Makassar", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 480,
  },
  {
    key: "daeng-rusli", role: "member", teams: [], displayName: "Daeng Rusli", email: "daeng-rusli@contoh.example", locale: "id", birthYear: 1972,
    profile: { sex: "male", householdSize: 7, childrenUnder3: "no", city: "Makassar", laundryPerWeek: "daily", waterSource: "tanker" },
    joinedDaysAgo: 310,
  },
  {
    key: "neng-lilis", role: "member", teams: [], displayName: "Neng Lilis", email: "neng-lilis@contoh.example", locale: "id", birthYear: 1995,
    profile: { sex: "female", householdSize: 3, childrenUnder3: "yes", city: "Bandung", laundryPerWeek: "daily", waterSource: "well" },
    joinedDaysAgo: 540,
  },
  {
    key: "asep-kurnia", role: "member", teams: [], displayName: "Asep Kurnia", email: "asep-kurnia@contoh.example", locale: "id", birthYear: 1987,
    profile: { sex: "male", householdSize: 4, childrenUnder3: "no", city: "Bandung", laundryPerWeek: "2-3", waterSource: "well" },
    joinedDaysAgo: 360,
  },
  {
    key: "dian-pratiwi", role: "member", teams: [], displayName: "Dian P.", email: "dian-pratiwi@contoh.example", locale: "id", birthYear: 1993,
    profile: { sex: "female", householdSize: 2, childrenUnder3: "no", city: "Surabaya", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 430,
  },
  {
    key: "cak-yono", role: "member", teams: [], displayName: "Cak Yono", email: "cak-yono@contoh.example", locale: "id", birthYear: 1966,
    profile: { sex: "male", householdSize: 4, childrenUnder3: "no", city: "Surabaya", laundryPerWeek: "4-6", waterSource: "well" },
    joinedDaysAgo: 390,
  },
  {
    key: "ina-lobo", role: "member", teams: [], displayName: "Ina Lobo", email: "ina-lobo@contoh.example", locale: "id", birthYear: 1981,
    profile: { sex: "female", householdSize: 6, childrenUnder3: "yes", city: "Kupang", laundryPerWeek: "4-6", waterSource: "tanker" },
    joinedDaysAgo: 420,
  },
  {
    key: "yance-tefa", role: "member", teams: [], displayName: "Yance Tefa", email: "yance-tefa@contoh.example", locale: "id", birthYear: 1990,
    profile: { sex: "male", householdSize: 5, childrenUnder3: "no", city: "Kupang", laundryPerWeek: "2-3", waterSource: "tanker" },
    joinedDaysAgo: 275,
  },
  {
    key: "stevy", role: "member", teams: [], displayName: "Stevy", email: "stevy@contoh.example", locale: "id", birthYear: 1998,
    profile: { sex: "male", householdSize: 2, childrenUnder3: "no", city: "Manado", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 180,
  },
  {
    key: "meyke-wowor", role: "member", teams: [], displayName: "Meyke Wowor", email: "meyke-wowor@contoh.example", locale: "id", birthYear: 1977,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "no", city: "Manado", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 345,
  },
  {
    key: "mama-yosi", role: "member", teams: [], displayName: "Mama Yosi", email: "mama-yosi@contoh.example", locale: "id", birthYear: 1986,
    profile: { sex: "female", householdSize: 7, childrenUnder3: "yes", city: "Jayapura", laundryPerWeek: "daily", waterSource: "rain" },
    joinedDaysAgo: 410,
  },
  {
    key: "acil-noor", role: "member", teams: [], displayName: "Acil Noor", email: "acil-noor@contoh.example", locale: "id", birthYear: 1971,
    profile: { sex: "female", householdSize: 5, childrenUnder3: "no", city: "Banjarmasin", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 465,
  },
  {
    key: "fitri-h", role: "member", teams: [], displayName: "Fitri H.", email: "fitri-h@contoh.example", locale: "id", birthYear: 1996,
    profile: { sex: "female", householdSize: 3, childrenUnder3: "yes", city: "Jakarta", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 395,
  },
  {
    key: "mbak-tutik", role: "member", teams: [], displayName: "Mbak Tutik", email: "mbak-tutik@contoh.example", locale: "id", birthYear: 1980,
    profile: { sex: "female", householdSize: 5, childrenUnder3: "no", city: "Surabaya", laundryPerWeek: "daily", waterSource: "well" },
    joinedDaysAgo: 440,
  },
  {
    key: "papa-kenzo", role: "member", teams: [], displayName: "Papa Kenzo", email: "papa-kenzo@contoh.example", locale: "id", birthYear: 1989,
    profile: { sex: "male", householdSize: 3, childrenUnder3: "yes", city: "Jakarta", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 425,
  },
  {
    key: "ibun-aisha", role: "member", teams: [], displayName: "Ibun Aisha", email: "ibun-aisha@contoh.example", locale: "id", birthYear: 1997,
    profile: { sex: "female", householdSize: 3, childrenUnder3: "yes", city: "Bandung", laundryPerWeek: "daily", waterSource: "piped" },
    joinedDaysAgo: 380,
  },
  {
    key: "oma-lies", role: "member", teams: [], displayName: "Oma Lies", email: "oma-lies@contoh.example", locale: "id", birthYear: 1956,
    profile: { sex: "female", householdSize: 2, childrenUnder3: "no", city: "Manado", laundryPerWeek: "0-1", waterSource: "piped" },
    joinedDaysAgo: 300,
  },
  {
    key: "mas-joko", role: "member", teams: [], displayName: "Mas Joko", email: "mas-joko@contoh.example", locale: "id", birthYear: 1982,
    profile: { sex: "male", householdSize: 4, childrenUnder3: "no", city: "Yogyakarta", laundryPerWeek: "2-3", waterSource: "well" },
    joinedDaysAgo: 450,
  },
  {
    key: "rina-kos", role: "member", teams: [], displayName: "Rina (anak kos)", email: "rina-kos@contoh.example", locale: "id", birthYear: 2003,
    profile: { sex: "female", householdSize: 1, childrenUnder3: "no", city: "Yogyakarta", laundryPerWeek: "0-1", waterSource: "well" },
    joinedDaysAgo: 260,
  },
  {
    key: "grace-t", role: "member", teams: [], displayName: "Grace T.", email: "grace-t@contoh.example", locale: "en", birthYear: 1987,
    profile: { sex: "female", householdSize: 3, childrenUnder3: "yes", city: "Jakarta", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 400,
  },
  {
    key: "hendra-l", role: "member", teams: [], displayName: "Hendra L.", email: "hendra-l@contoh.example", locale: "id", birthYear: 1978,
    profile: { sex: "male", householdSize: 4, childrenUnder3: "no", city: "Medan", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 285,
  },
  {
    key: "mei-lan", role: "member", teams: [], displayName: "Mei Lan", email: "mei-lan@contoh.example", locale: "id", birthYear: 1984,
    profile: { sex: "female", householdSize: 5, childrenUnder3: "no", city: "Medan", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 375,
  },
  {
    key: "nadia-p", role: "member", teams: [], displayName: "Nadia P.", email: "nadia-p@contoh.example", locale: "en", birthYear: 1999,
    profile: { sex: "female", householdSize: 1, childrenUnder3: "no", city: "Jakarta", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 415,
  },
  {
    key: "kadek", role: "member", teams: [], displayName: "Kadek", email: "kadek@contoh.example", locale: "en", birthYear: 1996,
    profile: { sex: "male", householdSize: 2, childrenUnder3: "no", city: "Denpasar", laundryPerWeek: "2-3", waterSource: "well" },
    joinedDaysAgo: 250,
  },
  {
    key: "tom", role: "member", teams: [], displayName: "Tom", email: "tom@contoh.example", locale: "en", birthYear: 1981,
    profile: { sex: "male", householdSize: 2, childrenUnder3: "no", city: "Denpasar", laundryPerWeek: "2-3", waterSource: "well" },
    joinedDaysAgo: 235,
  },
  {
    key: "priya-s", role: "member", teams: [], displayName: "Priya S.", email: "priya-s@contoh.example", locale: "en", birthYear: 1990,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "yes", city: "Medan", laundryPerWeek: "daily", waterSource: "piped" },
    joinedDaysAgo: 365,
  },
  {
    key: "bu-wati", role: "member", teams: [], displayName: "Bu Wati", email: "bu-wati@contoh.example", locale: "id", birthYear: 1963,
    profile: { sex: "female", householdSize: 3, childrenUnder3: "no", city: "Surabaya", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 505,
  },
  {
    key: "pak-darmo", role: "member", teams: [], displayName: "Pak Darmo", email: "pak-darmo@contoh.example", locale: "id", birthYear: 1957,
    profile: { sex: "male", householdSize: 2, childrenUnder3: "no", city: "Yogyakarta", laundryPerWeek: "2-3", waterSource: "well" },
    joinedDaysAgo: 335,
  },
  {
    key: "lestari", role: "member", teams: [], displayName: "Lestari", email: "lestari@contoh.example", locale: "id", birthYear: 2001,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "no", city: "Bandung", laundryPerWeek: "2-3", waterSource: "well" },
    joinedDaysAgo: 320,
  },
  {
    key: "umi-hasna", role: "member", teams: [], displayName: "Umi Hasna", email: "umi-hasna@contoh.example", locale: "id", birthYear: 1988,
    profile: { sex: "female", householdSize: 8, childrenUnder3: "yes", city: "Banjarmasin", laundryPerWeek: "daily", waterSource: "piped" },
    joinedDaysAgo: 435,
  },
  {
    key: "zul", role: "member", teams: [], displayName: "Zul", email: "zul@contoh.example", locale: "id", birthYear: 1994,
    profile: { sex: "male", householdSize: 3, childrenUnder3: "no", city: "Padang", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 195,
  },
  {
    key: "citra-a", role: "member", teams: [], displayName: "Citra A.", email: "citra-a@contoh.example", locale: "en", birthYear: 1992,
    profile: { sex: "female", householdSize: 2, childrenUnder3: "no", city: "Jakarta", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 350,
  },
  {
    key: "dimas", role: "member", teams: [], displayName: "Dimas", email: "dimas@contoh.example", locale: "id", birthYear: 2004,
    profile: { sex: "male", householdSize: 1, childrenUnder3: "no", city: "Bandung", laundryPerWeek: "0-1", waterSource: "piped" },
    joinedDaysAgo: 150,
  },
  {
    key: "galuh", role: "member", teams: [], displayName: "Galuh", email: "galuh@contoh.example", locale: "id", birthYear: 1985,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "no", city: "Banjarmasin", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 340,
  },
  {
    key: "elda", role: "member", teams: [], displayName: "Elda", email: "elda@contoh.example", locale: "id", birthYear: 1995,
    profile: { sex: "female", householdSize: 5, childrenUnder3: "yes", city: "Jayapura", laundryPerWeek: "4-6", waterSource: "rain" },
    joinedDaysAgo: 225,
  },
  {
    key: "rosa", role: "member", teams: [], displayName: "Rosa", email: "rosa@contoh.example", locale: "id", birthYear: 1999,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "no", city: "Kupang", laundryPerWeek: "2-3", waterSource: "well" },
    joinedDaysAgo: 240,
  },
  {
    key: "mira", role: "member", teams: [], displayName: "Mira", email: "mira@contoh.example", locale: "id", birthYear: 1991,
    profile: { sex: "female", householdSize: 3, childrenUnder3: "yes", city: "Makassar", laundryPerWeek: "daily", waterSource: "piped" },
    joinedDaysAgo: 405,
  },
  {
    key: "yuli-86", role: "member", teams: [], displayName: "yuli_86", email: "yuli-86@contoh.example", locale: "id", birthYear: 1986,
    profile: { sex: "female", householdSize: 4, childrenUnder3: "no", city: "Surabaya", laundryPerWeek: "4-6", waterSource: "piped" },
    joinedDaysAgo: 430,
  },
  {
    key: "anisa-w", role: "member", teams: [], displayName: "Anisa W.", email: "anisa-w@contoh.example", locale: "id", birthYear: 1998,
    profile: { sex: "female", householdSize: 2, childrenUnder3: "no", city: "Jakarta", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 270,
  },
  {
    key: "bapak-dua-putri", role: "member", teams: [], displayName: "Bapak Dua Putri", email: "bapak-dua-putri@contoh.example", locale: "id", birthYear: 1983,
    profile: { sex: "male", householdSize: 4, childrenUnder3: "no", city: "Makassar", laundryPerWeek: "2-3", waterSource: "piped" },
    joinedDaysAgo: 355,
  },
];
