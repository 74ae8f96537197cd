// What participants of the shampoo trial note in their diaries, with the shampoo that they are using then.
import type { DemoDiaryNote } from "./types";

const note = (mood: number, remark = ""): DemoDiaryNote => ({ mood, remark });

/** In the order in which they are handed out; who has written little has none. */
export const diaryNotes: Readonly<Record<"shampoo-quick-rinse" | "shampoo-current", readonly DemoDiaryNote[]>> = {
  "shampoo-quick-rinse": [
    note(4, "Keramas sebelum Subuh, air di bak tinggal setengah. Tiga gayung sudah tidak licin lagi."),
    note(5, "Cepat sekali bilasnya. Rambut sampai punggung biasanya enam gayung, ini cukup empat."),
    note(3, "Busanya lebih sedikit, jadi saya tuang dua kali. Mungkin cuma belum terbiasa."),
    note(4),
    note(5, "Air PDAM mati sore tadi, pakai air galon satu ember masih cukup untuk keramas berdua dengan anak."),
    note(4, "Lebih enak kalau tutupnya bisa dibuka satu tangan, tangan yang lain pegang gayung."),
    note(3, "Ujung rambut agak kesat setelah kering, tapi disisir tetap bisa."),
    note(5),
    note(4, "Wanginya masih tercium sampai siang di kantor. Teman sebangku sampai tanya."),
    note(2, "Hari ini hujan-hujanan, rambut lepek. Rasanya kurang bersih walau sudah dua kali."),
    note(4),
    note(5, "Suami ikut pakai karena katanya cepat. Botolnya sekarang rebutan."),
    note(3, "Kemasan isi ulangnya susah disobek kalau tangan basah. Kasih takik yang lebih dalam, dong."),
    note(4, "Sudah hafal takarannya: satu tutup untuk rambut sebahu."),
    note(4),
    note(5, "Kulit kepala tidak gatal lagi setelah seminggu."),
    note(3),
    note(4, "Dipakai setelah mancing, bau amis di rambut hilang sekali bilas."),
  ],
  "shampoo-current": [
    note(4, "Busanya banyak dan lembut, anak saya senang main busa."),
    note(3, "Enak, tapi bilasnya lama. Air jadi boros, apalagi musim kering begini."),
    note(4),
    note(4, "Rambut halus waktu kering, tidak perlu minyak rambut lagi."),
    note(2, "Masih terasa licin setelah lima gayung. Akhirnya saya tambah dua gayung lagi."),
    note(4, "Wanginya segar, hilangnya pelan-pelan sampai malam."),
    note(3),
    note(5, "Habis dari salon pun tidak sehalus ini."),
    note(3, "Matanya agak perih waktu kena busa, jadi harus pelan-pelan."),
    note(4, "Isi ulangnya muat pas di botol lama, tidak tumpah."),
    note(4),
    note(3, "Kalau pagi buru-buru, bilasnya yang bikin telat."),
    note(5, "Disisir langsung lurus, rontoknya juga tinggal sedikit."),
    note(4),
    note(2, "Lepek setelah pakai helm setengah hari."),
    note(4, "Cocok untuk anak perempuan saya yang rambutnya keriting."),
  ],
};

/** Days on which nobody washed their hair. */
export const unusedRemarks: readonly string[] = ["Sedang di rumah ibu, botolnya tertinggal.", "", "Keramas besok saja, air kecil sekali."];
