// Delivery addresses of people who do not exist, in streets that do not exist.
import type { Address, IndonesianAddress } from "../../../app/features/parcels/address";
import type { DemoPerson } from "../texts/types";

const regions: Record<string, Pick<IndonesianAddress, "province"> & { stem: string }> = {
  Bandung: { province: "Jawa Barat", stem: "40" },
  Banjarmasin: { province: "Kalimantan Selatan", stem: "70" },
  Denpasar: { province: "Bali", stem: "80" },
  Jakarta: { province: "DKI Jakarta", stem: "10" },
  Jayapura: { province: "Papua", stem: "99" },
  Kupang: { province: "Nusa Tenggara Timur", stem: "85" },
  Makassar: { province: "Sulawesi Selatan", stem: "90" },
  Manado: { province: "Sulawesi Utara", stem: "95" },
  Medan: { province: "Sumatera Utara", stem: "20" },
  Padang: { province: "Sumatera Barat", stem: "25" },
  Surabaya: { province: "Jawa Timur", stem: "60" },
  Yogyakarta: { province: "DI Yogyakarta", stem: "55" },
};

const streets = ["Melati", "Kenanga", "Cempaka", "Mawar", "Flamboyan", "Anggrek", "Dahlia", "Teratai"];
const notes = ["", "Titip di warung sebelah kalau tidak ada orang.", "", "Pagar hijau, bel di kiri.", "", "", "Telepon dulu sebelum datang, ya.", ""];

/** `place` makes each address another one. */
export const addressOf = ({ displayName, profile }: DemoPerson, place: number): Address => {
  const region = regions[profile.city];
  if (!region) throw new Error(`The demo has no address in ${profile.city}`);
  const block = (number: number) => String(number).padStart(3, "0");
  return {
    where: "indonesia",
    recipient: displayName,
    mobile: `0812000000${String(place + 10).padStart(2, "0")}`,
    street: `Jl. Contoh ${streets[place % streets.length]} No. ${3 + ((place * 7) % 60)}`,
    rt: block(1 + (place % 9)),
    rw: block(1 + ((place * 3) % 12)),
    kelurahan: "Sukacontoh",
    kecamatan: "Contohsari",
    city: profile.city,
    province: region.province,
    postalCode: `${region.stem}${900 + (place % 90)}`,
    note: notes[place % notes.length] ?? "",
  };
};
