import { env } from "~/platform/env.server";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Remembers the language or theme of whoever is not signed in, for a year; it says nothing about a person. */
export const preferenceCookie = (name: string, value: string): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${yearInSeconds}${env().PUBLIC_ORIGIN.startsWith("https:") ? "; Secure" : ""}`;
