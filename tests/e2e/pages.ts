// Every page of the route map: who looks at it in the sample community, and where one of its kind is found.
import type { Page } from "@playwright/test";
import { paths } from "~/paths";
import type { CastName } from "./people";

/** The newcomer has joined a moment ago and waits for a moderator to read an idea and a comment. */
export type Looker = CastName | "visitor" | "newcomer";

/** The first link of a page that fits; `within` is said by the entry of a list that it stands in. */
type Search = {
  on: string;
  link: RegExp;
  within?: RegExp;
  then?: ((address: string) => string) | { below?: string; link: RegExp; then?: (address: string) => string };
};

export type Visit = {
  as: Looker;
  /** The address, or how to find one: the first link of a page that fits. */
  at: string | Search;
  status?: number;
};

const linkOn = async (page: Page, { on, link, within = /(?:)/ }: Search): Promise<string> => {
  await page.goto(on);
  const links = await page
    .getByRole("link")
    .evaluateAll((all) => all.map((each) => ({ address: each.getAttribute("href") ?? "", entry: each.closest("li")?.textContent ?? "" })));
  const found = links.find(({ address, entry }) => link.test(address) && within.test(entry));
  if (!found) throw new Error(`There is no link like ${String(link)} on ${on}: ${links.map(({ address }) => address).join(" ")}`);
  return found.address;
};

/** Where the visit leads, which may have to be looked up on another page. */
export const addressOf = async (page: Page, { at }: Visit): Promise<string> => {
  if (typeof at === "string") return at;
  const found = await linkOn(page, at);
  if (!at.then) return found;
  if (typeof at.then === "function") return at.then(found);
  const further = await linkOn(page, { on: `${found}${at.then.below ?? ""}`, link: at.then.link });
  return at.then.then ? at.then.then(further) : further;
};

const idea = /^\/ideas\/\d+$/;
const trial = /^\/trials\/\d+$/;
const managed = /^\/manage\/trials\/\d+$/;
const report = (rest: string, within = /Dilaporkan|Reported/): Search => ({
  on: paths.manageTrials(),
  link: managed,
  within,
  then: (address) => `${address}/report${rest}`,
});
/** The trial that has waves, weights, segments and others of its category. */
const crisps = (rest: string): Search => report(rest, /Keripik singkong kurang garam|Cassava crisps with less salt/);
const recruiting = (rest: string): Search => ({
  on: paths.manageTrials(),
  link: managed,
  within: /Pendaftaran|Recruiting/,
  then: (address) => `${address}${rest}`,
});
const fieldwork = (rest: string): Search => ({
  on: paths.manageTrials(),
  link: managed,
  within: /Pengujian|Fieldwork/,
  then: (address) => `${address}${rest}`,
});
const questionnaire = (rest: string): Search => ({
  ...recruiting(""),
  then: { below: "/setup", link: /^\/manage\/questionnaires\/\d+$/, then: (address) => `${address}${rest}` },
});
const product = /^\/manage\/products\/\d+$/;

/** By the pattern in routes.ts. */
export const visits: Record<string, Visit> = {
  "/": { as: "visitor", at: paths.home() },
  "/join": { as: "visitor", at: paths.join() },
  "/check-mail": { as: "visitor", at: paths.checkMail() },
  "/enter": { as: "visitor", at: paths.enter() },
  "/login": { as: "visitor", at: paths.login() },
  "/forgot-password": { as: "visitor", at: paths.forgotPassword() },
  "/new-password": { as: "visitor", at: paths.newPassword() },
  "/set-up": { as: "visitor", at: paths.setUp(), status: 404 },
  "/privacy": { as: "visitor", at: paths.privacy() },
  "/terms": { as: "visitor", at: paths.terms() },
  "/contact": { as: "visitor", at: paths.contact() },
  "/system/demo-sign-in": { as: "visitor", at: paths.demoSignIn() },
  "/system/outbox": { as: "newcomer", at: paths.outbox() },
  "/system/outbox/:id": { as: "newcomer", at: { on: paths.outbox(), link: /^\/system\/outbox\/\d+$/ } },
  "/*": { as: "visitor", at: "/nothing-here", status: 404 },

  "/trials": { as: "Sari", at: paths.trials() },
  "/trials/:id": { as: "Sari", at: { on: paths.trials(), link: trial } },

  "/stances/:slug": { as: "Sari", at: paths.stances("refills") },
  "/stances/:slug/groups": { as: "Sari", at: paths.stanceGroups("refills") },

  "/changes": { as: "visitor", at: paths.changes() },
  "/changes/:id": { as: "visitor", at: { on: paths.changes(), link: /^\/changes\/\d+$/ } },

  "/products/:id": { as: "visitor", at: { on: paths.changes(), link: /^\/changes\/\d+$/, then: { link: /^\/products\/\d+$/ } } },

  "/ideas": { as: "Sari", at: paths.ideas() },
  "/ideas/new": { as: "Sari", at: paths.newIdea() },
  "/ideas/:id": { as: "Sari", at: { on: paths.ideas(), link: idea } },
  "/ideas/:id/edit": { as: "newcomer", at: { on: paths.myIdeas(), link: idea, within: /Tutup botol/, then: (address) => `${address}/edit` } },
  "/ideas/:id/flag": { as: "Sari", at: { on: paths.ideas(), link: idea, then: (address) => `${address}/flag` } },
  "/ideas/:id/status": { as: "Maya", at: { on: paths.ideas(), link: idea, then: (address) => `${address}/status` } },
  "/ideas/:id/official-answer": { as: "Maya", at: { on: paths.ideas(), link: idea, then: (address) => `${address}/official-answer` } },
  "/comments/:id/flag": { as: "Sari", at: { on: paths.ideas({ sort: "top" }), link: idea, then: { link: /^\/comments\/\d+\/flag$/ } } },
  "/comments/:id/edit": { as: "newcomer", at: { on: paths.ideas({ sort: "top" }), link: idea, then: { link: /^\/comments\/\d+\/edit$/ } } },
  "/me": { as: "Sari", at: paths.me() },
  "/me/profile": { as: "newcomer", at: paths.myProfile() },
  "/me/privacy": { as: "Sari", at: paths.myPrivacy() },
  "/me/ideas": { as: "newcomer", at: paths.myIdeas() },
  "/me/notifications": { as: "Sari", at: paths.notifications() },
  "/me/notifications/settings": { as: "Sari", at: paths.notificationSettings() },
  "/me/sessions": { as: "Sari", at: paths.mySessions() },
  "/me/password": { as: "Sari", at: paths.myPassword() },

  "/moderate": { as: "Maya", at: paths.queue() },

  "/manage": { as: "Rian", at: paths.workshop() },
  "/manage/products": { as: "Rian", at: paths.products() },
  "/manage/products/archived": { as: "Rian", at: paths.archivedProducts() },
  "/manage/products/new": { as: "Rian", at: paths.newProduct() },
  "/manage/products/:id": { as: "Rian", at: { on: paths.products(), link: product } },
  "/manage/products/:id/prototypes/new": { as: "Rian", at: { on: paths.products(), link: product, then: (address) => `${address}/prototypes/new` } },

  "/manage/prototypes/:id": { as: "Rian", at: { on: paths.products(), link: product, then: { link: /^\/manage\/prototypes\/\d+$/ } } },

  "/manage/trials": { as: "Rian", at: paths.manageTrials() },
  "/manage/trials/new": { as: "Rian", at: paths.newTrial() },
  "/manage/trials/:id": { as: "Rian", at: recruiting("") },
  "/manage/trials/:id/setup": { as: "Rian", at: recruiting("/setup") },
  "/manage/trials/:id/design": { as: "Rian", at: recruiting("/design") },
  "/manage/trials/:id/eligibility": { as: "Rian", at: recruiting("/eligibility") },
  "/manage/trials/:id/complaints": { as: "Maya", at: recruiting("/complaints") },
  "/manage/trials/:id/diary": { as: "Rian", at: recruiting("/diary") },
  "/manage/trials/:id/quotas": { as: "Rian", at: recruiting("/quotas") },
  "/manage/trials/:id/action-standards": { as: "Rian", at: recruiting("/action-standards") },
  "/manage/trials/:id/waves": { as: "Maya", at: recruiting("/waves") },
  "/manage/trials/:id/participants": { as: "Maya", at: recruiting("/participants") },
  "/manage/trials/:id/grants": { as: "Dewi", at: recruiting("/grants") },
  "/manage/questionnaires/:id/translation": { as: "Rian", at: questionnaire("/translation") },
  "/manage/questionnaires/:id/trial-run": { as: "Rian", at: questionnaire("/trial-run") },
  "/manage/questionnaires/:id/exchange": { as: "Rian", at: questionnaire("/exchange") },
  "/manage/trials/:id/answers": { as: "Maya", at: fieldwork("/answers?question=dislikes") },
  "/manage/trials/:id/answers/themes": { as: "Maya", at: fieldwork("/answers/themes?question=dislikes") },
  "/manage/trials/:id/answers/suggestions": { as: "Maya", at: fieldwork("/answers/suggestions") },
  "/manage/trials/:id/answers/agreement": { as: "Maya", at: fieldwork("/answers/agreement?question=dislikes") },
  "/manage/trials/:id/quality": { as: "Maya", at: recruiting("/quality") },
  "/manage/trials/import": { as: "Rian", at: paths.importTrial() },
  "/manage/trials/:id/report": { as: "Rian", at: report("") },
  "/manage/trials/:id/report/crosstab": { as: "Rian", at: report("/crosstab") },
  "/manage/trials/:id/report/weights": { as: "Rian", at: crisps("/weights") },
  "/manage/trials/:id/report/norms": { as: "Rian", at: crisps("/norms") },
  "/manage/trials/:id/report/waves": { as: "Rian", at: crisps("/waves") },
  "/manage/trials/:id/report/comparison": { as: "Rian", at: report("/comparison") },
  "/manage/trials/:id/report/segments": { as: "Rian", at: crisps("/segments") },
  "/manage/trials/:id/report/edit": { as: "Rian", at: report("/edit") },
  "/manage/trials/:id/report/outline": { as: "Rian", at: report("/outline") },
  "/manage/trials/:id/report/comments": { as: "Rian", at: report("/comments") },
  "/manage/trials/:id/report/blocks/:block": { as: "Rian", at: report("/blocks/liking") },
  "/manage/trials/:id/report/blocks/:block/introduction": { as: "Rian", at: report("/blocks/liking/introduction") },
  "/manage/report-comments/:id": {
    as: "Rian",
    at: { ...report(""), then: { below: "/report/blocks/attributes", link: /^\/manage\/report-comments\/\d+$/ } },
  },
  "/manage/trials/:id/report/exclusions": { as: "Maya", at: report("/exclusions") },
  "/manage/trials/:id/report/quotations": { as: "Rian", at: crisps("/quotations") },
  "/manage/trials/:id/report/publish": { as: "Rian", at: report("/publish") },
  "/manage/trials/:id/report/versions/:number": { as: "Rian", at: report("/versions/1") },
  "/manage/trials/:id/report/versions/:number/files/:format": { as: "Rian", at: report("/versions/1/files/pdf?language=en") },
  "/manage/trials/:id/report/versions/:number/shares": { as: "Rian", at: report("/versions/1/shares") },
  "/shared/:token": { as: "visitor", at: paths.sharedReport("A".repeat(43)), status: 404 },
  "/manage/trials/:id/report/versions/:number/decisions": { as: "Rian", at: report("/versions/1/decisions") },
  "/manage/changes": { as: "Rian", at: paths.manageChanges() },
  "/manage/changes/new": { as: "Rian", at: paths.newChange() },
  "/manage/changes/:id": { as: "Rian", at: { on: paths.manageChanges(), link: /^\/manage\/changes\/\d+$/ } },

  "/admin/people": { as: "Dewi", at: paths.people() },
  "/admin/people/:id": { as: "Dewi", at: { on: paths.people(), link: /^\/admin\/people\/\d+$/ } },
  "/admin/teams": { as: "Dewi", at: paths.teams() },
  "/admin/settings": { as: "Dewi", at: paths.settings() },
  "/admin/audit": { as: "Dewi", at: paths.audit() },
  "/admin/boards": { as: "Dewi", at: paths.manageBoards() },
  "/manage/boards/:id/opinions": {
    as: "Maya",
    at: { on: paths.stanceGroups("refills"), link: /^\/manage\/boards\/\d+\/opinions$/ },
  },
  "/admin/boards/:id": { as: "Dewi", at: { on: paths.manageBoards(), link: /^\/admin\/boards\/\d+$/ } },
};

/** Pages that exist for a moment of a trial only: the story of the loop goes through them and looks at each. */
export const pagesOfTheLoop = [
  "/trials/:id/apply",
  "/trials/:id/accept",
  "/me/trials/:id",
  "/manage/trials/:id/participants/:participantId",
  "/me/trials/:id/received",
  "/manage/questionnaires/:id",
  "/manage/trials/:id/parcels",
  "/manage/trials/:id/parcels/packing-list",
  "/manage/trials/:id/labels",
  "/manage/trials/:id/parcels/stickers",
  "/manage/trials/:id/parcels/tracking",
  "/answer/:responseId",
  "/answer/:responseId/done",
];

/** Addresses of acts: asked for with GET they lead on, and they show a page only to say why an act was refused. */
export const pagesOfRefusal = [
  "/trials/:id/decline",
  "/trials/:id/withdraw",
  "/me/trials/:id/leave",
  "/me/trials/:id/complaints",
  "/me/trials/:id/diary",
  "/me/trials/:id/diary/:noteId/photo",
  "/manage/trials/:id/pause",
  "/manage/trials/:id/reopening",
  "/answer/:responseId/photos",
];
