// The keys that `t` accepts, taken from the English catalogues. A plural pair `x_one`, `x_other` is asked for as `x`.
import type accounts from "./en/community/accounts.json";
import type changes from "./en/community/changes.json";
import type common from "./en/community/common.json";
import type errors from "./en/community/errors.json";
import type home from "./en/community/home.json";
import type ideas from "./en/community/ideas.json";
import type legal from "./en/community/legal.json";
import type notifications from "./en/community/notifications.json";
import type questions from "./en/community/questions.json";
import type stances from "./en/community/stances.json";
import type trials from "./en/community/trials.json";
import type admin from "./en/staff/admin.json";
import type builder from "./en/staff/builder.json";
import type crosstabs from "./en/staff/crosstabs.json";
import type document from "./en/staff/document.json";
import type fieldwork from "./en/staff/fieldwork.json";
import type files from "./en/staff/files.json";
import type findings from "./en/staff/findings.json";
import type later from "./en/staff/later.json";
import type moderation from "./en/staff/moderation.json";
import type products from "./en/staff/products.json";
import type reports from "./en/staff/reports.json";
import type segments from "./en/staff/segments.json";
import type staff from "./en/staff/staff.json";
import type themes from "./en/staff/themes.json";

type Catalogue = {
  accounts: typeof accounts;
  changes: typeof changes;
  common: typeof common;
  errors: typeof errors;
  home: typeof home;
  ideas: typeof ideas;
  legal: typeof legal;
  notifications: typeof notifications;
  questions: typeof questions;
  stances: typeof stances;
  trials: typeof trials;
  admin: typeof admin;
  builder: typeof builder;
  crosstabs: typeof crosstabs;
  document: typeof document;
  fieldwork: typeof fieldwork;
  files: typeof files;
  findings: typeof findings;
  later: typeof later;
  moderation: typeof moderation;
  products: typeof products;
  reports: typeof reports;
  segments: typeof segments;
  staff: typeof staff;
  themes: typeof themes;
};

/** `x_one` and `x_other` are a plural only where both are there: `reason_other` alone is an ordinary key. */
type Askable<Key extends string> = {
  [K in Key]: K extends `${infer Stem}_one` ? Stem : K extends `${infer Stem}_other` ? (`${Stem}_one` extends Key ? Stem : K) : K;
}[Key];

export type TranslationKey = { [Name in keyof Catalogue]: `${Name}.${Askable<Extract<keyof Catalogue[Name], string>>}` }[keyof Catalogue];
