// Passwords are kept as argon2id hashes. Hashing costs 19 MB and some 20 ms, so at most four run at once and the others wait their turn.
import { hash, verify } from "@node-rs/argon2";

/** `Algorithm.Argon2id` of the package, a const enum that isolated modules cannot read. */
const argon2id = 2;
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const atOnce = 4;

let running = 0;
const waiting: (() => void)[] = [];

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
};

/** The same password typed on two keyboards is the same password. */
const normalized = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normalized(password), cost));

/** The hash of a random text that nobody kept. */
const nobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$TpI4LVPJ2odHs/UnSG1utw$MwCWGpZgNz/U6OQ5zjJrJ6DxXUT9+t8eAZKwI1LzzvQ";

/** False for a wrong password; where there is no hash, nobody's is tried, so that both take the same time. */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const fits = await inTurn(() => verify(passwordHash ?? nobodysHash, normalized(password)).catch(() => false));
  return fits && passwordHash !== null;
};

/** True for a hash that was made with other costs than today's. */
export const isOutdatedHash = (passwordHash: string): boolean =>
  !passwordHash.includes(`$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`);
