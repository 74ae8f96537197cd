// The privacy page. What it promises is what the code does; whoever changes a period there changes it here.
import type { Locale } from "~/core/locale";
import type { LegalText } from "./legal-text";

export const privacyText: Record<Locale, LegalText> = {
  en: {
    title: "Privacy",
    lead: "What we keep about you, why, for how long, and how you decide about it. In plain words, because you should not need a lawyer to read this.",
    sections: [
      {
        title: "What we keep, and why",
        lines: [
          "- Your account: e-mail address, display name, year of birth, language, and your password in a form that cannot be read back. Without these you could not sign in. The year of birth tells us that you are 18 or older and which age group you belong to.",
          "- Facts about you and your household, if you give them: only to find trials that suit you and to compare groups. They are kept only while you allow it.",
          "- What you write and do here: ideas, comments, votes, what you follow. These are the community itself.",
          "- Trials: that you applied, were drawn and took part, your answers and photographs. They are what the product team learns from.",
          "- A delivery address, if you take part in a trial by parcel: encrypted, used for that parcel only.",
          "- Mails we sent you, and a record of what happened here, which holds no personal values. They let us answer questions and find mistakes.",
          "- Where you are signed in: browser and system in words, and when. So that you can recognise a stranger and sign them out.",
          "- With a vote, a one-way hash of the internet address and browser it came from, to notice stuffed ballots.",
        ],
      },
      {
        title: "Why we may",
        lines: [
          "We keep the account and what you do with it because you asked us to run it for you. Profile facts, your address, quotations, photographs and product news rest on your consent, each one separately. The record of what happened and the protection against misuse rest on our interest in a community that can be trusted.",
        ],
      },
      {
        title: "Who sees what",
        lines: [
          "- Everybody: your display name beside your ideas and comments.",
          "- Product teams: groups of at least five people, and quotations without names. Never who answered what, never your e-mail address, never where you live.",
          "- Moderators: what you submit, and during a trial who takes part in it.",
          "- The people who pack a parcel, and the courier: the address on it. Every look at an address is recorded.",
          "- Nobody else. We sell nothing, we place no advertising, and no page here calls on another company.",
        ],
      },
      {
        title: "For how long",
        lines: [
          "- Account, ideas, comments and answers: until you ask us to delete them.",
          "- Profile facts: until you take them back or withdraw the consent; then they are gone at once.",
          "- Delivery addresses: 30 days after the parcel was delivered, or at once when you withdraw the consent.",
          "- Hashes kept with votes: 30 days.",
          "- Mails we sent: 90 days. The text of mails with a link for signing in is not kept after sending.",
          "- Sessions: they end after 30 days without use and after 180 days in any case; for staff after 12 hours and 7 days.",
          "- Which consents you gave and withdrew: as long as the account exists, because we have to be able to prove it.",
        ],
      },
      {
        title: "Your rights",
        lines: [
          "You can see what is kept, correct it, take consents back, ask for a copy, ask us to delete it, and object. Much of that you do yourself: names and facts on your profile page, consents and what we know about you on your privacy page.",
          "For a copy of everything or to have everything deleted, write to the address below. We answer within three days (72 hours), as Indonesian Law 27 of 2022 on personal data protection asks; the European GDPR gives you the same rights. Ideas and comments may stay without your name, if you agree; votes stay as numbers.",
          "If you think that we treat your data wrongly, tell us first. You may also complain to the data protection authority of your country.",
        ],
      },
      {
        title: "Cookies",
        lines: [
          "Three, all our own: one that keeps you signed in, one that remembers the language and one that remembers light or dark. Nothing follows you anywhere.",
        ],
      },
      {
        title: "How it is protected",
        lines: [
          "Passwords are kept as argon2id hashes, sessions and links as hashes, addresses encrypted. Links from mails work once. A new password signs out every other device and you hear of it by mail. If something goes wrong that concerns your data, we tell you and the authorities within three days.",
        ],
      },
      { title: "Age", lines: ["Members are 18 or older. If we learn that somebody is younger, we delete the account."] },
      {
        title: "When this changes",
        lines: ["We tell members before a change that matters takes effect. A consent you gave stays with the text you read; a new text asks again."],
      },
    ],
  },
  id: {
    title: "Privasi",
    lead: "Apa yang kami simpan tentangmu, untuk apa, berapa lama, dan bagaimana kamu menentukannya. Dengan bahasa biasa, supaya tidak perlu pengacara untuk membacanya.",
    sections: [
      {
        title: "Apa yang kami simpan, dan untuk apa",
        lines: [
          "- Akunmu: alamat surel, nama tampilan, tahun lahir, bahasa, dan kata sandi dalam bentuk yang tidak bisa dibaca balik. Tanpa ini kamu tidak bisa masuk. Tahun lahir memberi tahu kami bahwa kamu berusia 18 tahun ke atas dan termasuk kelompok usia mana.",
          "- Data tentang diri dan rumah tanggamu, kalau kamu mengisinya: hanya untuk mencari uji coba yang cocok dan membandingkan kelompok. Disimpan selama kamu mengizinkan.",
          "- Yang kamu tulis dan lakukan di sini: ide, komentar, dukungan, dan yang kamu ikuti. Inilah isi komunitas.",
          "- Uji coba: pendaftaranmu, hasil undian, keikutsertaan, jawaban, dan foto. Dari sinilah tim produk belajar.",
          "- Alamat pengiriman, kalau kamu ikut uji coba yang memakai paket: dienkripsi dan hanya dipakai untuk paket itu.",
          "- Surel yang kami kirim, dan catatan kejadian di sini, yang tidak memuat data pribadi. Gunanya untuk menjawab pertanyaan dan menemukan kesalahan.",
          "- Di mana saja kamu sedang masuk: nama peramban dan sistem, serta waktunya. Supaya kamu bisa mengenali orang asing dan mengeluarkannya.",
          "- Bersama sebuah dukungan: sidik satu arah dari alamat internet dan peramban asalnya, untuk mengenali suara yang digelembungkan.",
        ],
      },
      {
        title: "Dasar kami menyimpannya",
        lines: [
          "Akun dan isinya kami simpan karena kamu meminta kami menjalankannya. Data profil, alamat, kutipan, foto, dan kabar produk berdasarkan persetujuanmu, masing-masing terpisah. Catatan kejadian dan perlindungan dari penyalahgunaan berdasarkan kepentingan kami menjaga komunitas yang bisa dipercaya.",
        ],
      },
      {
        title: "Siapa melihat apa",
        lines: [
          "- Semua orang: nama tampilanmu di samping ide dan komentarmu.",
          "- Tim produk: kelompok berisi paling sedikit lima orang, dan kutipan tanpa nama. Tidak pernah siapa menjawab apa, tidak pernah surelmu, tidak pernah tempat tinggalmu.",
          "- Moderator: yang kamu kirimkan, dan selama uji coba, siapa yang ikut di dalamnya.",
          "- Petugas pengemasan dan kurir: alamat pada paketnya. Setiap pembacaan alamat dicatat.",
          "- Selain itu tidak ada. Kami tidak menjual apa pun, tidak memasang iklan, dan tidak ada halaman di sini yang memanggil perusahaan lain.",
        ],
      },
      {
        title: "Berapa lama",
        lines: [
          "- Akun, ide, komentar, dan jawaban: sampai kamu meminta kami menghapusnya.",
          "- Data profil: sampai kamu menarik jawaban atau persetujuannya; setelah itu langsung hilang.",
          "- Alamat pengiriman: 30 hari setelah paket diterima, atau seketika saat kamu menarik persetujuan.",
          "- Sidik yang disimpan bersama dukungan: 30 hari.",
          "- Surel yang kami kirim: 90 hari. Isi surel yang memuat tautan masuk tidak disimpan setelah terkirim.",
          "- Sesi masuk: berakhir setelah 30 hari tidak dipakai, dan paling lama 180 hari; untuk pengelola setelah 12 jam dan 7 hari.",
          "- Persetujuan yang kamu berikan dan tarik: selama akunnya ada, karena kami harus bisa membuktikannya.",
        ],
      },
      {
        title: "Hak-hakmu",
        lines: [
          "Kamu berhak melihat apa yang disimpan, memperbaikinya, menarik persetujuan, meminta salinan, meminta penghapusan, dan berkeberatan. Banyak yang bisa kamu lakukan sendiri: nama dan data di halaman profil, persetujuan dan apa yang kami ketahui di halaman privasimu.",
          "Untuk salinan lengkap atau penghapusan semuanya, tulislah ke alamat di bawah. Kami menjawab dalam 3 x 24 jam, sesuai Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi; GDPR di Eropa memberi hak yang sama. Ide dan komentar boleh tetap ada tanpa namamu, kalau kamu setuju; dukungan tetap dihitung sebagai angka.",
          "Kalau menurutmu kami memperlakukan datamu dengan keliru, sampaikan dulu kepada kami. Kamu juga boleh mengadu kepada lembaga pelindungan data pribadi di negaramu.",
        ],
      },
      {
        title: "Kuki",
        lines: [
          "Tiga, semuanya milik kami sendiri: satu untuk menjaga kamu tetap masuk, satu mengingat bahasa, dan satu mengingat tampilan terang atau gelap. Tidak ada yang membuntutimu.",
        ],
      },
      {
        title: "Bagaimana data dilindungi",
        lines: [
          "Kata sandi disimpan sebagai hash argon2id, sesi dan tautan sebagai hash, alamat dienkripsi. Tautan dari surel hanya berlaku sekali. Kata sandi baru mengeluarkan semua perangkat lain dan kamu diberi tahu lewat surel. Kalau terjadi sesuatu pada datamu, kami memberi tahu kamu dan pihak berwenang dalam 3 x 24 jam.",
        ],
      },
      { title: "Usia", lines: ["Anggota berusia 18 tahun ke atas. Kalau ternyata ada yang lebih muda, akunnya kami hapus."] },
      {
        title: "Kalau halaman ini berubah",
        lines: [
          "Kami memberi tahu anggota sebelum perubahan penting berlaku. Persetujuanmu tetap terikat pada teks yang kamu baca; teks baru akan ditanyakan lagi.",
        ],
      },
    ],
  },
};
