#include "room"
uniform float overhead;
in vec3 place;
in vec2 cord;
flat in vec4 tint;
flat in float theme;
flat in float weft;
out vec4 colour;

const vec3 GOLDEN_THREAD = vec3(1.1, 0.74, 0.31);
const vec3 SILVER_THREAD = vec3(0.44, 0.52, 0.70);

void main() {
  if (flip < 0.0 && place.y < 0.0) discard;
  float core1 = exp(-1.2 * cord.x * cord.x) + 0.055 * exp(-0.16 * cord.x * cord.x);
  float ends = smoothstep(0.0, 0.12, cord.y) * smoothstep(0.0, 0.3, 1.0 - cord.y);
  float off = (cord.y - theme) / 0.06;
  float passage = weft > 0.5 ? 0.55 : 0.17 + 0.95 * exp(-off * off);
  vec3 own = mix(SILVER_THREAD, GOLDEN_THREAD, smoothstep(-0.15, 0.35, tint.x - tint.y * 0.6));
  own = mix(own, own.rrr * vec3(1.0, 0.66, 0.32) * 0.5, gloom);
  float glow = core1 * ends * passage * mix(0.30, 1.45, tint.z) * mix(1.3, 1.25, overhead) * tint.w;
  float q = distance(place, coreAt);
  vec3 light = own * glow * (0.30 + 1.0 / (1.0 + 0.05 * q * q)) * woken(q) * mix(1.0, 0.25, gloom);
  float fade = exp(-0.035 * distance(place, eye));
  colour = vec4(light * fade, 0.12 * glow * fade);
}
