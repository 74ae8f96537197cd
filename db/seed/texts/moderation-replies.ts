// Canned replies of the moderators: a reason, what it means, and what the author can do next.
import type { DemoModerationReply } from "./types";

export const demoModerationReplies: readonly DemoModerationReply[] = [
  {
    key: "duplicate",
    verdict: "decline",
    reason: "duplicate",
    label: { en: "Somebody has already suggested this", id: "Sudah ada yang mengusulkan" },
    body: {
      en: "Thank you for “{title}”. The same idea is already here: {link}. We did not publish yours, so that the votes stay together. Add your vote there, and tell in a comment what is different at your home.",
      id: "Terima kasih untuk “{title}”. Ide yang sama sudah ada di sini: {link}. Idemu tidak kami terbitkan supaya dukungannya tidak terpecah. Dukung ide itu, dan ceritakan di komentar apa yang berbeda di rumahmu.",
    },
  },
  {
    key: "not-a-product-matter",
    verdict: "decline",
    reason: "off_topic",
    label: { en: "Not about a product", id: "Bukan soal produk" },
    body: {
      en: "Thank you for writing. This place is for ideas about products, and “{title}” is about something else, so we did not publish it. If a delivery or a purchase went wrong, please use the contact page: a person there can really help.",
      id: "Terima kasih sudah menulis. Tempat ini untuk ide tentang produk, sedangkan “{title}” tentang hal lain, jadi tidak kami terbitkan. Kalau ada masalah dengan pengiriman atau pembelian, sampaikan lewat halaman kontak: di sana ada yang benar-benar bisa membantu.",
    },
  },
  {
    key: "personal-data",
    verdict: "decline",
    reason: "personal_data",
    label: { en: "Contains personal data", id: "Memuat data pribadi" },
    body: {
      en: "What you wrote contains an address, a phone number or somebody's name. For your safety we did not publish it. We never need an address here: whoever is chosen for a trial gives it on a page that nobody else sees. You are welcome to write again without it.",
      id: "Tulisanmu memuat alamat, nomor telepon, atau nama seseorang. Demi keamananmu, kami tidak menerbitkannya. Alamat tidak pernah diperlukan di sini: yang terpilih untuk uji coba mengisinya di halaman yang tidak dilihat orang lain. Silakan tulis lagi tanpa data itu.",
    },
  },
  {
    key: "advertising",
    verdict: "decline",
    reason: "advertising",
    label: { en: "Advertising", id: "Iklan" },
    body: {
      en: "“{title}” offers goods or services, so we did not publish it. Members come here to make products better together and should not be sold to. An idea of your own is always welcome.",
      id: "“{title}” menawarkan barang atau jasa, jadi tidak kami terbitkan. Anggota datang ke sini untuk memperbaiki produk bersama, bukan untuk ditawari sesuatu. Idemu sendiri selalu kami tunggu.",
    },
  },
  {
    key: "disrespectful",
    verdict: "decline",
    reason: "disrespectful",
    label: { en: "Disrespectful to somebody", id: "Tidak menghargai orang lain" },
    body: {
      en: "We did not publish what you wrote, because it belittles a person or a group. Being angry with a product is fine, and so is strong criticism of us. Please write again about the matter, without the part about people.",
      id: "Tulisanmu tidak kami terbitkan karena merendahkan seseorang atau suatu kelompok. Kesal dengan produk boleh, mengkritik kami dengan keras juga boleh. Silakan tulis lagi soal masalahnya, tanpa bagian tentang orangnya.",
    },
  },
  {
    key: "say-more",
    verdict: "ask_for_change",
    reason: "unclear",
    label: { en: "Please say a little more", id: "Tolong ceritakan sedikit lagi" },
    body: {
      en: "We would like to publish “{title}”, but we are not sure we understand it. Which product is it about, and when did it get in your way? Two sentences are enough. Nothing you wrote is lost; you can change it right away.",
      id: "Kami ingin menerbitkan “{title}”, tetapi belum yakin memahaminya. Ini tentang produk apa, dan kapan kamu merasa terganggu? Dua kalimat sudah cukup. Tulisanmu tidak hilang; kamu bisa langsung mengubahnya.",
    },
  },
  {
    key: "leave-out-personal-data",
    verdict: "ask_for_change",
    reason: "personal_data",
    label: { en: "Please take out the personal data", id: "Tolong hapus data pribadinya" },
    body: {
      en: "A good idea, and we would like to publish it. Please take out the phone number, the address or the name first: anybody can read this page. Everything else can stay as it is.",
      id: "Idenya bagus dan ingin kami terbitkan. Tolong hapus dulu nomor telepon, alamat, atau nama orangnya, karena halaman ini bisa dibaca siapa saja. Selebihnya tidak perlu diubah.",
    },
  },
  {
    key: "one-idea-each",
    verdict: "ask_for_change",
    reason: "unclear",
    label: { en: "Several ideas in one", id: "Beberapa ide dalam satu tulisan" },
    body: {
      en: "There are several good ideas in “{title}”. Please keep one here and send the others separately, so that each can be voted for and answered on its own.",
      id: "Ada beberapa ide bagus dalam “{title}”. Sisakan satu di sini dan kirim yang lain secara terpisah, supaya masing-masing bisa didukung dan dijawab sendiri.",
    },
  },
];
