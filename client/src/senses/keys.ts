// One key from anywhere: Ground, Help, and the way back.

export type Key = "ground" | "help" | "back";

/** What a key press asks for, or null. While writing, a letter is a letter: then Alt goes with it. */
export function keyOf(
  event: Pick<KeyboardEvent, "code" | "key" | "altKey" | "ctrlKey" | "metaKey">,
  writing: boolean,
): Key | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.key === "Escape") return "back";
  if (writing && !event.altKey) return null;
  if (event.code === "KeyG") return "ground";
  return event.code === "KeyH" ? "help" : null;
}

/** Whether the person is writing where the press happened. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches("input:not([type=checkbox]), textarea, select");
