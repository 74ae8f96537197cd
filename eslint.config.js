// The rules of the house that a machine can check: which layer may use which, and how code is written.
import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import { defineConfig, globalIgnores } from "eslint/config";
import ts from "typescript-eslint";

/**
 * Features may use those that stand before them, never those after: the table cannot have a cycle.
 * `notifications` stands last and is used by nobody: it reads what the others have recorded.
 */
const features = [
  "activity",
  "mails",
  "settings",
  "accounts",
  "products",
  "questionnaires",
  "moderation",
  "ideas",
  "comments",
  "parcels",
  "trials",
  "themes",
  "reports",
  "signals",
  "notifications",
];
const feature = (/** @type {string} */ name) => `feature ${name}`;
const allFeatures = features.map(feature);

/**
 * One arrow: routes → http → features → platform → db. What is pure may be used by all and uses nothing above itself.
 * @type {Record<string, string[]>}
 */
const uses = {
  core: ["core"],
  statistics: ["statistics"],
  i18n: ["i18n", "core"],
  ui: ["ui", "i18n", "core"],
  policy: ["policy", "core"],
  db: ["db", "core"],
  platform: ["platform", "db", "core"],
  ...Object.fromEntries(
    features.map((name, place) => [feature(name), [...allFeatures.slice(0, place + 1), "policy", "statistics", "platform", "db", "i18n", "ui", "core"]]),
  ),
  http: ["http", "policy", "platform", "db", "i18n", "ui", "core"],
  routes: ["routes", "http", ...allFeatures, "policy", "platform", "i18n", "ui", "core"],
  seed: ["seed", ...allFeatures, "policy", "statistics", "platform", "db", "i18n", "core"],
};
const assembled = ["assembly", "routes", "http", ...allFeatures, "policy", "statistics", "platform", "db", "seed", "i18n", "ui", "core"];

/** These speak the words of the features (`idea.ts`, `trial.ts`: plain types and rules), and never call what touches the database. */
const speakers = ["policy", "db", "platform", "i18n", "ui", "http"];

const onlyServerFilesTouch = (/** @type {string} */ message) => ({
  group: ["~db/*", "~db/**", "**/db/client.server", "**/db/schema/*"],
  allowTypeImports: true,
  message,
});

const nodeGlobals = [
  "Buffer",
  "NodeJS",
  "URL",
  "URLSearchParams",
  "clearInterval",
  "clearTimeout",
  "console",
  "fetch",
  "performance",
  "process",
  "setImmediate",
  "setInterval",
  "setTimeout",
];

export default defineConfig(
  globalIgnores(["build/", ".cache/", ".data/", "node_modules/", "db/migrations/", "playwright-report/", "test-results/"]),
  js.configs.recommended,
  ts.configs.recommended,
  {
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, "readonly"])) },
    rules: {
      // `kept` in activity.ts is a list that exists for its type.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_|^kept$", ignoreRestSiblings: true }],
      // Characters that must not be in a text are named in patterns; a message for a person does not repeat the error behind it.
      "no-control-regex": "off",
      "preserve-caught-error": "off",
      eqeqeq: "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "no-param-reassign": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-namespace": ["error", { allowDeclarations: true }],
    },
  },
  {
    // Declarations that extend somebody else's interface can only be interfaces.
    files: ["app/http/edge/exchange.server.ts", "app/platform/sessions.server.ts", "tests/support/*.ts", "vite.config.ts"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off" },
  },
  {
    files: ["app/**/*.{ts,tsx}", "db/**/*.ts"],
    ignores: ["**/*.test.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: { project: "./tsconfig.json" } },
      "boundaries/include": ["app/**/*", "db/**/*"],
      "boundaries/elements": [
        { type: "seed", pattern: "db/seed" },
        { type: "db", pattern: "db" },
        ...features.map((name) => ({ type: feature(name), pattern: `app/features/${name}` })),
        ...["core", "policy", "statistics", "http", "platform", "i18n", "ui", "routes"].map((type) => ({ type, pattern: `app/${type}` })),
      ],
      "boundaries/files": [
        { category: "server", pattern: "**/*.server.{ts,tsx}" },
        { category: "paths", pattern: "app/paths.ts" },
        { category: "assembly", pattern: "app/!(paths).{ts,tsx}" },
      ],
    },
    rules: {
      "boundaries/no-unknown-files": "error",
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: [
            ...Object.entries(uses).map(([type, anyOf]) => ({ from: { element: { type } }, allow: { to: { element: { types: { anyOf } } } } })),
            { allow: { to: { file: { categories: "paths" } } } },
            { from: { file: { categories: "assembly" } }, allow: { to: { file: { categories: "assembly" } } } },
            { from: { element: { type: "http" } }, allow: { to: { file: { categories: "assembly" } }, dependency: { kind: "type" } } },
            { from: { file: { categories: "assembly" } }, allow: { to: { element: { types: { anyOf: assembled } } } } },
            { from: { element: { types: { anyOf: speakers } } }, allow: { to: { element: { types: { anyOf: allFeatures } } } } },
            {
              from: { element: { types: { anyOf: speakers } } },
              disallow: { to: { element: { types: { anyOf: allFeatures } }, file: { categories: "server" } } },
            },
            { from: { element: { type: "http" } }, allow: { to: { element: { type: feature("activity") } } } },
            { from: { element: { type: "core" } }, allow: { to: { element: { type: "db" } }, dependency: { kind: "type" } } },
          ],
        },
      ],
    },
  },
  {
    // What touches the database says so in its name.
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["**/*.server.{ts,tsx}", "**/*.test.{ts,tsx}", "app/entry.*"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [onlyServerFilesTouch("Only *.server.ts files touch the database.")] }] },
  },
  {
    files: ["**/*.{ts,tsx}"],
    ignores: ["app/platform/sessions.server.ts"],
    rules: { "no-restricted-imports": ["error", { paths: [{ name: "lucia", message: "Only platform/sessions.server.ts knows Lucia." }] }] },
  },
  {
    files: ["**/*.test.{ts,tsx}", "tests/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
