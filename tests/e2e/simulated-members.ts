// Members whose every act is a request of their own session: no window, so that twelve of them take seconds.
// Who they are stands in the database; everything they do goes through the site, as a browser without JavaScript would send it.
import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { paths } from "~/paths";
import { expect, siteOrigin } from "./people";

export type Asked = { status: number; location: string; text: string };
export type SimulatedMember = {
  name: string;
  token: string;
  personId: number;
  /** Sends a form, or asks for a page where there is none. */
  ask: (path: string, form?: Record<string, string>) => Promise<Asked>;
};

/** Looks into the database of the stories, for what no page shows to anybody. */
export const openStoryDatabase = () => postgres(process.env.KAWAN_STORY_DATABASE ?? "", { max: 2, onnotice: () => undefined });

const askAs =
  (token: string): SimulatedMember["ask"] =>
  async (path, form) => {
    const answer = await fetch(new URL(path, siteOrigin()), {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { Cookie: `kawan=${token}`, Origin: siteOrigin(), "Accept-Language": "id" },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    return { status: answer.status, location: answer.headers.get("location") ?? "", text: await answer.text() };
  };

/** People with a confirmed address, a fact for the quota, and a session. */
export const bringMembers = async (sql: postgres.Sql, { prefix, sexes }: { prefix: string; sexes: readonly string[] }): Promise<SimulatedMember[]> => {
  const members: SimulatedMember[] = [];
  for (const [index, sex] of sexes.entries()) {
    const name = `${prefix} ${index + 1}`;
    const [person] = await sql<{ id: number }[]>`insert into people (email, display_name, email_verified_at, birth_year, locale)
      values (${`${name.toLowerCase().replaceAll(" ", ".")}@example.org`}, ${name}, now(), 1990, 'id') returning id`;
    const token = randomBytes(32).toString("base64url");
    await sql`insert into profile_facts (person_id, fact, value) values (${person!.id}, 'sex', ${sex})`;
    await sql`insert into sessions (id, person_id, expires_at, ends_at, device)
      values (${createHash("sha256").update(token).digest("hex")}, ${person!.id}, now() + interval '1 day', now() + interval '1 day', 'story')`;
    members.push({ name, token, personId: person!.id, ask: askAs(token) });
  }
  return members;
};

const led = ({ status, location, text }: Asked, where: string): string => {
  expect(status, `${where}: ${text.slice(0, 400)}`).toBe(302);
  return location;
};

const idIn = (location: string): number => Number(/\/(\d+)/.exec(location)?.[1]);

type Answer = Record<string, string> | "skip";
/** What is said to a question, which may need its page, as where sides are drawn. */
export type Script = Record<string, Answer | ((page: string) => Answer)>;

/** Answers every question of the response that is open, hands it in, and says what it was about. */
export const answerAll = async ({ ask }: SimulatedMember, responseId: number, script: Script): Promise<{ start: string }> => {
  const { text: start } = await ask(paths.answer(responseId));
  for (const [key, said] of Object.entries(script)) {
    const page = typeof said === "function" ? (await ask(paths.answer(responseId, key))).text : "";
    const answer = typeof said === "function" ? said(page) : said;
    const fields = answer === "skip" ? { go: "skip" } : { go: "next", ...answer };
    led(await ask(paths.answer(responseId, key), { question: key, revision: "0", shownMs: "9000", askedBack: "true", ...fields }), `the answer to ${key}`);
  }
  led(await ask(paths.answerDone(responseId), {}), "handing in");
  return { start };
};

export const applyAs = async (member: SimulatedMember, trialId: number, script: Script): Promise<void> => {
  await answerAll(member, idIn(led(await member.ask(paths.applyToTrial(trialId), {}), "applying")), script);
};

export const acceptAs = async (member: SimulatedMember, trialId: number): Promise<void> => {
  const address = {
    recipient: member.name,
    mobile: "081234567890",
    street: "Jalan Melati 7",
    rt: "3",
    rw: "5",
    kelurahan: "Cikini",
    kecamatan: "Menteng",
    city: "Jakarta Pusat",
    province: "DKI Jakarta",
    postalCode: "10330",
    note: "",
  };
  const form = { step: "finish", confidentiality: "yes", where: "indonesia", addressConsent: "on", ...address };
  expect(led(await member.ask(paths.acceptPlace(trialId), form), "accepting")).toBe(paths.myTrial(trialId));
};

export const receiveAs = async (member: SimulatedMember, trialId: number): Promise<void> => {
  led(await member.ask(paths.confirmReceipt(trialId), {}), "the parcel");
};

/** The response that is open for this member now. */
export const openResponseOf = async (sql: postgres.Sql, trialId: number, { personId }: SimulatedMember): Promise<number> => {
  const [row] = await sql<{ id: number }[]>`select r.id from responses r join participants p on p.id = r.participant_id
    where p.trial_id = ${trialId} and p.person_id = ${personId} and r.state = 'open'`;
  return row!.id;
};
