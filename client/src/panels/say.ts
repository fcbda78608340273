// The words file, spoken: a sentence by its key, its names filled in.

import { type WordKey, words } from "../contract/words.ts";

export type Values = Readonly<Record<string, string>>;

export const say = (key: WordKey, values: Values = {}): string => filled(words[key], values);

/** The sentence of a refusal; one this page does not know yet is answered plainly. */
export function sayRefusal(word: string, values: Values): string {
  const known = (words as Readonly<Record<string, string>>)[word];
  return known === undefined ? say("status.refused") : filled(known, values);
}

/** Where words were kept before they came here. */
export function sayPlace(source: string): string {
  return (words as Readonly<Record<string, string>>)[`port.source.${source}`] ?? source;
}

/** A date as the person's own language writes it; no more of it than is known. */
export function sayDate(when: string, language?: string): string {
  const day = new Date(`${when.slice(0, 10)}T12:00:00Z`);
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** A date, and the hour where it is known. */
export const sayMoment = (when: string, language?: string): string =>
  [sayDate(when, language), when.slice(11, 16)].filter(Boolean).join(", ");

// A value is put in once and never looked into, so braces in a person's words stay braces.
const filled = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
