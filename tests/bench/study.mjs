// A study of any size, written straight into the tables: everybody answers every question about every prototype, or about as many as said.
const both = (/** @type {string} */ text) => ({ en: text, id: text });
const base = { help: both(""), required: true, dataClass: "ordinary", section: null };
const box = (/** @type {number} */ max) => ({
  max,
  min: 1,
  labels: { 1: both("Low"), [max]: both("High") },
  highIsGood: true,
  topBoxes: [max - 1, max],
  bottomBoxes: [1, 2],
});

/** @typedef {{ key: string, type: string, top: number }} Asked type and the highest code of a number or choice; 0 for words */

const kinds = {
  liking: (/** @type {string} */ key) => ({
    ...base,
    key,
    type: "rating",
    text: both("How much do you like {p}?"),
    config: { preset: "hedonic9", ...box(9), measures: "overall_liking" },
  }),
  intent: (/** @type {string} */ key) => ({
    ...base,
    key,
    type: "rating",
    text: both("Would you buy {p}?"),
    config: { preset: "purchase_intent5", ...box(5), measures: "purchase_intent" },
  }),
  attribute: (/** @type {string} */ key) => ({
    ...base,
    key,
    type: "rating",
    text: both(`How good is ${key}?`),
    config: { preset: "custom", ...box(9), measures: "attribute" },
  }),
  right: (/** @type {string} */ key) => ({
    ...base,
    key,
    type: "just_about_right",
    text: both("How {attr} is {p}?"),
    config: { points: 5, attribute: both(key) },
  }),
  choice: (/** @type {string} */ key) => ({
    ...base,
    key,
    type: "single_choice",
    text: both("When?"),
    config: { options: [1, 2, 3, 4].map((value) => ({ value: `v${value}`, label: both(`Option ${value}`), screening: "neutral" })), allowOther: false },
  }),
  words: (/** @type {string} */ key) => ({ ...base, key, type: "open_text", text: both("Why?"), config: { maxLength: 1000, minLength: 0, offersIdea: false } }),
};

/** @param {Record<keyof typeof kinds, number>} counts */
export const questionsOf = (counts) =>
  Object.entries(counts).flatMap(([kind, n]) => Array.from({ length: n }, (_, i) => kinds[/** @type {keyof typeof kinds} */ (kind)](`${kind}_${i + 1}`)));

const literal = (/** @type {unknown} */ value) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;

/** The places of so many people, in parts: one statement for thirty million answers would keep as many checks in memory. @param {number} people */
const parts = (people, size = 50_000) =>
  Array.from({ length: Math.ceil(people / size) }, (_, part) => ({ first: part * size, last: Math.min(people, (part + 1) * size) - 1 }));

/**
 * SQL that makes the study, its trial under the given id.
 * @param {{ trial: number, people: number, prototypes: number, tried?: number, counts: Parameters<typeof questionsOf>[0] }} study
 */
export function studySql({ trial, people, prototypes, tried = prototypes, counts }) {
  const questions = questionsOf(counts);
  const definition = { kind: "evaluation", title: both("Study"), questions };
  const tops = questions.map(({ key, type, config }) => ({
    key,
    kind: type,
    top: "max" in config ? config.max : type === "open_text" ? 0 : type === "single_choice" ? 4 : 5,
  }));
  const firstPerson = `(select min(id) from participants where trial_id = ${trial})`;
  const some = `(hashint8(r.id::bigint * 1009 + hashtext(q.key))::bigint & 1073741823)`;
  return `
\\set ON_ERROR_STOP on
insert into teams (id, name) values (${trial}, 'Bench');
insert into products (id, team_id, name, description) values (${trial}, ${trial}, ${literal(both("Product"))}, ${literal(both(""))});
insert into questionnaires (id, kind, title) values (${trial}, 'evaluation', ${literal(both("Study"))});
insert into questionnaire_versions (id, questionnaire_id, number, definition) values (${trial}, ${trial}, 1, ${literal(definition)});
insert into trials (id, product_id, name, summary, receives, confidentiality, state, questionnaire_id, questionnaire_version_id, places, prototypes_per_person, seed)
  values (${trial}, ${trial}, ${literal(both("Study"))}, ${literal(both(""))}, ${literal(both(""))}, ${literal(both(""))}, 'analysis', ${trial}, ${trial}, ${people}, ${prototypes}, '1');
insert into prototypes (id, product_id, name, description, usage) select ${trial} * 100 + i, ${trial}, 'Prototype ' || i, ${literal(both(""))}, ${literal(both(""))} from generate_series(1, ${prototypes}) i;
insert into trial_prototypes (trial_id, prototype_id, code) select ${trial}, ${trial} * 100 + i, (100 + i * 37)::text from generate_series(1, ${prototypes}) i;
insert into participants (trial_id, respondent, state, profile)
  select ${trial}, 'respondent ' || i, 'complete', jsonb_build_object('sex', case i % 2 when 0 then 'female' else 'male' end, 'city', 'City ' || i % 7) from generate_series(1, ${people}) i;
insert into responses (version_id, participant_id, prototype_id, position, state, started_at, submitted_at)
  select ${trial}, p.id, ${trial} * 100 + i, i, 'submitted', now(), now()
  from participants p, generate_series(1, ${prototypes}) i where p.trial_id = ${trial} and (p.id + i) % ${prototypes} < ${tried};
${parts(people)
  .map(
    ({ first, last }) => `insert into answers (response_id, question_key, value)
  select r.id, q.key, case q.kind when 'open_text' then to_jsonb('Words ' || ${some} % 1000) when 'single_choice' then to_jsonb('v' || 1 + ${some} % 4) else to_jsonb(1 + (${some} + r.prototype_id) % q.top) end
  from responses r, jsonb_to_recordset(${literal(tops)}) as q (key text, kind text, top int)
  where r.version_id = ${trial} and r.participant_id between ${firstPerson} + ${first} and ${firstPerson} + ${last} order by r.id;`,
  )
  .join("\n")}
vacuum analyze participants, responses, answers;
`;
}
