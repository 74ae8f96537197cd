// A password may be anything long enough, except what everybody tries first: common ones, keyboard runs, and the person's own name or address.

const commonWords = [
  "password",
  "passw0rd",
  "p@ssword",
  "p@ssw0rd",
  "katasandi",
  "rahasia",
  "sayang",
  "sayangku",
  "iloveyou",
  "ilovemyself",
  "indonesia",
  "merdeka",
  "bismillah",
  "alhamdulillah",
  "allahuakbar",
  "jakarta",
  "bandung",
  "surabaya",
  "qwerty",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1q2w3e4r",
  "1q2w3e4r5t",
  "1qaz2wsx",
  "abcd",
  "abcdef",
  "abcdefghij",
  "admin",
  "administrator",
  "welcome",
  "letmein",
  "football",
  "sunshine",
  "princess",
  "dragon",
  "monkey",
  "master",
  "superman",
  "batman",
  "kawan",
  "kawanku",
  "temanku",
  "akucintakamu",
  "cintaku",
  "semangat",
  "terimakasih",
  "selamat",
  "selamatpagi",
  "doraemon",
  "naruto",
  "samsung",
  "trustno1",
  "changeme",
  "secret",
];

const runs = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "zyxwvutsrqponmlkjihgfedcba", "98765432109876543210"];

/** The word without digits and signs around it: "Password2024!" is "password". */
const bare = (password: string): string => password.replace(/^[^a-z@]+|[^a-z]+$/g, "");

/** Words of a name or address that are long enough to be told from chance. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4);

/** The key of what is wrong with this password, or null. Length is checked by the form. */
export const passwordProblem = (password: string, person: { email: string; displayName: string }): "password_common" | "password_personal" | null => {
  const low = password.toLowerCase();
  if (new Set(low).size < 4 || commonWords.includes(bare(low)) || runs.some((run) => run.includes(low))) return "password_common";
  if (commonWords.some((word) => low.replaceAll(word, "").length === 0)) return "password_common";
  const personal = [...wordsOf(person.email.split("@")[0] ?? ""), ...wordsOf(person.displayName), person.email.toLowerCase()];
  return personal.some((word) => low.includes(word)) ? "password_personal" : null;
};
