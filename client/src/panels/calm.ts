// The room as a drawing: still stone, a silver pool, threads and flowers. What is seen without WebGL, and under the stage as it wakes.

import { html, svg, type TemplateResult } from "lit";
import type { Plant, Thread, World } from "../world/world.ts";
import { say } from "./say.ts";
import { facets } from "./stone.ts";

const STRUNG = 110; // filaments drawn at most, the latest ones
const STANDING = 90; // flowers drawn at most, the latest ones

let drawn: { threads: readonly Thread[]; plants: readonly Plant[]; picture: TemplateResult } | null = null;

/** The drawing; drawn again only when something was woven or has grown. */
export function calm({ threads, plants }: World): TemplateResult {
  if (drawn?.threads !== threads || drawn.plants !== plants)
    drawn = { threads, plants, picture: picture(threads, plants) };
  return drawn.picture;
}

const picture = (threads: readonly Thread[], plants: readonly Plant[]) => html`
  <svg class="calm" viewBox="0 0 1600 1000" preserveAspectRatio="xMidYMid slice" role="img" aria-label=${say("calm.picture")}>
    <defs>
      <radialGradient id="heart" cx="50%" cy="47%" r="46%">
        <stop offset="0" class="heart-in" /><stop offset="0.45" class="heart-mid" /><stop offset="1" class="heart-out" />
      </radialGradient>
      <radialGradient id="dusk" cx="50%" cy="46%" r="72%"><stop offset="0.35" class="dusk-in" /><stop offset="1" class="dusk-out" /></radialGradient>
      <linearGradient id="silver" x1="0" y1="0" x2="0" y2="1"><stop offset="0" class="pool-far" /><stop offset="1" class="pool-near" /></linearGradient>
      <radialGradient id="mirror"><stop offset="0" class="mirror-in" /><stop offset="1" class="mirror-out" /></radialGradient>
      <radialGradient id="gold-veil" gradientUnits="userSpaceOnUse" cx="800" cy="180" r="640"><stop offset="0.2" class="gold-in" /><stop offset="1" class="gold-out" /></radialGradient>
      <radialGradient id="silver-veil" gradientUnits="userSpaceOnUse" cx="800" cy="180" r="640"><stop offset="0.2" class="silver-in" /><stop offset="1" class="silver-out" /></radialGradient>
    </defs>
    <rect class="deep" width="1600" height="1000" />
    <g class="stone">${facets.map(({ rim, face, shade }) => svg`<polygon points=${rim} class="rim shade-${shade}" /><polygon points=${face} class="face shade-${shade}" />`)}</g>
    <rect width="1600" height="1000" fill="url(#heart)" />
    <g class="loom">${threads.slice(-STRUNG).map(filament)}</g>
    <ellipse cx="800" cy="980" rx="1250" ry="330" fill="url(#silver)" />
    <ellipse cx="800" cy="700" rx="560" ry="58" fill="url(#mirror)" />
    ${[150, 330, 560, 830].map((rx, at) => svg`<ellipse class="ring ring-${at}" cx="800" cy=${712 + at * 22} rx=${rx} ry=${rx * 0.13} />`)}
    <g class="garden">${plants.slice(-STANDING).map(flower)}</g>
    <rect width="1600" height="1000" fill="url(#dusk)" />
  </svg>`;

// Strung across the dome, each at its own stored place, never moved; kept faint, so that many are a veil and not a grid.
function filament({ turn, offset, warmth, silver }: Thread) {
  const from = Math.PI * (1.02 + 0.62 * turn);
  const to = from + 0.75 + 0.3 * offset;
  const [x1, y1, x2, y2] = [...onDome(from), ...onDome(to)];
  const sag = 0.42 + 0.3 * offset;
  const [mx, my] = [(x1 + x2) / 2 + (800 - (x1 + x2) / 2) * sag, (y1 + y2) / 2 + (470 - (y1 + y2) / 2) * sag];
  const veil = warmth >= silver ? "url(#gold-veil)" : "url(#silver-veil)";
  return svg`<path class="filament" stroke=${veil} d=${`M${x1} ${y1} Q${mx} ${my} ${x2} ${y2}`} />`;
}

const onDome = (angle: number): readonly [number, number] => [
  Math.round(800 + Math.cos(angle) * 760),
  Math.round(520 + Math.sin(angle) * 560),
];

function flower({ turn, radius, height, hue, petals, cup }: Plant) {
  const angle = turn * 2 * Math.PI;
  const far = Math.min(1, Math.max(0.3, radius / 6));
  const x = 800 + Math.cos(angle) * (90 + 520 * far);
  const y = 730 + Math.sin(angle) * 62;
  const size = 15 + Math.min(1.2, height) * 16 + (y - 680) * 0.08;
  const tall = size * 2.4;
  const ring = Array.from(
    { length: Math.min(16, Math.max(5, petals)) },
    (_, at, count = Math.min(16, Math.max(5, petals))) => (at * 360) / count,
  );
  return svg`<g transform="translate(${x} ${y})" data-hue=${Math.min(4, Math.floor(hue * 5))}>
    <path class="stem" d="M0 0 Q${size * 0.3} ${-tall * 0.5} 0 ${-tall}" />
    <path class="leaf" d="M${size * 0.1} ${-tall * 0.3} q${size * 0.7} ${-size * 0.5} ${size} ${-size * 0.9} q${-size * 0.9} 0 ${-size} ${size * 0.9}" />
    <g transform="translate(0 ${-tall}) scale(1 ${0.42 + 0.4 * cup})">
      ${ring.map((degrees) => svg`<ellipse class="petal" cy=${-size * 0.55} rx=${size * 0.24} ry=${size * 0.55} transform="rotate(${degrees})" />`)}
      ${ring.map((degrees) => svg`<ellipse class="petal inner" cy=${-size * 0.32} rx=${size * 0.16} ry=${size * 0.34} transform="rotate(${degrees + 17})" />`)}
      <circle class="eye" r=${size * 0.16} />
    </g>
  </g>`;
}
