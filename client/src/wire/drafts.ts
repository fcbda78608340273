// Paces the words on the line: at once when a word ends, else after a short pause, and never more than ten a second.

export const GAP = 100; // milliseconds

export interface Clock {
  now(): number;
  /** Calls `then` in `after` milliseconds; the answer calls it off. */
  later(then: () => void, after: number): () => void;
}

export const clock: Clock = {
  now: () => performance.now(),
  later(then, after) {
    const timer = setTimeout(then, after);
    return () => clearTimeout(timer);
  },
};

export class Drafts {
  #sentAt = Number.NEGATIVE_INFINITY;
  #cancel = () => {};
  readonly #send: (text: string) => void;
  readonly #clock: Clock;

  constructor(send: (text: string) => void, time: Clock = clock) {
    this.#send = send;
    this.#clock = time;
  }

  type(text: string): void {
    this.#cancel();
    const rest = Math.max(0, this.#sentAt + GAP - this.#clock.now());
    const wait = endsWord(text) ? rest : Math.max(rest, GAP);
    if (wait === 0) this.#go(text);
    else this.#cancel = this.#clock.later(() => this.#go(text), wait);
  }

  /** Let go of a draft that has not gone yet. */
  drop(): void {
    this.#cancel();
  }

  #go(text: string): void {
    this.#sentAt = this.#clock.now();
    this.#send(text);
  }
}

const endsWord = (text: string): boolean => text === "" || /[\s.,;:!?…。！？)]$/u.test(text);
