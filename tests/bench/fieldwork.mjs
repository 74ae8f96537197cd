// A trial in full fieldwork: 5,000 participants answer 30 questions at a fixed rate, whoever runs it opens the board, and 20,000 apply for 24 cells.
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "./processes.mjs";
import { studySql } from "./study.mjs";

const counts = { liking: 1, intent: 1, attribute: 12, right: 8, choice: 5, words: 3 };
const perSecond = 100;

/** @param {number} trial @param {number} people */
export const fieldworkSql = (trial, people) => `
${studySql({ trial, people, prototypes: 1, counts })}
delete from answers where response_id in (select id from responses where version_id = ${trial});
update responses set state = 'open', submitted_at = null where version_id = ${trial};
update trials set state = 'fieldwork', fieldwork_until = now() + interval '10 days' where id = ${trial};
insert into quota_cells (id, trial_id, name, rule, target, taken)
  select ${trial} * 100 + i, ${trial}, '{"en":"Cell","id":"Sel"}', '{"all":[]}', ${people}, 0 from generate_series(1, 24) i;
update participants p set respondent = null, person_id = n.i, state = 'active', cell_id = ${trial} * 100 + 1 + n.i % 24
  from (select id, row_number() over (order by id)::int as i from participants where trial_id = ${trial}) n where n.id = p.id;
insert into allocation_slots (trial_id, sequence, prototype_ids, participant_id, cell_id)
  select ${trial}, person_id, jsonb_build_array(${trial} * 100 + 1), id, cell_id from participants where trial_id = ${trial};
insert into parcels (participant_id, state, packed_at, sent_at, received_at, received_by)
  select id, 'received', now(), now(), now(), 'participant' from participants where trial_id = ${trial};
vacuum analyze participants, responses, answers, parcels, allocation_slots;
`;

/** 20,000 people who fit one of 24 cells each. @param {number} trial */
export const applicantsSql = (trial) => `
${studySql({ trial, people: 0, prototypes: 1, counts })}
update trials set state = 'recruiting', apply_until = now() + interval '10 days' where id = ${trial};
insert into quota_cells (trial_id, name, rule, target)
  select ${trial}, '{"en":"Cell","id":"Sel"}', jsonb_build_object('all', jsonb_build_array(jsonb_build_object('fact', 'cell', 'values', jsonb_build_array(i::text)))), 100 from generate_series(0, 23) i;
insert into applications (trial_id, person_id, state, profile, applied_at)
  select ${trial}, i, 'applied', jsonb_build_object('cell', (i % 24)::text), now() from generate_series(1, 20000) i;
vacuum analyze applications, quota_cells;
`;

const percentile = (/** @type {number[]} */ sorted, /** @type {number} */ share) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

/**
 * Saves come at their times whether or not those before have been answered, and each is timed from when it should have left: a slow server
 * is not spared by being asked less.
 * @param {{ origin: string, responses: number[], signedIn: (person: number) => Record<string, string>, seconds: number }} run
 */
export const saveAtFixedRate = async ({ origin, responses, signedIn, seconds }) => {
  /** @type {number[]} */
  const taken = [];
  let failures = 0;
  const save = async (/** @type {number} */ n, /** @type {number} */ due) => {
    const person = n % responses.length;
    const key = `attribute_${1 + (Math.floor(n / responses.length) % counts.attribute)}`;
    const body = new URLSearchParams({ question: key, revision: "0", shownMs: "4000", [`answer.${key}`]: String(1 + (n % 9)) }).toString();
    const headers = { ...signedIn(person + 1), "Content-Type": "application/x-www-form-urlencoded", Origin: origin };
    const status = await ask(origin, { method: "POST", path: `/answer/${responses[person]}/save`, headers, body }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status !== 200) failures += 1;
    taken.push(performance.now() - due);
  };
  const begun = performance.now();
  /** @type {Promise<void>[]} */
  const underWay = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = begun + (n * 1000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
    underWay.push(save(n, due));
  }
  await Promise.all(underWay);
  taken.sort((one, other) => one - other);
  return {
    saves: taken.length,
    failures,
    p50: Math.round(percentile(taken, 0.5)),
    p99: Math.round(percentile(taken, 0.99)),
    most: Math.round(taken.at(-1) ?? 0),
  };
};

/** The median time of a page over HTTP, once it has been opened before. @param {string} origin @param {string} path @param {Record<string, string>} headers */
export const timeOfPage = async (origin, path, headers) => {
  /** @type {number[]} */
  const taken = [];
  for (let i = 0; i < 12; i += 1) {
    const begun = performance.now();
    const { status } = await ask(origin, { path, headers });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    if (i > 1) taken.push(performance.now() - begun);
  }
  taken.sort((one, other) => one - other);
  return { medianMs: Math.round(percentile(taken, 0.5)), mostMs: Math.round(taken.at(-1) ?? 0) };
};
