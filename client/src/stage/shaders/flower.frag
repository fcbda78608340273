#include "room"
#include "air"
in vec3 place;
in vec3 facing;
in vec3 walk;
flat in vec4 being;
out vec4 colour;

float weave(vec2 p) { return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))); }

vec3 hued(float h) {
  vec3 wheel = 0.5 + 0.5 * cos(6.28318 * (h - vec3(0.0, 0.333, 0.667)));
  return mix(vec3(0.90, 0.88, 0.90), wheel * 1.1, 0.24);
}

vec3 petal(vec3 N, vec3 V, vec3 L, float reach) {
  vec3 own = hued(being.y) * mix(vec3(1.0), pearl * 1.25, 0.35);
  float through = 0.5 + 0.5 * dot(N, L) * sign(dot(N, V));
  through = 0.35 + 0.85 * through * through;
  float rim = pow(max(1.0 - abs(dot(N, V)), 0.0), 2.2);
  float vein = 1.0 - 0.14 * (0.5 + 0.5 * cos(walk.y * 19.0)) * (1.0 - walk.x);
  float veil = mix(0.34, 1.12, smoothstep(0.0, 0.9, walk.x)) * mix(0.70, 1.0, walk.z);
  vec3 light = core * 0.95 * through * reach + pearl * 0.26 + GOLD * behind * 0.34 * max(dot(normalize(BEHIND - place), V), 0.0);
  vec3 tone = own * light * vein * veil + own * rim * (core * 0.10 + GOLD * behind * 0.12);
  float heart = exp(-3.2 * walk.x) * (1.0 - 0.6 * walk.z);
  float open = distance(place, bloom.xyz);
  float alight = bloom.w * exp(-9.0 * open * open);
  tone += GOLD * heart * (0.34 + 0.2 * behind + 1.2 * alight);
  return tone + own * GOLD * (alight * 1.5 * veil * veil * vein * through + bloom.w * 0.05 / (0.25 + open * open));
}

vec3 green(vec3 N, vec3 V, vec3 L, float reach) {
  vec3 own = mix(vec3(0.10, 0.21, 0.17), vec3(0.17, 0.24, 0.21), being.z) * (0.5 + 0.9 * pearl);
  float through = 0.5 + 0.5 * dot(N, L) * sign(dot(N, V));
  float spine = 1.0 - 0.25 * exp(-walk.y * walk.y * 60.0);
  float rim = pow(max(1.0 - abs(dot(N, V)), 0.0), 3.0);
  return own * (core * 0.6 * reach * through + 0.22 + GOLD * behind * 0.6) * spine + rim * pearl * 0.035;
}

void main() {
  if (flip < 0.0 && place.y < -0.01) discard;
  if (weave(gl_FragCoord.xy) >= being.w) discard;
  vec3 N = normalize(facing);
  vec3 V = normalize(eye - place);
  vec3 toCore = coreAt - place;
  float q = length(toCore);
  float reach = 1.9 / (1.0 + 0.07 * q * q);
  bool leafy = being.x > 0.5 && being.x < 2.5;
  vec3 tone = leafy ? green(N, V, toCore / q, reach) : petal(N, V, toCore / q, reach);
  if (being.x > 2.5) tone = GOLD * (0.25 + 0.3 * behind + 0.25 * core.r) * mix(0.4, 1.2, walk.x);
  tone += FLOOR_GOLD * ember * 0.045 / (0.5 + dot(EMBER - place, EMBER - place));
  // In the dark a flower is read by its heart and its rim, not as a flat shape.
  float inner = leafy ? 0.5 : 0.22 + 1.5 * exp(-2.8 * walk.x) + 1.1 * pow(max(1.0 - abs(dot(N, V)), 0.0), 2.0);
  tone = mix(tone, vec3(luma(tone)) * GOLD * inner, gloom * 0.9);
  tone *= mix(0.2, 1.0, woken(q)) * mix(0.55, 1.0, smoothstep(-0.05, 0.45, place.y));
  colour = vec4(air(tone, place, 0.25), 1.0);
}
