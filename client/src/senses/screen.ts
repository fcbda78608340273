// The on-screen keyboard covers part of the page; the line of light rises above it.

/** Keeps `--keyboard`, in pixels, as much as the keyboard covers. */
export function watchKeyboard(root: HTMLElement): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const fit = () => {
    const covered = Math.max(0, window.innerHeight - seen.height - seen.offsetTop);
    root.style.setProperty("--keyboard", `${Math.round(covered)}px`);
  };
  seen.addEventListener("resize", fit);
  seen.addEventListener("scroll", fit);
  fit();
}
