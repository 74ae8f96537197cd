// What a supervisor asks, under any host name: is the process alive, and may it be sent people?
import type { RequestHandler } from "express";
import { sql } from "drizzle-orm";
import { database } from "~/platform/database.server";

const patienceMs = 2_000;

/** True when the database answers within the patience. */
const databaseAnswers = async (): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const answer = database()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, tooLong]).finally(() => clearTimeout(timer));
};

/** Live stays 200 while requests in flight finish; ready turns 503 first, so that no new ones are sent. */
export const health =
  (isDraining: () => boolean): RequestHandler =>
  async (request, response, next) => {
    if (!request.url.startsWith("/healthz/")) return next();
    const path = request.url.split("?", 1)[0];
    const answer = (status: number, text: string) => {
      response.statusCode = status;
      response.setHeader("Content-Type", "text/plain; charset=utf-8");
      response.setHeader("Cache-Control", "no-store");
      response.end(request.method === "HEAD" ? undefined : text);
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return answer(405, "method not allowed");
    }
    if (path === "/healthz/live") return answer(200, "live");
    if (path !== "/healthz/ready") return answer(404, "not found");
    if (isDraining()) return answer(503, "draining");
    return (await databaseAnswers()) ? answer(200, "ready") : answer(503, "the database does not answer");
  };
