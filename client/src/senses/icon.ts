// The small light beside the page's name. Made here, since the page may load images only from itself.

const LIGHT = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><defs><radialGradient id="g"><stop offset="0" stop-color="#fff3d6"/><stop offset=".4" stop-color="#f0cf94"/><stop offset="1" stop-color="#f0cf94" stop-opacity="0"/></radialGradient></defs><circle cx="16" cy="16" r="16" fill="url(#g)"/></svg>`;

export function lightIcon(): void {
  const link = document.createElement("link");
  link.rel = "icon";
  link.href = URL.createObjectURL(new Blob([LIGHT], { type: "image/svg+xml" }));
  document.head.append(link);
}
