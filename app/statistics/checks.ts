/** Checks on arguments. They throw `RangeError`: a caller that trips one has a bug, a study that is merely small does not. */

export function requireFinite(values: ArrayLike<number>, name: string): void {
  for (let index = 0; index < values.length; index += 1) {
    if (!Number.isFinite(values[index])) throw new RangeError(`${name} holds ${String(values[index])}; leave missing answers out`);
  }
}

/** A whole number of at least `minimum`. */
export function requireCount(value: number, name: string, minimum = 0): void {
  if (!Number.isSafeInteger(value) || value < minimum) {
    throw new RangeError(`${name} must be a whole number of at least ${String(minimum)}, got ${String(value)}`);
  }
}

/** A level or a confidence strictly between 0 and 1. */
export function requireOpenUnit(value: number, name: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must lie between 0 and 1, got ${String(value)}`);
}

/** A probability including 0 and 1. */
export function requireUnit(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must lie from 0 to 1, got ${String(value)}`);
}

/** The element at an index that is known to exist; throws instead of handing `undefined` on. */
export function at<Item>(items: { readonly [index: number]: Item; readonly length: number }, index: number): Item {
  if (!(index >= 0 && index < items.length)) throw new RangeError(`no element ${String(index)} of ${String(items.length)}`);
  return items[index] as Item;
}

/** Sorts text by code unit, the same on every machine and in every language. */
export function byCodeUnit(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
