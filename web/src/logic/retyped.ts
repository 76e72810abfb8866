const isTable = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was typed in a form that began with other entries than it would now: what nobody touched goes along, the rest stays as typed. */
export function retyped<T>(typed: T, began: T, now: T): T {
  if (isTable(typed) && isTable(began) && isTable(now)) {
    const entry = ([key, value]: [string, unknown]) => [key, key in typed && key in began ? retyped(typed[key], began[key], value) : value];
    return Object.fromEntries(Object.entries(now).map(entry)) as T;
  }
  return typed === began ? now : typed;
}
