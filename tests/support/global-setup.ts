// One PostgreSQL for the whole run, with a migrated template that every worker clones.
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "~db/migrate.server";
import { startEmbedded } from "../../db/embedded/server.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
    templateName: string;
  }
}

const templateName = "kawan_template";

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

export default async function setUp(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await startEmbedded({ ephemeral: true });
  const url = given ?? embedded!.superuserUrl;
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`drop database if exists ${templateName} with (force)`);
  await admin.unsafe(`create database ${templateName}`);
  await migrateDatabase(named(url, templateName));
  project.provide("databaseUrl", url);
  project.provide("templateName", templateName);
  return async () => {
    await admin.end({ timeout: 5 });
    await embedded?.stop();
  };
}
