// A delivery address as couriers in Indonesia need it, and a free form for everywhere else.

/** The provinces of Indonesia since 2022. */
export const provinces = [
  "Aceh",
  "Bali",
  "Banten",
  "Bengkulu",
  "DI Yogyakarta",
  "DKI Jakarta",
  "Gorontalo",
  "Jambi",
  "Jawa Barat",
  "Jawa Tengah",
  "Jawa Timur",
  "Kalimantan Barat",
  "Kalimantan Selatan",
  "Kalimantan Tengah",
  "Kalimantan Timur",
  "Kalimantan Utara",
  "Kepulauan Bangka Belitung",
  "Kepulauan Riau",
  "Lampung",
  "Maluku",
  "Maluku Utara",
  "Nusa Tenggara Barat",
  "Nusa Tenggara Timur",
  "Papua",
  "Papua Barat",
  "Papua Barat Daya",
  "Papua Pegunungan",
  "Papua Selatan",
  "Papua Tengah",
  "Riau",
  "Sulawesi Barat",
  "Sulawesi Selatan",
  "Sulawesi Tengah",
  "Sulawesi Tenggara",
  "Sulawesi Utara",
  "Sumatera Barat",
  "Sumatera Selatan",
  "Sumatera Utara",
] as const;

export type IndonesianAddress = {
  where: "indonesia";
  recipient: string;
  mobile: string;
  street: string;
  rt: string;
  rw: string;
  kelurahan: string;
  kecamatan: string;
  city: string;
  province: (typeof provinces)[number];
  postalCode: string;
  note: string;
};
export type ForeignAddress = { where: "elsewhere"; recipient: string; mobile: string; lines: string; note: string };
export type Address = IndonesianAddress | ForeignAddress;

/** The address as it stands on a label, line by line, without recipient and mobile. */
export const addressLines = (address: Address): string[] => {
  if (address.where === "elsewhere")
    return address.lines
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  const block = [address.rt && `RT ${address.rt}`, address.rw && `RW ${address.rw}`].filter(Boolean).join(" / ");
  return [
    [address.street, block].filter(Boolean).join(", "),
    `Kel. ${address.kelurahan}, Kec. ${address.kecamatan}`,
    `${address.city}, ${address.province} ${address.postalCode}`,
  ];
};
