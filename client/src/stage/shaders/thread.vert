#include "room"
// A filament of the loom. warp: a straight string from the high ring to the low one; weft: a short arc at its theme.
in float along;
in float side;
in vec4 hang;  // azimuth (turns), theme (0..1), 1 for weft, seed
in vec4 dye;   // gold share, silver share, weight, appear
uniform vec2 size;      // pixels
uniform float overhead; // 0 seen from the room, 1 under the loom
out vec3 place;
out vec2 cord;  // across, along
flat out vec4 tint;
flat out float theme;
flat out float weft;

vec3 strung(float azimuth, float s) {
  float a = azimuth * 6.28318;
  float b = a + TWIST;
  vec3 top = vec3(TOP_RADIUS * sin(a), TOP_HEIGHT, TOP_RADIUS * cos(a));
  vec3 low = vec3(LOW_RADIUS * sin(b), LOW_HEIGHT, LOW_RADIUS * cos(b));
  return mix(top, low, s) - vec3(0.0, SAG * 4.0 * s * (1.0 - s), 0.0);
}

vec3 walked(float s) {
  float arc = (s - 0.5) * WEFT_SPAN;
  return hang.z > 0.5 ? strung(hang.x + arc, hang.y) : strung(hang.x, s);
}

vec4 seen(vec3 p) { return projectionMatrix * viewMatrix * vec4(p.x, p.y * flip, p.z, 1.0); }

void main() {
  place = walked(along);
  vec4 here = seen(place);
  vec4 next = seen(walked(along + 0.01));
  vec2 way = (next.xy / next.w - here.xy / here.w) * size;
  vec2 normal = normalize(vec2(-way.y, way.x) + 1e-6);
  float metres = mix(0.0036, 0.0100, dye.z) * (hang.z > 0.5 ? 0.7 : 1.0);
  float wide = metres * size.y * projectionMatrix[1][1] * 0.5 / max(here.w, 0.2);
  float drawn = max(wide, 0.75);
  float near = smoothstep(0.6, 1.4, here.w);
  gl_Position = here + vec4(normal * side * drawn * 3.0 / size * 2.0 * here.w * 0.5, 0.0, 0.0);
  cord = vec2(side * 3.0, along);
  tint = vec4(dye.xyz, dye.w * near * min(wide / drawn, 1.0));
  theme = hang.y;
  weft = hang.z;
}
