#include "room"
// A filament of the loom, seen through the lens over time. A string from the high ring to the low one; a short weft at
// its theme; or, of a thread whose words are open, one piece for each sentence.
in float along;
in float side;
in float kind;  // 0 string, 1 weft, 2 sentence
in float fine;  // 0 a part of the veil, 1 near the gaze
in vec4 hang;   // share of the round in two parts, the second for its last digits; theme (0..1); level
in vec4 dye;    // gold share, silver share, weight (of a sentence: half its length), appear
uniform vec2 size;      // pixels
uniform float overhead; // 0 seen from the room, 1 under the loom
uniform vec4 gaze;      // share in two parts, power of the lens, how near the eye is
uniform vec3 reach;     // turns for what is earlier, for what is later; edge of what is near
out vec3 place;
out vec2 cord;  // across, along
flat out vec4 tint;
flat out float theme;
flat out float sort;
flat out float close;

vec3 strung(float azimuth, float s) {
  float a = azimuth * 6.2831853;
  float b = a + TWIST;
  vec3 top = vec3(TOP_RADIUS * sin(a), TOP_HEIGHT, TOP_RADIUS * cos(a));
  vec3 low = vec3(LOW_RADIUS * sin(b), LOW_HEIGHT, LOW_RADIUS * cos(b));
  return mix(top, low, s) - vec3(0.0, SAG * 4.0 * s * (1.0 - s), 0.0);
}

vec3 walked(float turn, float s) {
  if (kind > 1.5) return strung(turn, hang.z + (s - 0.5) * 2.0 * dye.z);
  float arc = (s - 0.5) * WEFT_SPAN * (0.6 + 5.0 * dye.z); // a long text is a long passage of its theme
  return kind > 0.5 ? strung(turn + arc, hang.z) : strung(turn, s);
}

vec4 seen(vec3 p) { return projectionMatrix * viewMatrix * vec4(p.x, p.y * flip, p.z, 1.0); }

void main() {
  // The last digits keep days apart where a life is long.
  float away = (hang.x - gaze.x) + (hang.y - gaze.y);
  float room = away < 0.0 ? reach.x : reach.y;
  float u = abs(away) / room;
  float shift = sign(away) * room * (gaze.z + 1.0) * u / (gaze.z * u + 1.0);
  float turn = BEGIN + gaze.x + shift;
  float spacing = log2((gaze.z + 1.0) / pow(gaze.z * u + 1.0, 2.0));
  float clear = exp2(-max(0.0, hang.w - spacing)) * min(1.0, exp2(0.7 * spacing));
  close = gaze.w * (1.0 - smoothstep(FADE * reach.z, reach.z, abs(shift)));
  float part = kind > 1.5 ? 1.0 : clear * (fine > 0.5 ? close : 1.0 - close);

  place = walked(turn, along);
  vec4 here = seen(place);
  vec4 next = seen(walked(turn, along + 0.01));
  vec2 way = (next.xy / next.w - here.xy / here.w) * size;
  vec2 normal = normalize(vec2(-way.y, way.x) + 1e-6);
  float heavy = kind > 1.5 ? 0.6 : dye.z;
  float metres = mix(0.0036, 0.0100, heavy) * (kind > 0.5 && kind < 1.5 ? 0.7 : 1.0);
  float wide = metres * size.y * projectionMatrix[1][1] * 0.5 / max(here.w, 0.2);
  float drawn = max(wide, 0.75);
  float halo = mix(mix(1.7, 3.0, smoothstep(0.0, 0.5, part)), 7.0, close);
  float near = smoothstep(0.25, 0.9, here.w);
  gl_Position = here + vec4(normal * side * drawn * halo / size * here.w, 0.0, 0.0);
  cord = vec2(side * halo, along);
  tint = vec4(dye.xyz, dye.w * part * near * min(wide / drawn, 1.0));
  if (part * dye.w < FAINT) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  theme = hang.z;
  sort = kind;
}
