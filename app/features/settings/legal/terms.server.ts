// The terms: what members and the people who run the community owe each other.
import type { Locale } from "~/core/locale";
import type { LegalText } from "./legal-text";

export const termsText: Record<Locale, LegalText> = {
  en: {
    title: "Terms",
    lead: "What you can expect from us, and what we ask of you.",
    sections: [
      {
        title: "Who can join",
        lines: [
          "Everybody who is 18 or older and has an e-mail address of their own. One person, one account: every vote here stands for one person. Taking part costs nothing, and you may leave at any time.",
        ],
      },
      {
        title: "How we treat each other",
        lines: [
          "- Write as you would speak at a friend's kitchen table: honest, and kind.",
          "- No advertising, no insults, no personal data of yourself or others in public texts.",
          "- Vote for what you want, not for what you are paid for.",
          "Moderators read what is new before or soon after it appears. When something is not published you are told why, and you can answer through the contact page; another moderator than the first then looks at it.",
        ],
      },
      {
        title: "Your ideas",
        lines: [
          "What you write stays yours. By submitting it you allow the operator to use it for its products and to show it here, free of charge and without an end. Similar ideas often come from many people at once and from inside the company, so a claim to payment does not arise from it. When something changes because of you, we say so in “You said, we did”.",
        ],
      },
      {
        title: "Trials",
        lines: [
          "- What you receive and what we ask for is said before you apply. Nothing depends on whether you like the product: we value honest answers, not kind ones.",
          "- When there are more people than places, a draw decides within groups that are said in advance.",
          "- Products may not be on sale yet. Read the ingredients, allergens and instructions that come with them, do not pass them on, and stop at once if something does not agree with you. Then tell us.",
          "- A trial may ask you to keep something confidential. You see the text before you take the place, and it binds you only if you accept it.",
        ],
      },
      {
        title: "Your account",
        lines: ["Keep your password to yourself. We may suspend an account that breaks these terms, and we say why. You may ask us to look again."],
      },
      {
        title: "What we are responsible for",
        lines: [
          "We run this community with care, but cannot promise that it is always reachable. For harm done by a product of a trial the law applies in full; nothing here limits it. The law of the country in which the operator has its seat applies, without taking from you the protection that the law of your own country gives to consumers.",
        ],
      },
      {
        title: "When these terms change",
        lines: ["We tell members at least two weeks before. Whoever does not agree may leave; what was agreed for a running trial stays as it was."],
      },
    ],
  },
  id: {
    title: "Ketentuan",
    lead: "Apa yang bisa kamu harapkan dari kami, dan apa yang kami minta darimu.",
    sections: [
      {
        title: "Siapa yang boleh bergabung",
        lines: [
          "Siapa saja yang berusia 18 tahun ke atas dan punya alamat surel sendiri. Satu orang, satu akun: setiap dukungan di sini mewakili satu orang. Bergabung tidak dipungut biaya, dan kamu boleh keluar kapan saja.",
        ],
      },
      {
        title: "Cara kita memperlakukan satu sama lain",
        lines: [
          "- Menulislah seperti bicara di meja dapur seorang kawan: jujur dan ramah.",
          "- Tidak ada iklan, hinaan, atau data pribadi, milikmu maupun orang lain, di tulisan yang terlihat umum.",
          "- Dukung apa yang memang kamu inginkan, bukan karena dibayar.",
          "Moderator membaca tulisan baru sebelum atau tidak lama setelah tampil. Kalau ada yang tidak diterbitkan, kamu diberi tahu alasannya, dan kamu bisa menanggapi lewat halaman kontak; moderator lain akan memeriksanya lagi.",
        ],
      },
      {
        title: "Ide-idemu",
        lines: [
          "Yang kamu tulis tetap milikmu. Dengan mengirimkannya, kamu mengizinkan pengelola memakainya untuk produknya dan menampilkannya di sini, tanpa bayaran dan tanpa batas waktu. Ide serupa sering datang dari banyak orang sekaligus, juga dari dalam perusahaan, jadi dari situ tidak timbul hak atas bayaran. Kalau ada yang berubah berkat kamu, kami menyebutkannya di “Kamu usul, kami ubah”.",
        ],
      },
      {
        title: "Uji coba",
        lines: [
          "- Apa yang kamu terima dan apa yang kami minta disebutkan sebelum kamu mendaftar. Tidak ada yang bergantung pada suka atau tidaknya kamu: kami menghargai jawaban jujur, bukan jawaban manis.",
          "- Kalau peminat lebih banyak daripada tempat, undian yang menentukan, di dalam kelompok yang sudah disebutkan sebelumnya.",
          "- Produknya mungkin belum dijual. Bacalah bahan, alergen, dan petunjuk yang menyertainya, jangan berikan kepada orang lain, dan segera berhenti kalau tidak cocok. Lalu beri tahu kami.",
          "- Uji coba bisa memintamu merahasiakan sesuatu. Kamu melihat teksnya sebelum mengambil tempat, dan baru terikat kalau kamu menyetujuinya.",
        ],
      },
      {
        title: "Akunmu",
        lines: [
          "Simpan kata sandimu untuk dirimu sendiri. Kami boleh menangguhkan akun yang melanggar ketentuan ini, dan kami menyebutkan alasannya. Kamu boleh meminta kami memeriksanya lagi.",
        ],
      },
      {
        title: "Tanggung jawab kami",
        lines: [
          "Kami menjalankan komunitas ini dengan saksama, tetapi tidak bisa menjanjikan selalu bisa dibuka. Untuk kerugian akibat produk uji coba, hukum berlaku sepenuhnya; tidak ada di sini yang membatasinya. Yang berlaku adalah hukum negara tempat pengelola berkedudukan, tanpa mengurangi perlindungan konsumen menurut hukum negaramu sendiri.",
        ],
      },
      {
        title: "Kalau ketentuan ini berubah",
        lines: [
          "Kami memberi tahu anggota paling lambat dua minggu sebelumnya. Yang tidak setuju boleh keluar; yang sudah disepakati untuk uji coba yang sedang berjalan tidak berubah.",
        ],
      },
    ],
  },
};
