// What can go wrong in a way that a person is told about. Anything else that is thrown is a bug.

/** A message key of the `errors` catalogue and the values that it speaks of. */
type Reason = { key?: string; values?: Record<string, string | number> };

abstract class ProductError extends Error {
  readonly reason: Reason;
  constructor(message: string, reason: Reason = {}) {
    super(message);
    this.name = new.target.name;
    this.reason = reason;
  }
}

/** The thing does not exist, or this person may not know that it does. */
export class NotFound extends ProductError {
  constructor(what = "page") {
    super(`${what} not found`);
  }
}

/** The area is known to this person, and closed to them. */
export class Forbidden extends ProductError {
  constructor(why = "not allowed", reason: Reason = {}) {
    super(why, reason);
  }
}

/** Somebody must sign in first. */
export class SignInRequired extends ProductError {
  constructor() {
    super("sign in required");
  }
}

/** Somebody else was faster, or the state has moved on: nothing was changed. `current` is what stands now. */
export class Conflict extends ProductError {
  readonly current: unknown;
  constructor(message: string, reason: Reason = {}, current?: unknown) {
    super(message, reason);
    this.current = current;
  }
}

/** One message per field; the empty field name stands for the whole form. Messages are keys of the `errors` catalogue. */
export type FieldProblems = Record<string, { key: string; values?: Record<string, string | number> }>;

export class Invalid extends ProductError {
  readonly problems: FieldProblems;
  constructor(problems: FieldProblems) {
    super(`invalid: ${Object.keys(problems).join(", ")}`);
    this.problems = problems;
  }
}

export class TooMany extends ProductError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super("too many requests");
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterSeconds));
  }
}
