#include "room"
#include "air"
#include "petals"
in vec3 place;
in vec2 at;
flat in vec4 being;
flat in vec3 sort;
out vec4 colour;

// How each species is seen from the side: middle of the head over its base, how flat, how wide, how deep its notches.
vec4 outline() {
  if (sort.x < 0.5) return vec4(0.26, 0.56, 1.0, 0.34);  // lotus
  if (sort.x < 1.5) return vec4(0.16, 0.62, 0.96, 0.16); // dahlia
  if (sort.x < 2.5) return vec4(0.42, 0.86, 0.62, 0.22); // bell
  return vec4(0.12, 0.42, 1.06, 0.50);                   // star
}

// A bell stands even on its stem; the others are turned as they grew.
float turned() { return sort.x > 1.5 && sort.x < 2.5 ? 0.0 : sort.z * 6.28318; }

// A point of the head: how far out on a petal (over 1: outside), and around.
vec2 onHead() {
  vec4 o = outline();
  vec2 p = at / (0.5 * being.y);
  p = vec2(p.x / o.z, (p.y - o.x) / (o.y * (0.8 + 0.4 * being.w)));
  float around = atan(p.x, p.y + 0.25);
  float petals = clamp(floor(sort.y * 0.32), 5.0, 11.0);
  float rim = 1.0 - o.w * (0.5 - 0.5 * cos(around * petals + turned()));
  return vec2(length(p) / rim, around * petals);
}

// The stem under the head fades toward its foot: where many stand, it would be a hedge.
float stalk(float pixel) {
  float stem = clamp((0.0038 - abs(at.x)) / pixel + 0.5, 0.0, 1.0);
  return stem * step(at.y, 0.0) * exp(3.0 * at.y / being.z);
}

vec3 head(vec2 p, vec3 V, float reach) {
  vec3 own = hued(being.x) * mix(vec3(1.0), pearl * 1.25, 0.30);
  float fold = 0.86 + 0.14 * cos(p.y + turned());
  vec3 tone = own * fallen(reach) * (0.54 + 0.36 * own) * fold * mix(0.62, 1.05, smoothstep(0.0, 0.9, p.x));
  tone += own * pearl * 0.18 + own * GOLD * behind * 0.34 * max(dot(normalize(BEHIND - place), V), 0.0);
  tone += GOLD * exp(-2.8 * p.x) * (0.52 + 0.2 * behind) + own * own * 0.24 * exp(-1.6 * p.x);
  return tone + own * GOLD * neighbour(place);
}

void main() {
  if (flip < 0.0 && place.y < -0.01) discard;
  float pixel = max(fwidth(at.x), 0.0005);
  vec2 p = onHead();
  float petals = clamp((1.0 - p.x) / max(fwidth(p.x), 0.001) + 0.5, 0.0, 1.0);
  float stalks = stalk(pixel);
  float alpha = max(petals, stalks);
#ifdef RICH
  if (alpha < (flip < 0.0 ? 0.5 : 0.03)) discard;  // the mirror has one sample only
#else
  if (alpha < 0.5) discard;
#endif
  vec3 V = normalize(eye - place);
  float reach = reached(distance(coreAt, place));
  vec3 leafy = green(sort.z) * (fallen(reach) * 0.5 + 0.30 + GOLD * behind * 0.5);
  vec3 tone = mix(leafy, head(p, V, reach), clamp(petals, 0.0, 1.0));
  tone += FLOOR_GOLD * ember * 0.045 / (0.5 + dot(EMBER - place, EMBER - place));
  float inner = mix(0.5, 0.22 + 1.5 * exp(-2.8 * p.x) + 0.5 * p.x * p.x, petals);
  tone = mix(tone, vec3(luma(tone)) * GOLD * inner, gloom * 0.9);
  colour = vec4(air(tone * present(place), place, 0.25), alpha);
}
