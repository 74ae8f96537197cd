// What browsers are told to refuse on our behalf. No page needs anything from another site.
import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

const policy = (scripts: string, styles: string, connections: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connections}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");

/** A page made for one person: its inline scripts are known by a nonce. */
export const pagePolicy = (nonce: string): string => policy(`'nonce-${nonce}' 'strict-dynamic'`, `'self' 'nonce-${nonce}'`, "'self'");
/** A rendering that many visitors share cannot carry a nonce; it carries no script at all. */
export const sharedPolicy: string = policy("'none'", "'self'", "'none'");
/** While developing, Vite injects scripts and styles of its own and keeps a socket open. */
const developmentPolicy: string = policy("'self' 'unsafe-inline'", "'self' 'unsafe-inline'", "'self' ws: wss:");

const permissions = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "payment",
  "usb",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

export const securityHeaders = ({ isHttps, isDevelopment }: { isHttps: boolean; isDevelopment: boolean }): RequestHandler => {
  return (request, response, next) => {
    request.edge.nonce = randomBytes(16).toString("base64url");
    response.setHeader("Content-Security-Policy", isDevelopment ? developmentPolicy : pagePolicy(request.edge.nonce));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Permissions-Policy", permissions);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    if (isHttps) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    next();
  };
};

/**
 * Remix appends a route's headers to those that are already there. Where a route states one of ours, the route knows better
 * (a page with a token in its address, a file with a policy of its own), so ours gives way.
 */
export const routeHeadersWin: RequestHandler = (request, response, next) => {
  const append = response.append.bind(response);
  const ours = new Set([
    "content-security-policy",
    "referrer-policy",
    "cache-control",
    "cross-origin-resource-policy",
    "x-content-type-options",
    "x-request-id",
  ]);
  response.append = (name, value) => {
    if (!ours.delete(name.toLowerCase())) return append(name, value);
    return response.setHeader(name, value ?? "");
  };
  const status = response.status.bind(response);
  response.status = (code) => {
    if (request.edge.retryAfterSeconds && (code === 429 || code === 503)) response.setHeader("Retry-After", request.edge.retryAfterSeconds);
    return status(code);
  };
  next();
};
