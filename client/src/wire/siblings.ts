// Other tabs of this room, on this machine and this address: they may know the key.

interface Word {
  readonly ask?: true;
  readonly key?: string;
}

/** The part of BroadcastChannel that is needed. */
export interface Channel {
  postMessage(word: Word): void;
  addEventListener(type: "message", heard: (event: { readonly data: Word }) => void): void;
}

export class Siblings {
  readonly #channel: Channel;
  readonly #heard = new Set<(key: string) => void>();

  /** `mine` is the key that this tab answers with, if it has one. */
  constructor(channel: Channel, mine: () => string | null) {
    this.#channel = channel;
    channel.addEventListener("message", ({ data }) => {
      const key = mine();
      if (data.ask && key) channel.postMessage({ key });
      if (data.key) for (const hear of this.#heard) hear(data.key);
    });
  }

  /** Say that this tab has a key, for those that lost theirs. */
  tell(key: string): void {
    this.#channel.postMessage({ key });
  }

  /** The first key another tab answers with, or null after `patience` milliseconds. */
  ask(patience: number): Promise<string | null> {
    return new Promise((answer) => {
      const timer = setTimeout(() => settle(null), patience);
      const settle = (key: string | null) => {
        clearTimeout(timer);
        this.#heard.delete(settle);
        answer(key);
      };
      this.#heard.add(settle);
      this.#channel.postMessage({ ask: true });
    });
  }

  /** Hear of every key that another tab comes by. */
  onKey(hear: (key: string) => void): void {
    this.#heard.add(hear);
  }
}
