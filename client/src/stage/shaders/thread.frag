#include "room"
uniform float overhead;
in vec3 place;
in vec2 cord;
flat in vec4 tint;
flat in float theme;
flat in float sort;
flat in float close;
out vec4 colour;

const vec3 GOLDEN_THREAD = vec3(1.3, 0.80, 0.27);
const vec3 SILVER_THREAD = vec3(0.46, 0.55, 0.76);

// How much light there is along a string: a veil with a brighter place at its theme, more of it the nearer it is.
float passage() {
  if (sort > 1.5) return 1.5 * smoothstep(0.0, 0.16, cord.y) * smoothstep(0.0, 0.16, 1.0 - cord.y);
  float ends = smoothstep(0.0, 0.12, cord.y) * smoothstep(0.0, 0.3, 1.0 - cord.y);
  float off = (cord.y - theme) / 0.06;
  return ends * (sort > 0.5 ? 0.55 : mix(0.21, 0.36, close) + 0.95 * exp(-off * off));
}

void main() {
  if (flip < 0.0 && place.y < 0.0) discard;
  float x = cord.x * cord.x;
  float core1 = exp(-1.2 * x) + 0.055 * exp(-0.16 * x) + 0.05 * close * exp(-0.07 * x);
  vec3 own = mix(SILVER_THREAD, GOLDEN_THREAD, smoothstep(-0.15, 0.35, tint.x - tint.y * 0.6));
  own = mix(own, own.rrr * vec3(1.0, 0.66, 0.32) * 0.5, gloom);
  float heavy = sort > 1.5 ? 0.7 : tint.z;
  float glow = core1 * passage() * mix(0.30, 1.45, heavy) * mix(1.3, 1.25, overhead) * tint.w;
  float q = distance(place, coreAt);
  vec3 light = own * glow * (0.30 + 1.0 / (1.0 + 0.05 * q * q)) * woken(q) * mix(1.0, 0.25, gloom);
  float fade = exp(-0.035 * distance(place, eye));
  colour = vec4(light * fade, 0.12 * glow * fade);
}
