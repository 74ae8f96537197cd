// Every page of the route map: who looks at it in the sample community, and where one of its kind is found.
import type { Page } from "@playwright/test";
import { paths } from "~/paths";
import type { CastName } from "./people";

/** The newcomer has joined a moment ago and waits for a moderator to read an idea and a comment. */
export type Looker = CastName | "visitor" | "newcomer";

/** The first link of a page that fits; from there, something is added to the address or the next link is looked for. */
type Search = { on: string; link: RegExp; then?: ((address: string) => string) | { link: RegExp } };

export type Visit = {
  as: Looker;
  /** The address, or how to find one: the first link of a page that fits. */
  at: string | Search;
  status?: number;
};

const firstLink = async (page: Page, on: string, link: RegExp): Promise<string> => {
  await page.goto(on);
  const addresses = await page.getByRole("link").evaluateAll((links) => links.map((each) => each.getAttribute("href") ?? ""));
  const found = addresses.find((address) => link.test(address));
  if (!found) throw new Error(`There is no link like ${String(link)} on ${on}: ${addresses.join(" ")}`);
  return found;
};

/** Where the visit leads, which may have to be looked up on another page. */
export const addressOf = async (page: Page, { at }: Visit): Promise<string> => {
  if (typeof at === "string") return at;
  const found = await firstLink(page, at.on, at.link);
  if (!at.then) return found;
  return typeof at.then === "function" ? at.then(found) : firstLink(page, found, at.then.link);
};

const idea = /^\/ideas\/\d+$/;
const trial = /^\/trials\/\d+$/;
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
  "/set-up": { as: "visitor", at: paths.setUp() },
  "/privacy": { as: "visitor", at: paths.privacy() },
  "/terms": { as: "visitor", at: paths.terms() },
  "/contact": { as: "visitor", at: paths.contact() },
  "/system/demo-sign-in": { as: "visitor", at: paths.demoSignIn() },
  "/system/outbox": { as: "newcomer", at: paths.outbox() },
  "/system/outbox/:id": { as: "newcomer", at: { on: paths.outbox(), link: /^\/system\/outbox\/\d+$/ } },
  "/*": { as: "visitor", at: "/nothing-here", status: 404 },

  "/trials": { as: "Sari", at: paths.trials() },
  "/trials/:id": { as: "Sari", at: { on: paths.trials(), link: trial } },

  "/ideas": { as: "Sari", at: paths.ideas() },
  "/ideas/new": { as: "Sari", at: paths.newIdea() },
  "/ideas/:id": { as: "Sari", at: { on: paths.ideas(), link: idea } },
  "/ideas/:id/edit": { as: "newcomer", at: { on: paths.myIdeas(), link: idea, then: (address) => `${address}/edit` } },
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

  "/admin/people": { as: "Dewi", at: paths.people() },
  "/admin/people/:id": { as: "Dewi", at: { on: paths.people(), link: /^\/admin\/people\/\d+$/ } },
  "/admin/teams": { as: "Dewi", at: paths.teams() },
  "/admin/settings": { as: "Dewi", at: paths.settings() },
  "/admin/audit": { as: "Dewi", at: paths.audit() },
  "/admin/boards": { as: "Dewi", at: paths.manageBoards() },
  "/admin/boards/:id": { as: "Dewi", at: { on: paths.manageBoards(), link: /^\/admin\/boards\/\d+$/ } },
};

/** Pages that exist for a moment of a trial only: the story of the loop goes through them and looks at each. */
export const pagesOfTheLoop = [
  "/trials/:id/apply",
  "/trials/:id/accept",
  "/me/trials/:id",
  "/me/trials/:id/received",
  "/answer/:responseId",
  "/answer/:responseId/done",
];
