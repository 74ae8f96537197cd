// What people may consent to, purpose by purpose. A notice whose meaning changes gets a new version, and old consents keep the old one.
import type { LocalizedText } from "~/core/locale";

export const consentPurposes = ["demographics", "delivery_address", "quotations", "photos", "marketing"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
export const isConsentPurpose = (value: unknown): value is ConsentPurpose => (consentPurposes as readonly unknown[]).includes(value);

/** What the house asks for today; a purpose joins when there is something that its consent allows. */
export const offeredPurposes: readonly ConsentPurpose[] = ["demographics", "delivery_address", "quotations"];

export type ConsentNotice = {
  version: number;
  title: LocalizedText;
  /** What Anda agrees to, word for word; the version in force is recorded with every consent. */
  text: LocalizedText;
  /** What happens when it is withdrawn. */
  withdrawal: LocalizedText;
};

export const consentNotices: Record<ConsentPurpose, ConsentNotice> = {
  demographics: {
    version: 1,
    title: { en: "Facts about you and your household", id: "Data diri dan rumah tangga" },
    text: {
      en: "You agree that we keep the facts you give about yourself and your household, use them to find trials that suit you, and compare groups of at least five people in reports. Product teams see groups, never your name.",
      id: "Anda setuju kami menyimpan data yang Anda berikan tentang diri dan rumah tangga Anda, memakainya untuk mencari uji coba yang cocok, dan membandingkan kelompok sekurang-kurangnya lima orang dalam laporan. Tim produk melihat kelompok, tidak pernah nama Anda.",
    },
    withdrawal: {
      en: "Withdrawing deletes these facts at once. Results that were already counted in a published report stay as numbers.",
      id: "Jika ditarik, data ini langsung dihapus. Hasil yang sudah dihitung dalam laporan terbit tetap ada sebagai angka.",
    },
  },
  delivery_address: {
    version: 1,
    title: { en: "Delivery address", id: "Alamat pengiriman" },
    text: {
      en: "You agree that we keep your name, phone number and address, encrypted, to send you the parcel of a trial. Only the people who pack it and the courier see them, every look is recorded, and they are deleted 30 days after delivery.",
      id: "Anda setuju kami menyimpan nama, nomor telepon, dan alamat Anda secara terenkripsi untuk mengirim paket uji coba. Hanya petugas pengemasan dan kurir yang melihatnya, setiap pembacaan dicatat, dan data dihapus 30 hari setelah paket diterima.",
    },
    withdrawal: {
      en: "Withdrawing deletes the addresses we keep at once. A parcel that has not been sent yet cannot reach you any more.",
      id: "Jika ditarik, alamat yang kami simpan langsung dihapus. Paket yang belum dikirim tidak bisa lagi sampai kepada Anda.",
    },
  },
  quotations: {
    version: 1,
    title: { en: "Quoting your words", id: "Mengutip kata-kata Anda" },
    text: {
      en: "You agree that sentences from your answers may be quoted, without your name, in reports to the product team and in “You said, we did”.",
      id: "Anda setuju kalimat dari jawaban Anda dikutip tanpa nama dalam laporan untuk tim produk dan dalam “Kamu usul, kami ubah”.",
    },
    withdrawal: {
      en: "Withdrawing means that nothing of yours is quoted from now on. Reports already published cannot be called back.",
      id: "Jika ditarik, tidak ada lagi kalimat Anda yang dikutip sejak saat itu. Laporan yang sudah terbit tidak dapat ditarik kembali.",
    },
  },
  photos: {
    version: 1,
    title: { en: "Your photographs in reports", id: "Foto Anda dalam laporan" },
    text: {
      en: "You agree that photographs you add to your answers may be shown to the product team in reports. Place and device data are removed before they are stored.",
      id: "Anda setuju foto yang Anda lampirkan pada jawaban diperlihatkan kepada tim produk dalam laporan. Data lokasi dan perangkat dihapus sebelum foto disimpan.",
    },
    withdrawal: {
      en: "Withdrawing means that your photographs are not shown in reports from now on.",
      id: "Jika ditarik, foto Anda tidak lagi diperlihatkan dalam laporan sejak saat itu.",
    },
  },
  marketing: {
    version: 1,
    title: { en: "News about products", id: "Kabar tentang produk" },
    text: {
      en: "You agree to receive occasional e-mails about products that are now in the shops. This is never needed to take part in anything.",
      id: "Anda setuju menerima surel sesekali tentang produk yang sudah tersedia di toko. Ini tidak pernah menjadi syarat untuk ikut apa pun.",
    },
    withdrawal: {
      en: "Withdrawing stops these e-mails at once.",
      id: "Jika ditarik, surel seperti ini langsung berhenti.",
    },
  },
};
